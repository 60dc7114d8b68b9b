import { addDays } from '../../../src/domain/calendar.ts';
import { type CaseRecord, departmentHolding, offerOf, ownerOf } from '../../../src/domain/case/case.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import type { Playbook, PlaybookPerson } from '../../../src/domain/playbook.ts';
import { hoursOfPerson } from '../../../src/domain/sla/duty.ts';
import { isRunning, keyOf } from '../../../src/domain/sla/sla-clock.ts';
import { dayIn } from '../../../src/domain/zone.ts';
import type { Step } from '../../../src/ports/card.ts';
import type { FormValues } from '../../../src/ports/form.ts';
import type { Gesture } from '../../../src/ports/interaction.ts';
import type { Dice } from './dice.ts';

/** What somebody does to a case; nothing is ever typed that a form would not take. */
export type Act = { readonly who: PlaybookPerson; readonly step: Step; readonly gesture: Gesture };
type Weighted = readonly [weight: number, act: Act];
type Moment = { readonly record: CaseRecord; readonly at: Instant; readonly dice: Dice; readonly playbook: Playbook };

const hour = 3_600_000;
const why = '다른 부서가 먼저 보는 편이 낫습니다';

/** Everything that may well happen to a case next, each as likely as its weight. Nothing where nobody can do anything. */
export function likelyActs({ record, at, dice, playbook }: Moment): readonly Weighted[] {
  const c = record.state;
  const { people, departments } = playbook;
  const holding = departmentHolding(c);
  const members = people.filter((p) => holding !== null && p.department === holding);
  const lead = members.find((p) => p.roles.includes('deptLead'));
  const owner = people.find((p) => p.id === ownerOf(c)?.id);
  const having = (role: PlaybookPerson['roles'][number]) => people.filter((p) => p.roles.includes(role));
  const caller = people.find((p) => p.id === c.customerOwner.id) ?? dice.one(having('csAgent'));
  const in_ = (hours: number): string => String(Math.floor(at + hours * hour));
  const dayOf = (who: PlaybookPerson, n: number): string => addDays(dayIn(at, hoursOfPerson(who.id, playbook).zone), n);
  const other = (not: string | null) => dice.one(departments.filter((d) => d.code !== not && d.code !== 'cs')).code;

  const press = (weight: number, who: PlaybookPerson | undefined, step: Step): readonly Weighted[] =>
    who === undefined ? [] : [[weight, { who, step, gesture: { type: 'press', press: { step, caseId: record.id } } }]];
  const fill = (
    weight: number,
    who: PlaybookPerson | undefined,
    step: Step,
    values: FormValues,
    context: Readonly<Record<string, string>> = {},
  ): readonly Weighted[] => {
    const around = { ...context, caseId: String(record.id) };
    return who === undefined
      ? []
      : [[weight, { who, step, gesture: { type: 'submit', step, context: around, values } }]];
  };

  const promise = (who: PlaybookPerson): FormValues => ({
    owner: who.id,
    eta: in_(dice.between(2, 72)),
    caller: who.id,
    callbackAt: in_(dice.between(0.5, 3)),
  });
  const clocks = c.sla.clocks.filter(isRunning).map(keyOf);
  const aboutTime = (): readonly Weighted[] => {
    if (clocks.length === 0) return [];
    const clock = dice.one(clocks);
    const until = dice.one(['hour', 'today', 'tomorrow']);
    return [
      ...fill(
        0.6,
        dice.chance(0.7) ? (owner ?? members[0]) : caller,
        'snooze',
        { until, reason: '곧 합니다' },
        { clock },
      ),
      ...fill(
        0.5,
        lead ?? having('vocDesk')[0],
        'new-due',
        { until: in_(dice.between(5, 120)), reason: '부품이 늦습니다' },
        { clock },
      ),
    ];
  };
  const aside = (): readonly Weighted[] => [
    ...aboutTime(),
    ...fill(0.8, caller, 'contact', {
      channel: 'phone',
      contactedAt: String(at - 60_000),
      gist: '진행 상황을 알렸습니다',
    }),
    ...fill(0.3, owner ?? caller, 'note', { text: '확인 중입니다', happenedAt: '' }),
    ...fill(0.25, owner ?? members[0], 'obstacle', { text: '재고를 알 수 없습니다' }),
    ...fill(0.08, having('csLead')[0], 'severity', {
      signals: dice.one([['B1'], ['B2', 'F1'], ['C2', 'B1'], []]),
      reason: '다시 보았습니다',
    }),
    ...fill(0.06, caller, 'withdraw', { words: '됐어요', cause: '오해였습니다' }),
    ...fill(0.15, having('privacyOfficer')[0], 'statutory', {
      code: dice.one(playbook.sla.statutory).code,
      since: String(at - hour),
    }),
    ...clocks
      .filter((key) => key.startsWith('statutory:'))
      .flatMap((key) =>
        fill(0.8, having('privacyOfficer')[0], 'statutory-done', { note: '보고했습니다' }, { code: key.slice(10) }),
      ),
    ...c.obstacles
      .filter((o) => o.answer === null)
      .flatMap((o) =>
        fill(
          0.8,
          o.forExecutive ? dice.one(having('executive')) : (lead ?? having('vocDesk')[0]),
          'answer-obstacle',
          { text: '물류에 물었습니다' },
          { number: String(o.number) },
        ),
      ),
  ];
  const transfer = (weight: number, who: PlaybookPerson | undefined): readonly Weighted[] =>
    fill(weight, who, 'transfer', { department: other(holding), reason: 'other_cause', why });

  const offer = offerOf(c);
  if (offer !== null) {
    const asked = dice.one(people.filter((p) => p.department === offer.to));
    return [
      ...fill(3, asked, 'accept', promise(asked)),
      ...fill(2, asked, 'return', { department: other(offer.to), why }),
      ...aside(),
    ];
  }
  switch (c.status) {
    case 'new':
      return fill(5, dice.one(having('vocDesk')), 'route', { department: other(null), reason: '살펴보고 정했습니다' });
    case 'routed': {
      const who = dice.one(members);
      return [
        ...fill(6, who, 'acknowledge', promise(who)),
        ...transfer(1.2, who),
        ...fill(0.3, lead, 'refuse', {
          reason: 'facts_differ',
          evidence: '사진과 다릅니다',
          explanation: '다릅니다',
          whyUnreasonable: '다릅니다',
        }),
        ...aside(),
      ];
    }
    case 'acknowledged':
      return [
        ...fill(5, owner, 'start', { plan: '다시 보냅니다', eta: in_(dice.between(4, 96)), position: '' }),
        ...transfer(0.7, owner),
        ...fill(0.4, lead, 'reassign', { owner: dice.one(members).id }),
        ...press(0.5, owner, 'progress'),
        ...fill(0.8, owner, 'contain', { measure: '판매를 멈췄습니다' }),
        ...aside(),
      ];
    case 'working':
      return [
        ...fill(4, owner, 'fix', {
          fixType: 'solved',
          done: '다시 보냈습니다',
          evidence: '송장 번호 123',
          rootCause: 'process/delivery',
          informationMissing: 'no',
        }),
        ...(owner === undefined
          ? []
          : fill(1.2, c.assessment.tier === 'S1' ? lead : owner, 'hold', {
              reason: dice.one(['customer', 'parts', 'partner']),
              until: dayOf(owner, dice.whole(1, 9)),
              nextUpdate: dayOf(owner, dice.whole(0, 1)),
            })),
        ...fill(0.5, owner, 'ask-decision', {
          question: '바꿔 드릴까요',
          option1: '교환',
          option2: '환불',
          recommended: '0',
          neededBy: dayOf(caller, dice.whole(1, 4)),
        }),
        ...transfer(0.4, owner),
        ...press(0.8, owner, 'progress'),
        ...fill(0.5, owner, 'contain', { measure: '판매를 멈췄습니다' }),
        ...aside(),
      ];
    case 'held':
      return [...press(2, owner, 'resume'), ...aside()];
    case 'deciding':
      return [
        ...fill(3, dice.one(having('executive')), 'decide', { choice: '0', reason: '그렇게 합시다' }),
        ...aside(),
      ];
    case 'adjudication':
      return [
        ...fill(4, dice.one(having('vocDesk')), 'adjudicate', { department: other(null), reason: why }),
        ...aside(),
      ];
    case 'fixed':
      return [
        ...fill(4, caller, 'reply', {
          channel: 'phone',
          toldAt: String(at - 60_000),
          gist: '다시 보내 드렸습니다',
          verdict: dice.weighted([
            [6, 'accepted'],
            [2, 'dissatisfied'],
            [1, 'unreachable'],
          ] as const),
          attempts: '3',
        }),
        ...fill(0.3, caller, 'reopen', { reason: '아직 아닙니다' }),
        ...aboutTime(),
      ];
    case 'replied':
      return [
        ...press(1, having('csLead')[1], 'close'),
        // Of what was severe somebody must say first that nothing has to become different.
        ...fill(1, having('csLead')[0], 'no-change', { reason: '새 상자가 이 건 뒤에 들어왔습니다' }),
        ...fill(0.4, caller, 'reopen', { reason: '또 왔습니다' }),
        ...aboutTime(),
      ];
    case 'closed':
      return fill(1, caller, 'reopen', { reason: '다시 생겼습니다' });
    case 'refused':
      return c.countersigned === null
        ? [
            ...press(2, having('vocDesk')[0], 'countersign'),
            ...fill(1, having('vocDesk')[1], 'overturn', { reason: '근거가 부족합니다' }),
          ]
        : [];
    default:
      return [];
  }
}

const signalsOf: readonly (readonly [number, readonly string[]])[] = [
  [30, []],
  [14, ['B1']],
  [10, ['B2']],
  [10, ['F1', 'E1']],
  [8, ['D1', 'F1']],
  [7, ['B2', 'C1', 'F1']],
  [6, ['B1', 'C2']],
  [5, ['A2']],
  [4, ['D2']],
  [3, ['K2', 'C2']],
  [2, ['A3']],
  [2, ['J1']],
];

/** Somebody in customer service files a case; `experience` finds it again. */
export function filingAct(experience: string, dice: Dice, playbook: Playbook): Act {
  const who = dice.one(playbook.people.filter((p) => p.roles.includes('csAgent')));
  const kind = dice.weighted([
    [60, 'complaint'],
    [15, 'claim'],
    [12, 'inquiry'],
    [6, 'suggestion'],
    [4, 'voe'],
    [1, 'praise'],
  ] as const);
  const department = dice.chance(0.08) ? 'desk' : dice.one(playbook.departments.filter((d) => d.code !== 'cs')).code;
  const signals = kind === 'complaint' || kind === 'claim' ? dice.weighted(signalsOf) : [];
  const values = {
    channel: 'app_chat',
    touchpoint: 'core',
    kind,
    words: '시킨 것과 다른 색이 왔습니다',
    experience,
    wants: ['exchange'],
    department,
    signals,
  };
  return { who, step: 'file', gesture: { type: 'submit', step: 'file', context: { permalink: '' }, values } };
}

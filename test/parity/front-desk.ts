import { startingValues } from '../../src/app/form-values.ts';
import { type CaseId, caseId, causationId } from '../../src/domain/ids.ts';
import type { Step } from '../../src/ports/card.ts';
import type { FormValues } from '../../src/ports/form.ts';
import type { Gesture, Reply } from '../../src/ports/interaction.ts';
import type { Office } from './office.ts';

/** One problem each, so that none looks like another. */
const voices = [
  '상자가 젖어 왔다',
  '영수증 글씨가 안 보인다',
  '앱에서 쿠폰이 안 먹는다',
  '직원이 반말을 했다',
  '주차장 바닥이 미끄럽다',
  '요금이 두 번 나갔다',
  '전기요에서 탄 냄새가 난다',
  '상담 전화가 끊긴다',
  '국에서 머리카락이 나왔다',
  '옷 색이 사진과 다르다',
  '교환 신청이 취소됐다',
  '의자 다리가 흔들린다',
  '강좌 영상이 안 나온다',
  '객실 에어컨이 시끄럽다',
  '약 설명서가 빠졌다',
  '포인트가 사라졌다',
  '택배 기사가 문 앞에 던졌다',
  '유통기한이 지난 우유였다',
  '화장실 불이 꺼져 있다',
  '비밀번호를 못 바꾼다',
  '계약서에 이름이 틀렸다',
  '장난감 바퀴가 빠졌다',
  '비행기 좌석이 바뀌었다',
  '수술 예약 문자가 안 왔다',
] as const;

/**
 * Acts of the company's people by the front door itself, past any platform: what a scenario starts from, and is not
 * about.
 */
export function frontDesk(
  office: Pick<Office, 'meari' | 'playbook' | 'platform' | 'tenant'>,
  /** Tells its acts from those of another desk. */
  name = 'front-desk',
) {
  const { meari, playbook, platform, tenant } = office;
  let acts = 0;
  let filings = 0;
  let last = 0;

  function says(who: string, gesture: Gesture): Promise<Reply> {
    const id = playbook.people.find((person) => person.id === who)?.chat[platform];
    if (id === undefined) throw new Error(`nobody here is ${who}`);
    acts += 1;
    return meari.receive({
      id: causationId(`${name}:${acts}`),
      user: { platform, tenant, id },
      locale: null,
      at: meari.now(),
      surface: 'elsewhere',
      gesture,
    });
  }

  async function answered(who: string, reply: Reply, values: FormValues): Promise<void> {
    if (reply.type === 'nothing' || reply.type === 'done') return;
    if (reply.type !== 'open-form') throw new Error(`${who} got ${JSON.stringify(reply).slice(0, 400)}`);
    const { step, context } = reply.form;
    const filled = { ...startingValues(reply.form), ...values };
    await answered(who, await says(who, { type: 'submit', step, context, values: filled }), {});
  }

  /** Numbers have gaps; every filing says something of its own. */
  async function filedAs(experience: string): Promise<CaseId | null> {
    for (let n = last + 1; n < last + 20; n++) {
      if ((await meari.store.load(caseId(n)))?.state.voice.experience !== experience) continue;
      last = n;
      return caseId(n);
    }
    return null;
  }

  const press = (who: string, step: Step, id: CaseId, arg?: string): Promise<Reply> =>
    says(who, { type: 'press', press: { step, caseId: id, ...(arg === undefined ? {} : { arg }) } });

  return {
    /** What a press, or a command, is answered with. */
    press,
    command: (who: string, text: string): Promise<Reply> => says(who, { type: 'command', text }),
    /** Presses, fills in the form if one opens, and insists that it went through. */
    does: async (who: string, step: Step, id: CaseId, values: FormValues = {}, arg?: string): Promise<void> => {
      await answered(who, await press(who, step, id, arg), values);
    },
    /** 박두리 files, or `who` does; for logistics, and of no great severity, unless told otherwise. */
    file: async (values: FormValues = {}, who = 'duri'): Promise<CaseId> => {
      // All the same would be a surge: they would wait behind the first.
      const experience = `${voices[filings++ % voices.length]} ${acts + 1}`;
      const form = await says(who, { type: 'command', text: String(values['words'] ?? experience) });
      await answered(who, form, {
        channel: 'phone',
        kind: 'complaint',
        wants: ['refund'],
        department: 'logistics',
        signals: [],
        experience,
        ...values,
      });
      const id = await filedAs(String(values['experience'] ?? experience));
      if (id === null) throw new Error(`nothing was filed as ${experience}`);
      return id;
    },
    filedAs,
  };
}
export type FrontDesk = ReturnType<typeof frontDesk>;

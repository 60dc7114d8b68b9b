import { describe, expect, it } from 'vitest';
import type { Status } from '../../src/domain/case/case.ts';
import { seesEverything } from '../../src/domain/case/visibility.ts';
import type { Role } from '../../src/domain/people.ts';
import { type Step, steps } from '../../src/ports/card.ts';
import { textOf } from '../support/front-door.ts';
import { shipped } from '../support/shipped-playbook.ts';
import { type FrontDoor, filed, plans, stages } from '../support/stages.ts';

const ids = (wanted: (person: (typeof shipped.people)[number]) => boolean): readonly string[] =>
  shipped.people.filter(wanted).map((p) => p.id);
const role = (...of: readonly Role[]) => ids((p) => p.roles.some((r) => of.includes(r)));

/** 박두리 filed the case and talks to the customer, 김하나 of logistics owns it, its lead is 오세찬. */
const logistics = ids((p) => p.department === 'logistics');
const quality = ids((p) => p.department === 'quality');
const owner = ['hana'];
const lead = ['sechan'];
const service = role('csAgent', 'csLead');
const csLeads = role('csLead');
const desk = role('vocDesk');
const executives = role('executive');
const somebodyElse = 'slack:T1:U0PASSERBY';
const everybody = [...shipped.people.map((p) => p.id), somebodyElse];

const onTheCase = ['duri', ...logistics, ...desk];
/** Whoever may read a case may say that it is like another. */
const readers = ids((p) => p.department === 'logistics' || seesEverything(p));
const always: StepsOf = {
  flag: service,
  note: everybody,
  draft: service,
  original: [...csLeads, ...desk, ...role('privacyOfficer')],
};
const split = [...service, ...desk];
const open: StepsOf = {
  ...always,
  split,
  repeat: csLeads,
  severity: everybody,
  link: readers,
  obstacle: onTheCase,
  withdraw: service,
  statutory: [...service, ...desk, ...role('privacyOfficer'), ...ids((p) => p.department === 'legal')],
};
const unanswered = { ...open, contact: service };
/** Owners ask; CS, the lead of the department and the executives give of their own as well. */
const given = { remedy: [...service, ...owner, ...lead, ...executives] };
const inWork = { ...unanswered, ...given, contain: owner };
const early = { ...unanswered, merge: [...service, ...desk], refuse: lead };

type StepsOf = Readonly<Partial<Record<Step, readonly string[]>>>;
/** Who gets further than a sentence; a step that is not named is nobody's there. */
const mayPress: Readonly<Record<Status, StepsOf>> = {
  new: {
    ...unanswered,
    link: ids(seesEverything),
    obstacle: ['duri', ...desk],
    route: desk,
    void: desk,
    merge: [...service, ...desk],
  },
  routed: { ...early, acknowledge: logistics, transfer: logistics },
  acknowledged: { ...early, ...inWork, progress: owner, start: owner, transfer: [...owner, ...lead], reassign: lead },
  working: {
    ...inWork,
    progress: owner,
    refuse: lead,
    reassign: lead,
    transfer: [...owner, ...lead],
    hold: [...owner, ...lead],
    fix: owner,
    'ask-decision': [...owner, ...lead, ...desk],
  },
  held: { ...inWork, resume: owner, reassign: lead },
  deciding: { ...inWork, decide: executives, reassign: lead },
  adjudication: { ...unanswered, link: [...readers, ...quality], adjudicate: desk },
  fixed: { ...unanswered, ...given, reply: service, reopen: service, reassign: lead },
  replied: { ...open, ...given, close: csLeads, reopen: service, reassign: lead },
  refused: { ...unanswered, countersign: desk, overturn: desk, reopen: service },
  closed: { ...always, split, link: readers, reopen: service },
  merged: always,
  withdrawn: { ...always, split, link: readers },
  settled: { ...always, split, link: readers, reopen: service },
  void: always,
};

const onACase = steps.slice(0, steps.indexOf('change'));

async function whoMay(step: Step, stage: () => Promise<FrontDoor>): Promise<readonly string[]> {
  const able: string[] = [];
  let door = await stage();
  for (const who of everybody) {
    const reply = await door.press(who, step, 1);
    if (reply.type === 'say') continue;
    able.push(who);
    if (reply.type !== 'open-form') door = await stage();
  }
  return able.sort();
}

const sorted = (people: readonly string[] = []): readonly string[] => [...new Set(people)].sort();

describe('who may do what', () => {
  it.each(Object.keys(stages) as readonly Status[])('S0-09 S4-05 every step, every person: %s', async (status) => {
    for (const step of onACase) {
      expect(await whoMay(step, stages[status]), `${step} while ${status}`).toEqual(sorted(mayPress[status][step]));
    }
  });

  it('an offer is answered by the department it is made to, and no other', async () => {
    const offered = async () => {
      const door = await stages.acknowledged();
      await door.does('hana', 'transfer', 1, plans.toQuality);
      return door;
    };
    expect(await whoMay('accept', offered)).toEqual(sorted(quality));
    expect(await whoMay('return', offered)).toEqual(sorted(quality));
    expect(await whoMay('transfer', offered)).toEqual([]);
  });

  it('an S1 is put on hold by the lead of the department only', async () => {
    const urgent = async () => {
      const door = await filed({ signals: ['A3'] });
      const call = { caller: 'duri', callbackAt: door.at(3_600_000), eta: door.at(7_200_000) };
      await door.does('hana', 'acknowledge', 1, call);
      await door.does('hana', 'start', 1, plans.start(door));
      return door;
    };
    expect(await whoMay('hold', urgent)).toEqual(sorted(lead));
  });

  it('a filer outside customer service may ask for more work on the case, and does not answer the customer', async () => {
    const door = await stages.replied();
    const form = await door.command('haram', '영수증이 두 번 청구됐다고 합니다');
    await door.send('haram', form, {
      channel: 'phone',
      kind: 'complaint',
      experience: '두 번 청구됐다',
      wants: ['refund'],
      department: 'logistics',
      signals: [],
    });
    await door.does('hana', 'acknowledge', 2);
    await door.does('hana', 'start', 2, plans.start(door));
    await door.does('hana', 'fix', 2, plans.fix);
    expect(textOf(await door.press('haram', 'reply', 2))).toContain('상담사');
    expect((await door.press('haram', 'reopen', 2)).type).toBe('open-form');
    expect(textOf(await door.press('haram', 'reopen', 1))).toContain('상담사');
  });

  it('a stranger to a case neither reads it nor finds it; its filer, its department and CS do', async () => {
    const door = await filed();
    for (const who of ['yuna', 'haram', somebodyElse]) {
      expect(textOf(await door.command(who, 'VOC-1'))).not.toContain('계란');
      expect(textOf(await door.press(who, 'history', 1))).not.toContain('박두리');
      expect(textOf(await door.press(who, 'words', 1))).toContain('접수자');
    }
    for (const who of ['duri', 'jiho', 'emily', 'aram', 'dain']) {
      expect(textOf(await door.command(who, 'VOC-1'))).toContain('계란');
    }
  });

  it('S0-09 whoever is not the VOC desk is told who settles the department', async () => {
    const door = await stages.new();
    expect(textOf(await door.press('hana', 'route', 1))).toContain('VOC 조정관만 정할 수 있습니다');
    const disputed = await stages.adjudication();
    expect(textOf(await disputed.press('sechan', 'adjudicate', 1))).toContain('VOC 조정관만 정할 수 있습니다');
  });
});

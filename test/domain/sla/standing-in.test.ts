import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PersonId, personId } from '../../../src/domain/ids.ts';
import { day } from '../../../src/domain/instant.ts';
import type { Playbook, PlaybookPerson } from '../../../src/domain/playbook.ts';
import { type Absence, maySetAbsence, standIn } from '../../../src/domain/sla/absence.ts';
import { aPlaybook, people } from '../../support/a-playbook.ts';

const tuesday = day('2026-11-24');
let ids = 0;
const away = (
  person: PlaybookPerson | PersonId,
  delegate: PlaybookPerson | PersonId | null = null,
  [from, until] = ['2026-11-23', '2026-11-27'],
): Absence => {
  ids += 1;
  const id = (of: PlaybookPerson | PersonId): PersonId => (typeof of === 'string' ? of : of.id);
  const delegated = delegate === null ? null : id(delegate);
  return { id: ids, person: id(person), from: day(from), until: day(until), delegate: delegated, setBy: id(person) };
};
const instead = (of: PlaybookPerson, ...absences: readonly Absence[]) => standIn(of.id, tuesday, absences, aPlaybook);

describe('reminders of somebody who is away', () => {
  it('reach themselves while they are there, before and after', () => {
    expect(instead(people.hana)).toBe('hana');
    expect(instead(people.hana, away(people.jiho))).toBe('hana');
    expect(instead(people.hana, away(people.hana, people.jiho, ['2026-11-25', '2026-11-27']))).toBe('hana');
    expect(instead(people.hana, away(people.hana, people.jiho, ['2026-11-20', '2026-11-23']))).toBe('hana');
  });

  it('go to the delegate on the first day and on the last', () => {
    expect(instead(people.hana, away(people.hana, people.jiho, ['2026-11-24', '2026-11-27']))).toBe('jiho');
    expect(instead(people.hana, away(people.hana, people.jiho, ['2026-11-20', '2026-11-24']))).toBe('jiho');
  });

  it("go to the delegate's delegate where the delegate is away too", () => {
    expect(instead(people.hana, away(people.hana, people.jiho), away(people.jiho, people.yuna))).toBe('yuna');
  });

  it('go to the department lead where nobody was named, or those named stand in for each other', () => {
    expect(instead(people.hana, away(people.hana))).toBe('sechan');
    expect(instead(people.hana, away(people.hana, people.jiho), away(people.jiho, people.hana))).toBe('sechan');
    expect(instead(people.hana, away(people.hana, people.jiho), away(people.jiho))).toBe('sechan');
  });

  it('go to whom the lead named where the lead is away as well', () => {
    expect(instead(people.hana, away(people.hana), away(people.sechan, people.jiho))).toBe('jiho');
  });

  it('of a lead go to a CS lead, not to the lead of a department that may not see the case', () => {
    expect(instead(people.sechan, away(people.sechan))).toBe('mirae');
  });

  it('of a role go to another who has it: a CS lead, the VOC desk, an executive', () => {
    expect(instead(people.mirae, away(people.mirae))).toBe('garam');
    expect(instead(people.aram, away(people.aram))).toBe('hangyeol');
    expect(instead(people.dain, away(people.dain))).toBe('hyunwoo');
  });

  it('go to a CS lead, then the VOC desk, where nobody else has the role', () => {
    const alone = [away(people.eunsol)];
    expect(instead(people.eunsol, ...alone)).toBe('mirae');
    expect(instead(people.eunsol, ...alone, away(people.mirae), away(people.garam))).toBe('aram');
  });

  it('of somebody outside the playbook go to a CS lead', () => {
    expect(standIn(personId('guest'), tuesday, [away(personId('guest'))], aPlaybook)).toBe('mirae');
  });

  it('follow at most five delegates', () => {
    const chain = ['hana', 'a', 'b', 'c', 'd', 'e', 'f'].map(personId);
    const handedOn = chain.slice(0, -1).map((id, i) => away(id, chain[i + 1] ?? null));
    expect(standIn(people.hana.id, tuesday, handedOn, aPlaybook)).toBe('sechan');
    expect(standIn(people.hana.id, tuesday, handedOn.slice(0, 5), aPlaybook)).toBe('e');
  });

  it('wait for the person where everybody is away, and are nobody’s in an empty company', () => {
    const everybody = aPlaybook.people.map((p) => away(p));
    expect(instead(people.hana, ...everybody)).toBe('hana');
    const empty: Playbook = { ...aPlaybook, people: [] };
    expect(standIn(people.hana.id, tuesday, [away(people.hana)], empty)).toBeNull();
    expect(standIn(people.hana.id, tuesday, [], empty)).toBe('hana');
  });
});

const anybody = fc.constantFrom(...aPlaybook.people.map((p) => p.id), personId('guest'), personId('gone'));
const anAbsence = fc.record({
  id: fc.nat(),
  person: anybody,
  from: fc.constantFrom(day('2026-11-20'), day('2026-11-24')),
  until: fc.constantFrom(day('2026-11-24'), day('2026-11-30')),
  delegate: fc.option(anybody),
  setBy: anybody,
});

describe('whatever absences there are', () => {
  it('nobody who is away that day is reminded, unless everybody is', () => {
    fc.assert(
      fc.property(fc.array(anAbsence, { maxLength: 40 }), anybody, (absences, person) => {
        const isAway = (id: PersonId) => absences.some((a) => a.person === id);
        const found = standIn(person, tuesday, absences, aPlaybook);
        expect(found).not.toBeNull();
        const everybody = isAway(person) && aPlaybook.people.every(({ id }) => isAway(id));
        if (!everybody && found !== null) expect(isAway(found)).toBe(false);
      }),
    );
  });

  it('who is there is reminded themselves', () => {
    fc.assert(
      fc.property(fc.array(anAbsence), anybody, (absences, person) => {
        const others = absences.filter((a) => a.person !== person);
        expect(standIn(person, tuesday, others, aPlaybook)).toBe(person);
      }),
    );
  });
});

describe('an absence', () => {
  it('is set by oneself, or by the lead of the department', () => {
    const may = (setter: PlaybookPerson, person: PlaybookPerson) => maySetAbsence(setter, person.id, aPlaybook);
    expect(may(people.hana, people.hana)).toBe(true);
    expect(may(people.sechan, people.hana)).toBe(true);
    expect(may(people.dongmin, people.hana)).toBe(false);
    expect(may(people.jiho, people.hana)).toBe(false);
    expect(may(people.mirae, people.aram)).toBe(false);
  });
});

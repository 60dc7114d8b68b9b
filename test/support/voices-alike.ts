import { caseStore } from '../../db/case-store.ts';
import type { Database } from '../../db/database.ts';
import { lookAlikes } from '../../db/look-alikes.ts';
import { type CaseId, departmentCode } from '../../src/domain/ids.ts';
import { suggest } from '../../src/domain/intake/suggest.ts';
import type { Voice } from '../../src/domain/intake/voice.ts';
import type { LookAlike, LookAlikes, Sought } from '../../src/ports/look-alikes.ts';
import { filing } from './a-change.ts';
import { filed, filedAt, later, masked, routedTo } from './case-events.ts';
import { type LabelledPair, labelledPairs, labelledVoices } from './fixtures.ts';
import { shipped } from './shipped-playbook.ts';

/** What is known of a voice when it is filed: what Meari itself would suggest, unless a label says it. */
type Told = Pick<Sought, 'kind' | 'touchpoint' | 'department'>;
type Spoken = { readonly text: string; readonly told: Told };

const suggested = (text: string): Spoken => {
  const { kind, touchpoint, department } = suggest(text, shipped);
  return { text, told: { kind, touchpoint, department } };
};

const soughtAs = ({ text, told }: Spoken, except: readonly CaseId[]): Sought => ({
  ...told,
  words: masked(text),
  experience: masked(text.slice(0, 80)),
  except,
  at: later(1),
});

/** The forty voices, and of one half of the pairs every first voice, filed as cases of one company. */
export type Office = {
  readonly search: LookAlikes;
  readonly pairs: readonly LabelledPair[];
  /** What is offered where the second voice of a pair comes in. */
  readonly forPair: (pair: LabelledPair) => Promise<readonly LookAlike[]>;
  readonly idOfPair: (pair: LabelledPair) => CaseId;
  /** What is offered where one of the forty comes in again. */
  readonly forVoice: (index: number) => Promise<readonly LookAlike[]>;
  readonly idOfVoice: (index: number) => CaseId;
};

export async function officeOf(db: Database, half: LabelledPair['half']): Promise<Office> {
  const store = caseStore(db, { gapMs: () => 0 });
  const ids = new Map<string, CaseId>();
  const file = async (key: string, { text, told }: Spoken): Promise<void> => {
    const voice: Partial<Voice> = {
      words: masked(text),
      experience: masked(text.slice(0, 80)),
      touchpoint: told.touchpoint,
      kind: told.kind ?? 'complaint',
    };
    const route = told.department === null ? [] : [routedTo(told.department)];
    const done = await store.commit(filing({ events: [filed({ voice }), ...route] }));
    if (done.ok) ids.set(key, done.value.caseId);
  };
  const pairs = labelledPairs.filter((pair) => pair.half === half);
  const voices = new Map<number, Spoken>(
    labelledVoices.map((v) => [
      v.index,
      { text: v.text, told: { kind: v.kind, touchpoint: v.touchpoint, department: departmentCode(v.department) } },
    ]),
  );
  for (const [index, voice] of voices) await file(`voice ${index}`, voice);
  for (const { id, a } of pairs) await file(id, suggested(a));
  const { lexicon, ...rules } = shipped.lookAlikes;
  const search = lookAlikes(db, { rules, lexicon: () => lexicon });
  await search.upkeep(filedAt);
  const idOf = (key: string): CaseId => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`${key} was not filed`);
    return id;
  };
  return {
    search,
    pairs,
    idOfPair: ({ id }) => idOf(id),
    forPair: ({ b }) => search.find(soughtAs(suggested(b), [])),
    idOfVoice: (index) => idOf(`voice ${index}`),
    // Among the forty, as on the day they were filed.
    forVoice: (index) => {
      const voice = voices.get(index);
      if (voice === undefined) throw new Error(`there is no voice ${index}`);
      return search.find(soughtAs(voice, [idOf(`voice ${index}`), ...pairs.map(({ id }) => idOf(id))]));
    },
  };
}

/** How well the partner is found, and how much of what is offered was labelled as the same. */
export async function measured({
  pairs,
  forPair,
  idOfPair,
}: Office): Promise<{ readonly recall: number; readonly precision: number }> {
  let [found, offeredWrongly, same] = [0, 0, 0];
  for (const pair of pairs) {
    const offered = (await forPair(pair)).some(({ id }) => id === idOfPair(pair));
    if (pair.same) same += 1;
    if (pair.same && offered) found += 1;
    if (!pair.same && offered) offeredWrongly += 1;
  }
  return { recall: found / same, precision: found / (found + offeredWrongly) };
}

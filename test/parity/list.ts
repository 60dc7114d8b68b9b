import type { Step } from '../../src/ports/card.ts';
import type { Gesture } from '../../src/ports/interaction.ts';
import { answering } from './answering.ts';
import { caring } from './caring.ts';
import { comparing } from './comparing.ts';
import { gestures } from './gestures.ts';
import { improving } from './improving.ts';
import { lightPaths } from './light-paths.ts';
import { looking } from './looking.ts';
import { makingGood } from './making-good.ts';
import { aboutTime, reminders } from './over-days.ts';
import { alone } from './private-words.ts';
import { protecting } from './protecting.ts';
import { remarking } from './remarking.ts';
import type { Scenario } from './scenario.ts';
import { seeing } from './seeing.ts';
import { taking } from './taking.ts';
import { withoutACase } from './without-a-case.ts';
import { working } from './working.ts';

/** Everything a person can do by a button, a form or a word: a step that is missing here does not compile. */
const ofSteps: Readonly<Record<Step, Scenario>> = {
  ...taking,
  ...working,
  ...answering,
  ...makingGood,
  ...remarking,
  ...looking,
  ...caring,
  ...comparing,
  ...improving,
  ...aboutTime,
  ...protecting,
  ...lightPaths,
  ...withoutACase,
};

/** Every way in; as above. */
const ofGestures: Readonly<Record<Gesture['type'], Scenario>> = gestures;

export type Chapter = { readonly title: string; readonly scenarios: readonly Scenario[] };

const isOfNoCase = (step: string): boolean => step in withoutACase || step === 'ideas';
const steps = Object.entries(ofSteps);

/** The page's chapters; its rows in the order in which they are read. */
export const chapters: readonly Chapter[] = [
  { title: 'Ways in', scenarios: Object.values(ofGestures) },
  { title: 'With a case', scenarios: steps.flatMap(([step, scenario]) => (isOfNoCase(step) ? [] : [scenario])) },
  { title: 'Without a case', scenarios: steps.flatMap(([step, scenario]) => (isOfNoCase(step) ? [scenario] : [])) },
  { title: 'What people see', scenarios: [...seeing, ...alone, ...Object.values(reminders)] },
];

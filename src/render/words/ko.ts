import { away } from './ko/away.ts';
import { calendar } from './ko/calendar.ts';
import { card } from './ko/card.ts';
import { changes } from './ko/changes.ts';
import { fields } from './ko/fields.ts';
import { filing } from './ko/filing.ts';
import { forms } from './ko/forms.ts';
import { glossary } from './ko/glossary.ts';
import { learning } from './ko/learning.ts';
import { lists } from './ko/lists.ts';
import { notes } from './ko/notes.ts';
import { nudges } from './ko/nudges.ts';
import { fieldProblems, rejections } from './ko/rejections.ts';
import { remedies } from './ko/remedies.ts';
import { steps } from './ko/steps.ts';
import { done, story, word } from './ko/story.ts';
import { clocks, time } from './ko/time.ts';
import { faults, views } from './ko/views.ts';
import type { Words } from './words.ts';

export const ko: Words = {
  time,
  clocks,
  glossary,
  steps,
  card,
  fields,
  forms,
  filing,
  story,
  word,
  done,
  changes,
  learning,
  lists,
  notes,
  nudges,
  remedies,
  views,
  rejections,
  fieldProblems,
  faults,
  away,
  calendar,
};

import { away } from './en/away.ts';
import { brief } from './en/brief.ts';
import { calendar } from './en/calendar.ts';
import { card } from './en/card.ts';
import { care } from './en/care.ts';
import { changes } from './en/changes.ts';
import { digests } from './en/digests.ts';
import { drafts } from './en/drafts.ts';
import { exporting } from './en/export.ts';
import { fields } from './en/fields.ts';
import { filing } from './en/filing.ts';
import { forms } from './en/forms.ts';
import { glossary } from './en/glossary.ts';
import { happyCall } from './en/happy-call.ts';
import { learning } from './en/learning.ts';
import { lexicon } from './en/lexicon.ts';
import { light } from './en/light.ts';
import { lists } from './en/lists.ts';
import { notes } from './en/notes.ts';
import { nudges } from './en/nudges.ts';
import { opinion } from './en/opinion.ts';
import { pack } from './en/pack.ts';
import { protection } from './en/protection.ts';
import { fieldProblems, rejections } from './en/rejections.ts';
import { remedies } from './en/remedies.ts';
import { steps } from './en/steps.ts';
import { done, story, word } from './en/story.ts';
import { clocks, time } from './en/time.ts';
import { faults, views } from './en/views.ts';
import type { Words } from './words.ts';

export const en: Words = {
  time,
  clocks,
  glossary,
  steps,
  card,
  brief,
  care,
  digests,
  drafts,
  happyCall,
  opinion,
  fields,
  forms,
  filing,
  story,
  word,
  done,
  changes,
  lexicon,
  light,
  learning,
  lists,
  notes,
  nudges,
  remedies,
  protection,
  views,
  rejections,
  fieldProblems,
  faults,
  away,
  calendar,
  pack,
  export: exporting,
};

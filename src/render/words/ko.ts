import { away } from './ko/away.ts';
import { brief } from './ko/brief.ts';
import { calendar } from './ko/calendar.ts';
import { card } from './ko/card.ts';
import { care } from './ko/care.ts';
import { changes } from './ko/changes.ts';
import { digests } from './ko/digests.ts';
import { drafts } from './ko/drafts.ts';
import { exporting } from './ko/export.ts';
import { fields } from './ko/fields.ts';
import { filing } from './ko/filing.ts';
import { forms } from './ko/forms.ts';
import { glossary } from './ko/glossary.ts';
import { happyCall } from './ko/happy-call.ts';
import { learning } from './ko/learning.ts';
import { lexicon } from './ko/lexicon.ts';
import { light } from './ko/light.ts';
import { lists } from './ko/lists.ts';
import { notes } from './ko/notes.ts';
import { nudges } from './ko/nudges.ts';
import { opinion } from './ko/opinion.ts';
import { pack } from './ko/pack.ts';
import { protection } from './ko/protection.ts';
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

import type { away } from './ko/away.ts';
import type { brief } from './ko/brief.ts';
import type { calendar } from './ko/calendar.ts';
import type { card } from './ko/card.ts';
import type { care } from './ko/care.ts';
import type { changes } from './ko/changes.ts';
import type { drafts } from './ko/drafts.ts';
import type { exporting } from './ko/export.ts';
import type { fields } from './ko/fields.ts';
import type { filing } from './ko/filing.ts';
import type { forms } from './ko/forms.ts';
import type { glossary } from './ko/glossary.ts';
import type { happyCall } from './ko/happy-call.ts';
import type { learning } from './ko/learning.ts';
import type { lexicon } from './ko/lexicon.ts';
import type { light } from './ko/light.ts';
import type { lists } from './ko/lists.ts';
import type { notes } from './ko/notes.ts';
import type { nudges } from './ko/nudges.ts';
import type { opinion } from './ko/opinion.ts';
import type { pack } from './ko/pack.ts';
import type { protection } from './ko/protection.ts';
import type { fieldProblems, rejections } from './ko/rejections.ts';
import type { remedies } from './ko/remedies.ts';
import type { steps } from './ko/steps.ts';
import type { done, story, word } from './ko/story.ts';
import type { clocks, time } from './ko/time.ts';
import type { faults, views } from './ko/views.ts';

/**
 * Every sentence people read. Korean is written first and gives the shape; each other language is checked against it,
 * so a word or a blank that is missing stops the build.
 */
export type Words = {
  readonly time: typeof time;
  readonly clocks: typeof clocks;
  readonly glossary: typeof glossary;
  readonly steps: typeof steps;
  readonly card: typeof card;
  readonly brief: typeof brief;
  readonly care: typeof care;
  readonly drafts: typeof drafts;
  readonly happyCall: typeof happyCall;
  readonly opinion: typeof opinion;
  readonly fields: typeof fields;
  readonly forms: typeof forms;
  readonly filing: typeof filing;
  readonly story: typeof story;
  readonly word: typeof word;
  readonly done: typeof done;
  readonly changes: typeof changes;
  readonly lexicon: typeof lexicon;
  readonly light: typeof light;
  readonly learning: typeof learning;
  readonly lists: typeof lists;
  readonly notes: typeof notes;
  readonly nudges: typeof nudges;
  readonly remedies: typeof remedies;
  readonly protection: typeof protection;
  readonly views: typeof views;
  readonly rejections: typeof rejections;
  readonly fieldProblems: typeof fieldProblems;
  readonly faults: typeof faults;
  readonly away: typeof away;
  readonly calendar: typeof calendar;
  readonly pack: typeof pack;
  readonly export: typeof exporting;
};

import type { CaseRecord } from '../../domain/case/case.ts';
import type { Field, Form } from '../../ports/form.ts';
import { limitText } from '../conduct-card.ts';
import { notReachableNow } from '../reach-text.ts';
import type { Reading } from '../reading.ts';
import { struggleChoices, termChoices } from './choices.ts';
import { momentField, oneLine, prose, select, severalOf } from './fields.ts';
import { caseForm } from './form-head.ts';
import { justNow } from './starting-times.ts';

/** "Nobody to tell" is no way to contact somebody. */
const nobody = 'none';

/** What the customer tells of it now: it is counted, so that it can become less. */
export const struggledField = (r: Reading): Field =>
  severalOf('struggled', r.words.care.struggled, struggleChoices(r), {
    hint: r.words.care.struggledHint,
    required: false,
  });

/** As somebody writes it; what can be read of it is kept beside the words. */
export const reachField = (initial: string, r: Reading): Field =>
  oneLine('reach', r.words.care.reach, { hint: r.words.care.reachHint, required: false, max: 150, initial });

/** The customer hears how it stands, before there is an answer. */
export function contactForm(record: CaseRecord, r: Reading): Form {
  const { contactChannel, contactedAt, contactGist, contactGistHint } = r.words.fields;
  const channels = termChoices('replyChannels', r).filter((c) => c.value !== nobody);
  const fields = [
    select('channel', contactChannel, channels),
    momentField('contactedAt', contactedAt, justNow(r)),
    prose('gist', contactGist, { hint: contactGistHint }),
    struggledField(r),
    reachField(record.state.reach?.words ?? '', r),
  ];
  const says = [limitText(record.state, r) ?? '', notReachableNow(record.state, r) ?? '', r.words.forms.contact];
  return caseForm('contact', record, fields, r, { says });
}

export function containForm(record: CaseRecord, r: Reading): Form {
  const { measure, measureHint } = r.words.fields;
  const stated = record.state.contained ?? '';
  const fields = [prose('measure', measure, { hint: measureHint, initial: stated })];
  return caseForm('contain', record, fields, r, { says: [r.words.forms.contain] });
}

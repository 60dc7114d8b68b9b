import type { CaseRecord } from '../../domain/case/case.ts';
import { requestVerdicts } from '../../domain/case/request-verdict.ts';
import { voiceKinds } from '../../domain/intake/voice.ts';
import type { Form } from '../../ports/form.ts';
import { isFolded } from '../conduct-card.ts';
import { clip } from '../excerpt.ts';
import type { Reading } from '../reading.ts';
import { departmentChoices, termChoices } from './choices.ts';
import { checkbox, choice, dayField, oneLine, pick, prose, select, severalOf } from './fields.ts';
import { caseForm } from './form-head.ts';

export function verdictForm(record: CaseRecord, r: Reading): Form {
  const { fields: w, verdicts, forms } = r.words.light;
  const fields = [
    pick(
      'verdict',
      w.verdict,
      requestVerdicts.map((v) => choice(v, verdicts[v])),
    ),
    prose('reason', w.reason, { hint: w.reasonHint }),
    dayField('until', w.until, null, { hint: w.untilHint, required: false }),
  ];
  return caseForm('verdict', record, fields, r, { says: [forms.verdict] });
}

export function repeatForm(record: CaseRecord, r: Reading): Form {
  const { fields: w, forms } = r.words.light;
  const fields = [
    oneLine('earlier', w.earlier, { hint: w.earlierHint, required: false }),
    checkbox('noNewFacts', w.noNewFacts, choice('yes', w.noNewFactsTick), { required: false }),
    prose('statement', w.statement, { hint: w.statementHint }),
  ];
  return caseForm('repeat', record, fields, r, { says: [forms.repeat(r.playbook.protection.fullAnswers)] });
}

/** What one text field takes (Slack). */
const fieldSize = 3000;

/** The same words, masked as they stand; the person leaves what the other case is about. */
export function splitForm(record: CaseRecord, r: Reading): Form {
  const { fields: w, forms } = r.words.light;
  const { voice } = record.state;
  const kinds = voiceKinds.filter((k) => k !== voice.kind && k !== 'void');
  const filing = r.words.filing;
  const fields = [
    select(
      'kind',
      filing.kind,
      kinds.map((k) => choice(k, r.words.glossary.kinds[k])),
    ),
    prose('words', w.part, {
      hint: w.partHint,
      initial: isFolded(record.state, r) ? '' : clip(voice.words, fieldSize),
    }),
    oneLine('experience', filing.experience, { hint: filing.experienceHint }),
    severalOf('wants', filing.wants, termChoices('wants', r), { initial: voice.wants }),
    select('department', filing.department, [choice('desk', filing.toDesk), ...departmentChoices(r, null)], {
      hint: filing.deskHint,
      required: false,
      initial: 'desk',
    }),
  ];
  return caseForm('split', record, fields, r, { says: [forms.split] });
}

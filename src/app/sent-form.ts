import type { CaseCommandOf } from '../domain/case/commands.ts';
import { surgeOf } from '../domain/learning/surge.ts';
import type { FormValues } from '../ports/form.ts';
import type { Gesture, Reply } from '../ports/interaction.ts';
import { inLine } from '../render/excerpt.ts';
import { fieldErrors, rejectionText } from '../render/rejection-text.ts';
import type { Asked } from './asked.ts';
import { atFields } from './at-fields.ts';
import { isChangeStep } from './change-desk.ts';
import { earlierCases } from './earlier-cases.ts';
import { faultOf } from './faults.ts';
import { filing, wordsIn } from './filing.ts';
import { isLexiconStep } from './lexicon-desk.ts';
import { isLikenessStep } from './likeness.ts';
import { lookOverDraft } from './look-over-draft.ts';
import { type ReceiveDeps, readingOf } from './receive-deps.ts';
import { splitForm } from './split.ts';
import { stamp, submit } from './take-step.ts';

type FilingData = CaseCommandOf<'FileCase'>['data'];
type Sent = Extract<Gesture, { type: 'submit' }>;

/** A form came back: of no case, or of the case it carries. */
export async function sentForm(deps: ReceiveDeps, asked: Asked, { step, values, context }: Sent): Promise<Reply> {
  const { known, interaction } = asked;
  switch (step) {
    case 'file':
      return file(deps, asked, values, context);
    case 'split':
      return splitForm(deps, asked, values, context);
    case 'opinion':
      return giveOpinion(deps, asked, values);
    case 'away':
      return deps.away.set(known, interaction.at, values);
    case 'add-holiday':
      return deps.calendarDesk.add(known, interaction.at, values, context);
    case 'remove-holiday':
      return deps.calendarDesk.remove(known, interaction.at, values);
    case 'draft':
      return lookOverDraft(deps, asked, values, context);
    default:
      if (isLikenessStep(step)) return deps.likeness.submit(asked, step, values, context);
      if (isChangeStep(step)) return deps.changeDesk.submit(asked, step, values, context);
      if (isLexiconStep(step)) return deps.lexiconDesk.submit(asked, step, values, context);
      return submit(deps, asked, step, values, context);
  }
}

/** An opinion on Meari itself is a voice of employee, with the team that looks after it. */
export function giveOpinion(deps: ReceiveDeps, asked: Asked, values: FormValues): Promise<Reply> {
  const { department, channel, want } = deps.playbook.care.feedback;
  const words = String(values['words'] ?? '');
  const filed = { words, experience: inLine(words, 200), wants: [want], channel, kind: 'voe', department };
  return file(deps, asked, filed, {});
}

/** Earlier cases that look the same. What cannot be looked up keeps nobody from filing. */
async function alikesOf(
  deps: ReceiveDeps,
  { interaction }: Asked,
  data: FilingData,
): Promise<Pick<FilingData, 'alikes' | 'surge'>> {
  const { words, experience, product, touchpoint, kind, department } = data;
  if (kind === 'praise' || kind === 'void' || words.trim() === '') return {};
  const { shown, compared, surge: rules } = deps.playbook.lookAlikes;
  const sought = { words, experience, touchpoint, kind, department, except: [], at: interaction.at };
  try {
    const found = await deps.lookAlikes.find({ ...sought, ...(product === null ? {} : { product }) }, compared);
    const surge = surgeOf(found, interaction.at, rules);
    return { alikes: found.slice(0, shown).map(({ id }) => id), ...(surge === null ? {} : { surge }) };
  } catch (fault) {
    deps.log.error('look-alikes could not be looked up; the case is filed without', faultOf(fault));
    return {};
  }
}

async function file(
  deps: ReceiveDeps,
  asked: Asked,
  values: FormValues,
  context: Readonly<Record<string, string>>,
): Promise<Reply> {
  const { known } = asked;
  const earlier = (await earlierCases(deps, wordsIn(values), values)).map(({ id }) => id);
  const { intent, original } = filing(values, context, known.person, deps.playbook, deps.vault, earlier);
  const command = stamp({ ...intent, data: { ...intent.data, ...(await alikesOf(deps, asked, intent.data)) } }, asked);
  const handled = await deps.handle({ caseId: null, command, original });
  if (handled.type === 'done') {
    const home = context['surface'] === 'home' ? await deps.show.home(known) : null;
    // The receipt is owed like every other word: it comes once, also when this answer is lost.
    return { type: 'done', card: null, home };
  }
  const { rejection } = handled;
  const reading = readingOf(deps, known, handled.record);
  const errors = rejection.type === 'InvalidInput' ? fieldErrors(rejection.problems, 'file', reading) : {};
  return { type: 'field-errors', errors: atFields(errors, values, rejectionText(rejection, reading)) };
}

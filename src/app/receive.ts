import type { CaseId } from '../domain/ids.ts';
import { readMonth } from '../domain/month.ts';
import { hasRole } from '../domain/people.ts';
import { unreachable } from '../domain/result.ts';
import type { Press } from '../ports/card.ts';
import type { Interaction, Receive, Reply } from '../ports/interaction.ts';
import { sentenceCard } from '../render/case-views.ts';
import { faultText } from '../render/fault-text.ts';
import { languageCard, mentionCard } from '../render/list-cards.ts';
import { opinionForm } from '../render/opinion-form.ts';
import type { Asked } from './asked.ts';
import { atFields } from './at-fields.ts';
import { isChangeStep } from './change-desk.ts';
import { readCommandLine } from './command-line.ts';
import { isDigestStep } from './digests/digest-desk.ts';
import { earlierCases, summedUp } from './earlier-cases.ts';
import { faultKind, faultOf } from './faults.ts';
import { openFiling, redrawFiling, wordsIn } from './filing.ts';
import { isLexiconStep } from './lexicon-desk.ts';
import { isLikenessStep } from './likeness.ts';
import { openDraft } from './look-over-draft.ts';
import { type ReceiveDeps, readingOf } from './receive-deps.ts';
import { giveOpinion, sentForm } from './sent-form.ts';
import { press, rememberingHome } from './take-step.ts';
import { turnedAway } from './turn-away.ts';

/**
 * The front door: who is it, what do they want, what do they see. Breakage is logged with a code and answered with what
 * to do; in a form it stands at the first field, so that nothing typed is lost.
 */
export function receiveWith(deps: ReceiveDeps): Receive {
  return async (interaction) => {
    try {
      const { gesture } = interaction;
      if (gesture.type === 'note') return await deps.hearNote.silently(interaction, gesture.note);
      const known = await deps.directory.resolve(interaction.user, interaction.locale);
      if (known === null) return turnedAway(deps, interaction);
      const asked = { interaction, known };
      const once = isTakenOnce(interaction);
      if (once && !(await deps.inbox.first(interaction.id))) return { type: 'nothing' };
      const reply = await answer(deps, asked);
      if (!once && isShownOnce(interaction, reply) && !(await deps.inbox.first(interaction.id)))
        return { type: 'nothing' };
      return reply;
    } catch (fault) {
      return broken(deps, interaction, fault);
    }
  };
}

/**
 * A redelivered command is known by its events; what only opens, shows or calls must be remembered apart. Where the answer
 * goes back with the call, only calling somebody must not happen twice.
 */
function isTakenOnce({ gesture, inCall }: Interaction): boolean {
  switch (gesture.type) {
    case 'command':
    case 'file-message':
    case 'file':
    case 'mention':
      return inCall !== true;
    case 'press':
      return gesture.press.step === 'connect' || gesture.press.step === 'export';
    case 'submit':
    case 'refresh':
    case 'home':
    case 'language':
    case 'note':
      return false;
    default:
      return unreachable(gesture);
  }
}

/** A press that changed nothing but the screen has left no event by which a redelivery would be known. */
const isShownOnce = ({ gesture, inCall }: Interaction, { type }: Reply): boolean =>
  inCall !== true && gesture.type === 'press' && (type === 'open-form' || type === 'say');

async function answer(deps: ReceiveDeps, asked: Asked): Promise<Reply> {
  const { known, interaction } = asked;
  const { gesture } = interaction;
  const reading = readingOf(deps, known, null);
  switch (gesture.type) {
    case 'command':
      return typed(deps, asked, gesture.text);
    case 'file-message':
      return opened(deps, asked, gesture.text, gesture.permalink);
    case 'file':
      return opened(deps, asked, '', null);
    case 'mention': {
      const heard = gesture.note === null ? null : await deps.hearNote.called(interaction, known, gesture.note);
      return heard ?? { type: 'say', card: mentionCard(gesture.text, known.person, reading) };
    }
    case 'note':
      return deps.hearNote.silently(interaction, gesture.note);
    case 'home':
      return { type: 'home', card: await deps.show.home(known) };
    case 'language':
      if (gesture.locale !== known.locale) await deps.directory.heard(known.person.id, gesture.locale);
      return { type: 'nothing' };
    case 'refresh':
      return redrawn(deps, asked, gesture);
    case 'submit':
      return sentForm(deps, asked, gesture);
    case 'press':
      switch (gesture.press.step) {
        case 'file':
          return opened(deps, asked, gesture.press.arg ?? '', null);
        case 'help':
          return { type: 'say', card: deps.show.help(known) };
        case 'mine':
          return { type: 'say', card: await deps.show.mine(known) };
        case 'connect':
          return connect(deps, asked, gesture.press.caseId);
        case 'opinion':
          return { type: 'open-form', form: opinionForm('', reading) };
        case 'quiet':
          return { type: 'say', card: await deps.show.quiet(known, interaction.at) };
        case 'draft':
          return openDraft(deps, asked, gesture.press.caseId);
        case 'waiting':
          return { type: 'say', card: await deps.show.waiting(known) };
        case 'ideas':
          return { type: 'say', card: await deps.show.ideas(known, interaction.at) };
        case 'touchpoints':
          return { type: 'say', card: await deps.show.touchpoints(known, interaction.at) };
        case 'export':
          return deps.exportDesk.ask(known, interaction, '');
        case 'away':
          return deps.away.form(known, interaction.at);
        case 'back':
          return deps.away.end(known, interaction.at, Number(gesture.press.arg ?? 0));
        case 'refusals':
          return {
            type: 'say',
            card: await deps.show.refusals(known, interaction.at, readMonth(gesture.press.arg ?? '')),
          };
        case 'calendar':
          return deps.calendarDesk.show(known, interaction.at);
        case 'add-holiday':
          return deps.calendarDesk.adding(known, interaction.at);
        case 'remove-holiday':
          return deps.calendarDesk.removing(known, interaction.at);
        default:
          return pressed(deps, asked, gesture.press);
      }
    default:
      return unreachable(gesture);
  }
}

function pressed(deps: ReceiveDeps, asked: Asked, { step, ...rest }: Press): Promise<Reply> {
  if (step === 'fold') return deps.foldReflection(asked, rest.caseId);
  if (isLikenessStep(step)) return deps.likeness.press(asked, { step, ...rest });
  if (isChangeStep(step)) return deps.changeDesk.press(asked, { step, ...rest });
  if (isDigestStep(step)) return deps.digestDesk.press(asked, { step, ...rest });
  if (isLexiconStep(step)) return deps.lexiconDesk.press(asked, { step, ...rest });
  return press(deps, asked, { step, ...rest });
}

async function typed(deps: ReceiveDeps, asked: Asked, line: string): Promise<Reply> {
  const { known } = asked;
  const words = readCommandLine(line, deps.playbook);
  switch (words.type) {
    case 'file':
      return words.words === '' ? bare(deps, asked) : opened(deps, asked, words.words, null);
    case 'show':
      return press(deps, asked, { step: 'show', caseId: words.caseId });
    case 'help':
      return { type: 'say', card: deps.show.help(known) };
    case 'home':
      return { type: 'home', card: await deps.show.home(known) };
    case 'waiting':
      return { type: 'say', card: await deps.show.waiting(known) };
    case 'mine':
      return { type: 'say', card: await deps.show.mine(known) };
    case 'ideas':
      return { type: 'say', card: await deps.show.ideas(known, asked.interaction.at) };
    case 'touchpoints':
      return { type: 'say', card: await deps.show.touchpoints(known, asked.interaction.at) };
    case 'export':
      return deps.exportDesk.ask(known, asked.interaction, words.period);
    case 'connect':
      return connect(deps, asked, null);
    case 'away':
      return deps.away.open(known, asked.interaction.at);
    case 'calendar':
      return deps.calendarDesk.show(known, asked.interaction.at);
    case 'quiet':
      return { type: 'say', card: await deps.show.quiet(known, asked.interaction.at) };
    case 'opinion':
      if (words.said) return giveOpinion(deps, asked, { words: words.words });
      return { type: 'open-form', form: opinionForm(words.words, readingOf(deps, known, null)) };
    case 'changes':
      return words.change === null ? deps.changeDesk.list(asked) : deps.changeDesk.show(asked, words.change);
    case 'lessons':
      return deps.changeDesk.lessons(asked, words.search);
    case 'digest':
      return deps.digestDesk.show(asked);
    case 'lexicon':
      return deps.lexiconDesk.show(asked, words.search);
    case 'refusals':
      return { type: 'say', card: await deps.show.refusals(known, asked.interaction.at, words.month) };
    case 'find':
      return { type: 'say', card: await deps.show.find(known, words.text, words.department) };
    case 'language': {
      if (words.locale !== null) await deps.directory.speak(known.person.id, words.locale);
      const now = words.locale ?? known.locale;
      return { type: 'say', card: languageCard(words.locale !== null, deps.readingFor(now, known.zone, null)) };
    }
    default:
      return unreachable(words);
  }
}

/**
 * The command alone: what this person most likely came for. An executive finds decisions; who talks to customers finds
 * the form; anybody else is given the guide of their role the first time, and the form from then on.
 */
async function bare(deps: ReceiveDeps, asked: Asked): Promise<Reply> {
  const { known } = asked;
  const { person } = known;
  if (hasRole(person, 'executive')) return { type: 'say', card: await deps.show.waiting(known) };
  const isNew = !hasRole(person, 'csAgent', 'csLead') && (await deps.directory.greet(person.id));
  if (isNew) return { type: 'say', card: deps.show.help(known) };
  return opened(deps, asked, '', null);
}

/** A form for a voice: what is known of its customer already stands in it. */
async function opened(deps: ReceiveDeps, asked: Asked, words: string, permalink: string | null): Promise<Reply> {
  const { known, interaction } = asked;
  const earlier = summedUp(await earlierCases(deps, words, {}), known.person, interaction.at, deps);
  const form = openFiling(words, permalink, readingOf(deps, known, null), earlier);
  return { type: 'open-form', form: rememberingHome(form, asked) };
}

type Refreshed = Extract<Interaction['gesture'], { type: 'refresh' }>;

async function redrawn(
  deps: ReceiveDeps,
  { known, interaction }: Asked,
  { values, context }: Refreshed,
): Promise<Reply> {
  const cases = await earlierCases(deps, wordsIn(values), values);
  const earlier = summedUp(cases, known.person, interaction.at, deps);
  return { type: 'redraw-form', form: redrawFiling(values, context, readingOf(deps, known, null), earlier) };
}

async function connect(deps: ReceiveDeps, { known, interaction }: Asked, id: CaseId | null): Promise<Reply> {
  const record = id === null ? null : await deps.store.load(id);
  return { type: 'say', card: await deps.callDesk(known, interaction, record) };
}

function broken(deps: ReceiveDeps, { gesture, locale, id }: Interaction, fault: unknown): Reply {
  const kind = faultKind(fault);
  deps.log.error('an interaction broke', { gesture: gesture.type, id, kind, ...faultOf(fault) });
  const reading = deps.readingFor(locale ?? deps.playbook.locale, deps.playbook.zone, null);
  const sentence = faultText(kind, reading);
  switch (gesture.type) {
    case 'submit':
      return { type: 'field-errors', errors: atFields({}, gesture.values, sentence) };
    case 'refresh':
      return { type: 'nothing' };
    default:
      return { type: 'say', card: sentenceCard(sentence) };
  }
}

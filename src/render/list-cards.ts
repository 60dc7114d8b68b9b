import type { CaseRecord } from '../domain/case/case.ts';
import { mayTakeOut } from '../domain/export/rights.ts';
import { hasRole, type Person, readRefusals } from '../domain/people.ts';
import type { Action, Card, CardBlock } from '../ports/card.ts';
import type { Page } from '../ports/case-queries.ts';
import { actionFor } from './actions.ts';
import { taskOf } from './case-lines.ts';
import { overdueMark } from './clock-lines.ts';
import { aside, bold, buttons, card, divider, heading, line, text } from './drawing.ts';
import { clip, inLine } from './excerpt.ts';
import { general } from './general-action.ts';
import { caseHead } from './labels.ts';
import { nextStepFor } from './owed.ts';
import type { Reading } from './reading.ts';

const fileButton = (r: Reading, arg?: string): Action => ({ ...general('file', r, arg), style: 'primary' });

/** One case of a list: which, what happened, where it stands; open it with one press, or take the step that waits for you. */
function row(record: CaseRecord, person: Person | null, r: Reading): readonly CardBlock[] {
  const owed = person === null ? null : nextStepFor(person.id, record, r);
  const task = taskOf(record.state, r);
  const status = r.words.glossary.statuses[record.state.status];
  const late = overdueMark(record.state, r);
  const where = [...(late === null ? [] : [late]), status, ...(task === null ? [] : [task.who, task.until])].join(
    ' · ',
  );
  return [
    line(bold(caseHead(record, r)), text(` ${inLine(record.state.voice.experience, 100)}`)),
    aside(text(where)),
    ...buttons([...(owed?.actions ?? []), actionFor('show', record, r)]),
  ];
}

type Section = { readonly title: string; readonly page: Page; readonly empty: string; readonly waitsFor?: Person };

function section({ title, page, empty, waitsFor }: Section, r: Reading): readonly CardBlock[] {
  const hidden = page.total - page.cases.length;
  return [
    heading(page.total > 0 ? `${title} ${page.total}` : title),
    ...(page.cases.length === 0
      ? [line(text(empty))]
      : page.cases.flatMap((record) => row(record, waitsFor ?? null, r))),
    ...(hidden > 0 ? [aside(text(r.words.lists.more(hidden)))] : []),
  ];
}

export type HomePages = { readonly waiting: Page; readonly filed: Page; readonly owned: Page };

const servesCustomers = (person: Person): boolean => hasRole(person, 'csAgent', 'csLead');

/**
 * A person's own page: what waits for them, what they filed, what they own. Who talks to customers finds filing first;
 * an executive finds decisions first, and filing last.
 */
export function homeCard({ waiting, filed, owned }: HomePages, person: Person, r: Reading): Card {
  const w = r.words.lists;
  const decides = hasRole(person, 'executive');
  const waits = section(
    { title: decides ? w.decisions : w.waiting, page: waiting, empty: w.nothingWaiting, waitsFor: person },
    r,
  );
  const files = section({ title: w.filed, page: filed, empty: w.nothingFiled }, r);
  const owns = section({ title: w.owned, page: owned, empty: w.nothingOwned }, r);
  const first = servesCustomers(person) && !decides;
  const title = w.homeTitle(r.playbook.company[r.locale]);
  const reads = hasRole(person, ...readRefusals) ? [general('refusals', r)] : [];
  const looksAfter = hasRole(person, 'csLead', 'vocDesk', 'executive') ? [general('quiet', r)] : [];
  const file = buttons([fileButton(r), general('help', r), ...looksAfter, general('connect', r), ...reads]);
  return card(`${title} · ${w.summary(waiting.total, filed.total, owned.total)}`, [
    ...(first ? [...file, divider] : []),
    ...waits,
    divider,
    ...(decides ? [] : [...files, divider]),
    ...owns,
    ...(decides ? [divider, ...files] : []),
    ...(first ? [] : [divider, ...file]),
  ]);
}

/** The answer to a look-up: one message, with what to do when it is empty. */
export function listCard(kind: 'waiting' | 'mine' | 'find' | 'ideas' | 'customer', page: Page, r: Reading): Card {
  const w = r.words.lists;
  const found: Section =
    kind === 'waiting'
      ? { title: w.waiting, page, empty: w.nothingWaiting }
      : kind === 'mine'
        ? { title: w.filed, page, empty: w.nothingFiled }
        : kind === 'ideas'
          ? { title: r.words.light.list.title, page, empty: r.words.light.list.none }
          : kind === 'customer'
            ? { title: w.customer, page, empty: w.nothingOfCustomer }
            : { title: w.find, page, empty: w.nothingFound };
  const file = kind === 'mine' && page.cases.length === 0 ? buttons([fileButton(r)]) : [];
  return card(`${found.title} ${page.total}`, [...section(found, r), ...file]);
}

/** Customers who may be leaving without a complaint worth the name. */
export function quietCard(page: Page, r: Reading): Card {
  const { quiet, nothingQuiet, quietHint } = r.words.lists;
  const blocks = section({ title: quiet, page, empty: nothingQuiet(r.playbook.care.quiet.days) }, r);
  const hint = page.cases.length === 0 ? [] : [aside(text(quietHint))];
  return card(`${quiet} ${page.total}`, [...blocks, ...hint]);
}

/** What a person of this role does here, in five lines. */
export function helpCard(person: Person, r: Reading): Card {
  const { help, helpTitle, principle } = r.words.lists;
  const roles = (['executive', 'vocDesk', 'csLead', 'csAgent', 'deptLead'] as const).filter((role) =>
    hasRole(person, role),
  );
  const own = roles.length > 0 ? roles.slice(0, 1).map((role) => help[role]) : [help.reporter];
  const member = person.department !== null && !servesCustomers(person) ? help.member : help.machine;
  const lines = hasRole(person, 'executive')
    ? [principle, ...own, help.machine, help.commands, help.file]
    : [principle, help.file, ...own, member, help.commands];
  return card(`${helpTitle} · ${principle}`, [
    heading(helpTitle),
    ...lines.map((sentence) => line(text(sentence))),
    ...buttons(
      [fileButton(r), general('waiting', r), general('mine', r), general('opinion', r), general('connect', r)],
      [
        general('ideas', r),
        general('touchpoints', r),
        ...(hasRole(person, 'vocDesk', 'admin') ? [general('lexicon', r)] : []),
        ...(mayTakeOut(person) === null ? [] : [general('export', r)]),
      ],
    ),
  ]);
}

/** The one card of a workspace in which nothing has happened yet: what to try, in each language; the company's own first. */
export function welcomeCard(r: Reading, ...others: readonly Reading[]): Card {
  const { title, what } = r.words.lists.welcome;
  const below = others.flatMap((other): readonly CardBlock[] => [{ type: 'divider' }, ...welcomeIn(other)]);
  return card(`${title} · ${what}`, [...welcomeIn(r), ...below]);
}

function welcomeIn(r: Reading): readonly CardBlock[] {
  const w = r.words.lists.welcome;
  return [
    heading(w.title),
    line(text(w.what)),
    ...[w.first, w.second, w.third].map((sentence) => line(text(sentence))),
    aside(text(w.safe)),
    ...buttons([fileButton(r), general('help', r), general('connect', r)]),
  ];
}

/** Characters of a mention that a button can carry. */
const carried = 1_200;

/** A mention opens no form by itself: the words travel in the button that does. */
export function mentionCard(words: string, person: Person, r: Reading): Card {
  const { mention, mentionEmpty, mentionCut } = r.words.lists;
  const said = words.trim();
  if (said === '') {
    const help = [fileButton(r), general('help', r)];
    return card(mentionEmpty, [
      line(text(mentionEmpty)),
      ...buttons([...(hasRole(person, 'executive') ? help.reverse() : help), general('connect', r)]),
    ]);
  }
  const isCut = said.length > carried;
  return card(mention, [
    line(text(mention)),
    ...(isCut ? [aside(text(mentionCut))] : []),
    ...buttons([fileButton(r, clip(said, carried)), general('connect', r)]),
  ]);
}

/** After `/voc language`: which language it is now, and how to change it. */
export function languageCard(changed: boolean, r: Reading): Card {
  const said = changed ? r.words.lists.languageSet : r.words.lists.languageAsk;
  return card(said, [line(text(said))]);
}

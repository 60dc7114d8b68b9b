/**
 * Slack's own refusals, as far as they are known: what passes here draws in a workspace. The one contract Slack
 * publishes as code is a set of types; the limits stand in its reference pages, the total nowhere.
 */
export type Surface = 'message' | 'modal' | 'home';
type Json = Record<string, unknown>;

const isJson = (x: unknown): x is Json => typeof x === 'object' && x !== null && !Array.isArray(x);
const array = (x: unknown): readonly unknown[] => (Array.isArray(x) ? x : []);
const string = (x: unknown): string => (typeof x === 'string' ? x : '');

const mostBlocks: Record<Surface, number> = { message: 50, modal: 100, home: 100 };
const total = 13_200;
const shortest = 1;

type Report = (where: string, problem: string) => undefined;

/** Problems by place; none means Slack would take it. `text`: the message's top-level text. */
export function lintBlocks(blocks: readonly unknown[], where: Surface, text?: string): readonly string[] {
  const problems: string[] = [];
  const report: Report = (place, problem) => void problems.push(`${place}: ${problem}`);
  if (where === 'message') {
    if (text === undefined || text.trim() === '') report('text', 'missing: nothing to read aloud');
    else if (text.length > 4_000) report('text', `${text.length} > 4000`);
  }
  if (blocks.length > mostBlocks[where]) report('blocks', `${blocks.length} > ${mostBlocks[where]}`);
  const blockIds = new Set<string>();
  for (const [i, block] of blocks.entries()) {
    const place = `blocks[${i}]`;
    if (!isJson(block)) {
      report(place, 'not an object');
      continue;
    }
    const id = block['block_id'];
    if (id !== undefined) {
      within(id, shortest, 255, `${place}.block_id`, report);
      if (blockIds.has(string(id))) report(`${place}.block_id`, `duplicate ${string(id)}`);
      blockIds.add(string(id));
    }
    lintBlock(block, where, place, report);
  }
  // Inputs are left out: a list of a hundred choices alone would pass the total, and views do take it.
  const characters = textIn(blocks.filter((b) => !isJson(b) || b['type'] !== 'input'));
  if (characters > total) report('blocks', `msg_blocks_too_long: ${characters} > ${total}`);
  return problems;
}

/** The same for a whole view. */
export function lintView(view: object, surface: 'modal' | 'home'): readonly string[] {
  const v = view as Json;
  const problems = [...lintBlocks(array(v['blocks']), surface)];
  const report: Report = (place, problem) => void problems.push(`${place}: ${problem}`);
  if (v['type'] !== surface) report('type', string(v['type']));
  if (string(v['private_metadata']).length > 3_000) report('private_metadata', 'over 3000');
  if (v['callback_id'] !== undefined) within(v['callback_id'], shortest, 255, 'callback_id', report);
  if (surface === 'home') return problems;
  plainText(v['title'], 24, 'title', report);
  for (const part of ['submit', 'close']) if (v[part] !== undefined) plainText(v[part], 24, part, report);
  const asks = array(v['blocks']).some((b) => isJson(b) && b['type'] === 'input');
  if (asks && v['submit'] === undefined) report('submit', 'missing although there are inputs');
  return problems;
}

function lintBlock(block: Json, where: Surface, place: string, report: Report): undefined {
  switch (block['type']) {
    case 'divider':
      return;
    case 'header':
      return plainText(block['text'], 150, `${place}.text`, report);
    case 'section': {
      const fields = array(block['fields']);
      if (block['text'] === undefined && fields.length === 0) report(place, 'a section without text');
      if (block['text'] !== undefined) anyText(block['text'], 3_000, `${place}.text`, report);
      if (fields.length > 10) report(place, `${fields.length} fields > 10`);
      for (const field of fields) anyText(field, 2_000, `${place}.fields`, report);
      return;
    }
    case 'context': {
      const elements = array(block['elements']);
      count(elements, 1, 10, place, report);
      for (const element of elements) anyText(element, 3_000, `${place}.elements`, report);
      return;
    }
    case 'rich_text':
      count(array(block['elements']), 1, Number.POSITIVE_INFINITY, place, report);
      for (const part of array(block['elements'])) lintRichText(part, place, report);
      return;
    case 'image': {
      const { slack_file } = block;
      within(block['alt_text'], shortest, 2_000, `${place}.alt_text`, report);
      // Nothing of ours stands on a public address.
      if (!isJson(slack_file) || string(slack_file['id']) === '') report(place, 'a picture of no file');
      return;
    }
    case 'actions':
      return lintActions(array(block['elements']), place, report);
    case 'input':
      if (where === 'home') report(place, 'an input that nobody sends');
      return lintInput(block, place, report);
    default:
      return report(place, `invalid_blocks: unknown type ${string(block['type'])}`);
  }
}

function lintRichText(part: unknown, place: string, report: Report): undefined {
  const { type, elements } = isJson(part) ? part : {};
  if (type !== 'rich_text_section' && type !== 'rich_text_quote') return report(place, `unknown part ${string(type)}`);
  count(array(elements), 1, Number.POSITIVE_INFINITY, `${place}.${type}`, report);
  for (const element of array(elements)) {
    if (!isJson(element)) report(place, 'not an object');
    else if (element['type'] === 'text') within(element['text'], shortest, 3_000, `${place}.text`, report);
    else if (element['type'] === 'link') within(element['url'], shortest, 3_000, `${place}.url`, report);
    // Everything else of rich text calls, colours or counts down: nothing of ours does.
    else report(place, `unexpected ${string(element['type'])}`);
  }
}

function lintActions(elements: readonly unknown[], place: string, report: Report): undefined {
  count(elements, 1, 25, place, report);
  const ids = new Set<unknown>();
  for (const element of elements) {
    const id = isJson(element) ? element['action_id'] : undefined;
    if (ids.has(id)) report(place, `duplicate action_id ${string(id)}`);
    ids.add(id);
    lintElement(element, place, report);
  }
}

function lintInput(block: Json, place: string, report: Report): undefined {
  plainText(block['label'], 2_000, `${place}.label`, report);
  if (block['hint'] !== undefined) plainText(block['hint'], 2_000, `${place}.hint`, report);
  lintElement(block['element'], `${place}.element`, report);
}

function lintElement(element: unknown, place: string, report: Report): undefined {
  if (!isJson(element)) return report(place, 'no element');
  within(element['action_id'], shortest, 255, `${place}.action_id`, report);
  if (element['placeholder'] !== undefined) plainText(element['placeholder'], 150, `${place}.placeholder`, report);
  if (element['confirm'] !== undefined) lintConfirm(element['confirm'], `${place}.confirm`, report);
  switch (element['type']) {
    case 'button':
      plainText(element['text'], 75, `${place}.text`, report);
      if (string(element['value']).length > 2_000) report(place, 'value over 2000');
      if (element['accessibility_label'] !== undefined)
        within(element['accessibility_label'], shortest, 75, `${place}.accessibility_label`, report);
      return;
    case 'overflow':
      return lintOptions(element, 2, 5, place, report);
    case 'static_select':
    case 'multi_static_select':
      return lintOptions(element, 1, 100, place, report);
    case 'radio_buttons':
    case 'checkboxes':
      return lintOptions(element, 1, 10, place, report);
    case 'plain_text_input': {
      const max = Number(element['max_length'] ?? 3_000);
      if (!(max >= 1 && max <= 3_000)) report(place, `max_length ${max}`);
      if (string(element['initial_value']).length > max) report(place, 'initial_value over max_length');
      return;
    }
    case 'number_input':
      if (Number(element['initial_value'] ?? element['min_value']) < Number(element['min_value']))
        report(place, 'starts below its minimum');
      return;
    case 'datepicker':
      if (element['initial_date'] !== undefined && !/^\d{4}-\d\d-\d\d$/.test(string(element['initial_date'])))
        report(place, 'initial_date');
      return;
    case 'datetimepicker':
      if (element['initial_date_time'] !== undefined && !/^\d{10}$/.test(String(element['initial_date_time'])))
        report(place, 'initial_date_time is not ten digits');
      return;
    default:
      return report(place, `invalid_blocks: unknown element ${string(element['type'])}`);
  }
}

function lintConfirm(confirm: unknown, place: string, report: Report): undefined {
  const c = isJson(confirm) ? confirm : {};
  plainText(c['title'], 100, `${place}.title`, report);
  anyText(c['text'], 300, `${place}.text`, report);
  plainText(c['confirm'], 30, `${place}.confirm`, report);
  plainText(c['deny'], 30, `${place}.deny`, report);
}

function lintOptions(element: Json, least: number, most: number, place: string, report: Report): undefined {
  const groups = array(element['option_groups']);
  if (groups.length > 100) report(place, 'over 100 groups');
  const sets = groups.length > 0 ? groups.map((g) => array((g as Json)['options'])) : [array(element['options'])];
  const all = sets.flat().map((o) => JSON.stringify(o));
  for (const options of sets) count(options, least, most, place, report);
  for (const option of sets.flat()) {
    const o = isJson(option) ? option : {};
    plainText(o['text'], 75, `${place}.option`, report);
    within(o['value'], shortest, 150, `${place}.option.value`, report);
  }
  const initial = [element['initial_option'], ...array(element['initial_options'])].filter((o) => o !== undefined);
  for (const option of initial)
    if (!all.includes(JSON.stringify(option))) report(place, 'starts with no option of its own');
  if (element['initial_options'] !== undefined && array(element['initial_options']).length === 0)
    report(place, 'initial_options is empty');
}

function plainText(text: unknown, max: number, place: string, report: Report): undefined {
  if (!isJson(text) || text['type'] !== 'plain_text') return report(place, 'must be plain_text');
  within(text['text'], shortest, max, place, report);
}

function anyText(text: unknown, max: number, place: string, report: Report): undefined {
  if (!isJson(text) || (text['type'] !== 'plain_text' && text['type'] !== 'mrkdwn')) return report(place, 'not a text');
  within(text['text'], shortest, max, place, report);
}

function within(text: unknown, min: number, max: number, place: string, report: Report): undefined {
  if (typeof text !== 'string') return report(place, 'missing');
  if (text.length < min || text.length > max) report(place, `${text.length} is not within ${min}–${max}`);
}

function count(list: readonly unknown[], min: number, max: number, place: string, report: Report): undefined {
  if (list.length < min || list.length > max) report(place, `${list.length} entries are not within ${min}–${max}`);
}

/** Characters of every text, label and value: the widest reading of the total nobody documents. */
function textIn(x: unknown): number {
  if (Array.isArray(x)) return x.reduce((sum: number, y) => sum + textIn(y), 0);
  if (!isJson(x)) return 0;
  let sum = 0;
  for (const [key, value] of Object.entries(x)) {
    if ((key === 'text' || key === 'value' || key === 'url') && typeof value === 'string') sum += value.length;
    else sum += textIn(value);
  }
  return sum;
}

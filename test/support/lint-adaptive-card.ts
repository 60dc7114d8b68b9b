/**
 * What Teams would refuse or misdraw, as far as it is documented: Adaptive Cards 1.5, 28 KB in UTF-16, six buttons in a
 * row, every input with a label of its own. Nothing a person wrote may stand where Markdown is read.
 */
type Json = Record<string, unknown>;
const isJson = (x: unknown): x is Json => typeof x === 'object' && x !== null && !Array.isArray(x);
const array = (x: unknown): readonly unknown[] => (Array.isArray(x) ? x : []);
const string = (x: unknown): string => (typeof x === 'string' ? x : '');

/** Bytes of a card as Teams counts them. */
export const bytesOf = (card: unknown): number => JSON.stringify(card).length * 2;
export const mostBytes = 28 * 1024;

const spaced = ['spacing', 'separator'];
const known: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['$schema', 'version', 'fallbackText', 'speak', 'body', 'actions'],
  TextBlock: [...spaced, 'text', 'weight', 'size', 'style', 'wrap'],
  RichTextBlock: [...spaced, 'inlines'],
  TextRun: ['text', 'weight', 'size', 'isSubtle', 'color', 'underline', 'selectAction'],
  Container: [...spaced, 'style', 'items'],
  ColumnSet: [...spaced, 'columns'],
  Column: ['width', 'items'],
  ActionSet: [...spaced, 'actions'],
  'Chart.HorizontalBar': [...spaced, 'title', 'displayMode', 'color', 'data', 'fallback'],
  'Input.Text': ['isMultiline', 'maxLength', 'value', 'placeholder'],
  'Input.Number': ['min', 'value'],
  'Input.ChoiceSet': ['choices', 'style', 'isMultiSelect', 'wrap', 'value'],
  'Input.Toggle': ['title', 'valueOn', 'valueOff', 'value', 'wrap'],
  'Input.Date': ['value'],
  'Input.Time': ['value'],
  'Action.Submit': ['title', 'style', 'mode', 'tooltip', 'data', 'associatedInputs'],
  'Action.Execute': ['title', 'style', 'mode', 'tooltip', 'data', 'associatedInputs', 'verb', 'fallback'],
  'Action.ShowCard': ['title', 'style', 'mode', 'tooltip', 'card'],
  'Action.OpenUrl': ['url'],
};
const ofInputs = ['id', 'label', 'isRequired', 'errorMessage', ...spaced];

/** What Markdown, a mention, a date function or a template would make something of. */
export const markup = /\*|(?:^|\W)_\S|`|\[.*\]\(|<\/?[a-z]|\{\{|\$\{|https?:\/\/|^\s*(?:[-+]|\d+[.)])\s/im;

type Report = (where: string, problem: string) => void;

/** Problems by place; none means Teams would draw it. `most`: bytes, where another limit holds. */
export function lintCard(card: unknown, most = mostBytes): readonly string[] {
  const problems: string[] = [];
  const report: Report = (where, problem) => problems.push(`${where}: ${problem}`);
  if (!isJson(card) || card['type'] !== 'AdaptiveCard') return ['not an Adaptive Card'];
  if (card['version'] !== '1.5') report('version', String(card['version']));
  if (string(card['fallbackText']).trim() === '') report('fallbackText', 'missing');
  for (const part of ['fallbackText', 'speak'])
    if (markup.test(string(card[part])) || /[<>]/.test(string(card[part]))) report(part, 'would be read as markup');
  if (array(card['body']).length === 0) report('body', 'empty');
  if (bytesOf(card) > most) report('card', `${bytesOf(card)} bytes > ${most}`);
  const ids = new Set<string>();
  lintNode(card, 'card', ids, report);
  return problems;
}

function lintNode(node: Json, where: string, ids: Set<string>, report: Report): void {
  const type = string(node['type']);
  const place = `${where}/${type}`;
  const properties = known[type];
  if (properties === undefined) {
    report(where, `unknown type ${type}`);
    return;
  }
  const allowed = ['type', ...properties, ...(type.startsWith('Input.') ? ofInputs : [])];
  for (const key of Object.keys(node)) if (!allowed.includes(key)) report(place, `unknown property ${key}`);
  for (const [key, value] of Object.entries(node))
    if (value === undefined || value === null) report(place, `${key} is empty`);
  if (type.startsWith('Input.')) lintInput(node, place, ids, report);
  if (type.startsWith('Action.')) lintAction(node, place, report);
  if (type === 'TextBlock' && markup.test(string(node['text']))) report(place, 'a TextBlock reads this as markup');
  if (type === 'RichTextBlock' && array(node['inlines']).length === 0) report(place, 'no runs');
  if (type === 'TextRun' || type === 'TextBlock') lintText(node, place, report);
  if (type === 'Chart.HorizontalBar') lintChart(node, place, report);
  if (type === 'ActionSet') lintRow(array(node['actions']), place, report);
  if (type === 'AdaptiveCard') lintRow(array(node['actions']), `${place}.actions`, report);
  for (const part of ['body', 'items', 'columns', 'inlines', 'actions'])
    for (const child of array(node[part])) {
      if (isJson(child)) lintNode(child, place, ids, report);
      else report(place, `${part} holds what is no element`);
    }
  for (const part of ['card', 'fallback', 'selectAction']) {
    const child = node[part];
    if (isJson(child)) lintNode(child, `${place}.${part}`, ids, report);
  }
}

function lintText(node: Json, place: string, report: Report): void {
  const text = string(node['text']);
  if (text === '') report(place, 'no text');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\p{Cs}/u.test(text)) report(place, 'holds what has no shape');
  if (/\{\{\s*(?:DATE|TIME)/i.test(text)) report(place, 'a date function');
}

/** What a client without charts shows is needed; a bar without a face, or with one that is no number, is not drawn. */
function lintChart(node: Json, place: string, report: Report): void {
  if (!isJson(node['fallback'])) report(place, 'no fallback');
  if (string(node['title']).trim() === '') report(place, 'nothing to read aloud');
  const bars = array(node['data']);
  if (bars.length === 0) report(place, 'no bars');
  for (const bar of bars) {
    if (!isJson(bar) || string(bar['x']).trim() === '') report(place, 'a bar without a face');
    else if (!Number.isFinite(bar['y'])) report(place, 'a bar without a number');
    else lintText({ text: bar['x'] }, place, report);
  }
}

function lintInput(node: Json, place: string, ids: Set<string>, report: Report): void {
  const id = string(node['id']);
  if (id === '' || ids.has(id)) report(place, `id "${id}" is not its own`);
  ids.add(id);
  if (string(node['label']).trim() === '') report(place, 'no label');
  if (node['isRequired'] === true && string(node['errorMessage']) === '') report(place, 'required without a sentence');
  const value = node['value'];
  if (node['type'] === 'Input.Text' && string(value).length > Number(node['maxLength']))
    report(place, 'starts too long');
  if (node['type'] === 'Input.Number' && value !== undefined && Number(value) < Number(node['min']))
    report(place, 'starts below its minimum');
  if (node['type'] === 'Input.Date' && value !== undefined && !/^\d{4}-\d\d-\d\d$/.test(string(value)))
    report(place, `day ${string(value)}`);
  if (node['type'] === 'Input.Time' && value !== undefined && !/^\d\d:\d\d$/.test(string(value)))
    report(place, `time ${string(value)}`);
  if (node['type'] === 'Input.ChoiceSet') lintChoices(node, place, report);
  if (node['type'] === 'Input.Toggle' && markup.test(string(node['title'])))
    report(place, 'a title reads this as markup');
}

function lintChoices(node: Json, place: string, report: Report): void {
  const choices = array(node['choices']).filter(isJson);
  const values = choices.map((choice) => string(choice['value']));
  if (choices.length === 0) report(place, 'no choices');
  if (new Set(values).size !== values.length) report(place, 'two choices of one value');
  if (values.includes('')) report(place, 'a choice without a value');
  if (choices.some((choice) => string(choice['title']).trim() === '')) report(place, 'a choice without a face');
  const isMulti = node['isMultiSelect'] === true;
  if (isMulti && values.some((value) => value.includes(','))) report(place, 'a comma within one of several');
  if (isMulti && node['style'] === 'filtered') report(place, 'several cannot be searched');
  const start = node['value'] === undefined ? [] : isMulti ? string(node['value']).split(',') : [string(node['value'])];
  if (start.some((value) => !values.includes(value))) report(place, 'starts with no choice of its own');
  const isRead = node['style'] === 'expanded' && choices.some((choice) => markup.test(string(choice['title'])));
  if (isRead) report(place, 'a visible choice reads this as markup');
}

function lintAction(node: Json, place: string, report: Report): void {
  const type = node['type'];
  if (type === 'Action.OpenUrl') {
    if (!string(node['url']).startsWith('https://')) report(place, 'leads out of https');
    return;
  }
  const title = string(node['title']);
  if (title.trim() === '' || title.length > 75) report(place, `title "${title}"`);
  if (type === 'Action.ShowCard') return;
  if (!isJson(node['data']) || !isJson(node['data']['meari'])) report(place, 'carries nothing of ours');
  if (type === 'Action.Execute' && string(node['verb']) === '') report(place, 'no verb');
  const { fallback } = node;
  if (fallback !== undefined && JSON.stringify((fallback as Json)['data']) !== JSON.stringify(node['data']))
    report(place, 'its fallback does something else');
}

function lintRow(actions: readonly unknown[], place: string, report: Report): void {
  const primary = actions.filter((action) => isJson(action) && action['mode'] !== 'secondary');
  if (primary.length > 6) report(place, `${primary.length} buttons in a row`);
  if (actions.length - primary.length > 20) report(place, 'a menu that nobody reads');
}

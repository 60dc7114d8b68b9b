/** English words as they are compared: without endings, and without the words that only hold a sentence together. */

const irregular = new Map(
  Object.entries({
    break: 'broke broken',
    send: 'sent',
    get: 'got gotten',
    come: 'came',
    lose: 'lost',
    steal: 'stole stolen',
    tear: 'tore torn',
    freeze: 'froze frozen',
    fall: 'fell fallen',
    leave: 'left',
    pay: 'paid',
    buy: 'bought',
    swell: 'swollen swelled',
    shrink: 'shrank shrunk',
    find: 'found',
    tell: 'told',
    say: 'said',
    give: 'gave given',
    take: 'took taken',
    keep: 'kept',
    hear: 'heard',
    throw: 'threw thrown',
    bend: 'bent',
    draw: 'drew drawn',
    drive: 'drove driven',
    eat: 'ate eaten',
    feel: 'felt',
    forget: 'forgot forgotten',
    go: 'went gone',
    hold: 'held',
    make: 'made',
    run: 'ran running',
    see: 'saw seen',
    stick: 'stuck',
    wear: 'wore worn',
    write: 'wrote written',
    child: 'children',
    man: 'men',
    person: 'people',
    mouse: 'mice',
    wake: 'woke woken',
    understand: 'understood',
    speak: 'spoke spoken',
    stand: 'stood',
    spill: 'spilt',
    burn: 'burnt',
    shake: 'shook shaken',
    spoil: 'spoilt',
    bite: 'bit bitten',
    hide: 'hid hidden',
    catch: 'caught',
    bring: 'brought',
    choose: 'chose chosen',
    rise: 'rose risen',
    sell: 'sold',
    sit: 'sat',
    cancel: 'cancelled cancelling canceled canceling cancellation',
    refund: 'refunded refunding',
    leaf: 'leaves',
  }).flatMap(([base, forms]) => forms.split(' ').map((form) => [form, base] as const)),
);

/** They belong to no phrase. */
const articles = new Set([
  'a',
  'an',
  'the',
  'my',
  'our',
  'your',
  'his',
  'her',
  'their',
  'its',
  'this',
  'that',
  'these',
  'those',
]);

/** They say nothing alone, but may belong to a phrase: log in, how do I, instead of. */
const weak = new Set(
  `of to in on off out up down at for with from by into onto over about as than then so if or and but not is are was were
   be been being am has have had having do does did done will would could should can may might must shall i me myself we
   us you he she him they them it there here when while who whose whom what which how why where s t re ve ll d m own too
   yet ever even just also only`.split(/\s+/),
);

const negations = new Set(['no', 'never', 'neither', 'nor', 'cannot', 'not', 'without']);

/** The word without its ending; the same for every form is all that is asked of it. */
export function stem(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return stem(known);
  if (word.length <= 2 || /\d/.test(word)) return word;
  let base = word;
  if (base.length > 4 && /ie[sd]$/.test(base)) base = `${base.slice(0, -3)}y`;
  else if (/(s|x|z|ch|sh)es$/.test(base)) base = base.slice(0, -2);
  else if (/[^siu]s$/.test(base)) base = base.slice(0, -1);
  base = /^(.*[aeiouy].*?)(?:ed|ing)$/.exec(base)?.[1] ?? base;
  return base
    .replace(/([bdgklmnprst])\1$/, '$1')
    .replace(/e$/, '')
    .replace(/y$/, 'i');
}

/** `form` is how it was written: where two words share a stem (charge, charging), it tells them apart. */
export type Word = { readonly stem: string; readonly form: string; readonly isWeak: boolean };

/** A text's English words in order; whatever denies is `not`. */
export function englishWords(text: string): readonly Word[] {
  const words =
    text
      .replace(/[’`]/g, "'")
      .replace(/\b(?:ca|wo)n'?t\b|n't\b|\b(?:do|does|did|is|was|has)nt\b/g, ' not ')
      .match(/[\p{Script=Latin}\p{N}]+/gu) ?? [];
  return words.flatMap((form) => {
    if (articles.has(form)) return [];
    if (negations.has(form)) return [{ stem: 'not', form: 'not', isWeak: true }];
    return [{ stem: weak.has(form) ? form : stem(form), form, isWeak: weak.has(form) }];
  });
}

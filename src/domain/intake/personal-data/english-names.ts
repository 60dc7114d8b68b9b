import { type Detector, type Hit, scan } from './hit.ts';

const word = "[A-Z][a-z'’]{1,20}(?:-[A-Z][a-z]{1,20})?";
const name = `(?:[A-Z]\\.? )?${word}(?: (?:[A-Z]\\.? )?${word}){0,2}`;
const label =
  '(?:[Mm]y (?:full )?name is|[Ff]ull name:?|[Aa]ccount holder(?: is|:)?|[Cc]ardholder(?: is|:)?|[Rr]ecipient(?: is|:)?|[Nn]ame on the (?:card|account|booking)(?: is|:)|[Bb]ooked under(?: the name)?(?: of)?|[Ii]n the name of)';
const labelled = new RegExp(`(?<=\\b${label} )${name}`, 'g');

/** "My name is Ana Silva", "account holder: …". A name somebody else is called by ("her name is Dana") may be staff, and stays. */
const labelledNames: Detector = (text) => scan(text, labelled, (m) => hit(m.index, m[0]));

const closing =
  /^(?:--|(?:kind |best |warm )?regards|best|many thanks|thanks|thank you|sincerely|yours|cheers|cordially)/i;
const ownLine = new RegExp(`^[-\\s]{0,3}(${name})[.\\s]*$`);
const sameLine = new RegExp(`(?:[Rr]egards|[Bb]est|[Ss]incerely|[Tt]hanks|[Cc]heers|[Yy]ours), (${name})[.\\s]*$`);
const desk = /\b(?:Team|Department|Dept|Support|Manager|Office|Desk|Service|Services|Ltd|Inc)\b/;

/** The last line, where a closing line stands above it: "Regards, … / J. Rivera". */
const signature: Detector = (text) => {
  const lines = text.trimEnd().split('\n');
  const lastLine = lines.at(-1) ?? '';
  const above = lines
    .slice(0, -1)
    .filter((l) => l.trim() !== '')
    .slice(-2);
  const own = above.some((l) => closing.test(l.trim())) ? ownLine.exec(lastLine) : null;
  const found = (own ?? sameLine.exec(lastLine))?.[1];
  if (found === undefined || desk.test(found)) return [];
  return [hit(text.trimEnd().lastIndexOf(found), found)];
};

export const englishNames: readonly Detector[] = [labelledNames, signature];

/** J. Rivera → J. R•••: initials stay, so that two people in one story can be told apart. */
const hit = (start: number, found: string): Hit => ({
  type: 'name',
  start,
  end: start + found.length,
  shown: found.replace(/([A-Z])[a-z'’]+(?:-[A-Z][a-z]+)?/g, '$1•••'),
});

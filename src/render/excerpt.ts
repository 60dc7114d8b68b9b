/** True in the middle of a character that takes two code units (an emoji): never cut there. */
const splitsPair = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff;
};

const cutAt = (text: string, max: number): number => (splitsPair(text, max) ? max - 1 : max);

/** At most `max` characters; what was cut is marked by an ellipsis. */
export function clip(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, cutAt(text, max - 1)).trimEnd()}…`;
}

/** For a place within a sentence: one line, at most `max` characters. */
export const inLine = (text: string, max: number): string => clip(text.replace(/\s+/g, ' ').trim(), max);

/** Cuts into pieces of at most `size` characters that give the text back when joined. At least one piece. */
export function pieces(text: string, size: number): readonly string[] {
  const found: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = from + size >= text.length ? text.length : from + cutAt(text.slice(from), size);
    found.push(text.slice(from, end));
    from = end;
  }
  return found.length > 0 ? found : [''];
}

/** The head of a long text as a card quotes it: at most `max` characters and `lines` lines, uncut otherwise. */
export function headOf(text: string, max: number, lines: number): string {
  const byLines = text.split('\n').slice(0, lines).join('\n');
  const whole = byLines.length === text.length;
  if (whole && text.length <= max) return text;
  return byLines.length < max ? `${byLines}…` : clip(byLines, max);
}

/** What the composer sends: a slash command as it is, a message as Slack's own client would encode it. */
export type Outgoing =
  | { readonly do: 'command'; readonly text: string }
  | { readonly do: 'say'; readonly text: string };

export function outgoing(typed: string, bot: { readonly userId: string; readonly name: string }): Outgoing | null {
  const text = typed.trim();
  if (text === '') return null;
  if (/^\/\p{L}/u.test(text)) return { do: 'command', text };
  return { do: 'say', text: escaped(text).replaceAll(`@${escaped(bot.name)}`, `<@${bot.userId}>`) };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

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

/** What was typed, from how it is stored: the way back, for who wants to type it differently. */
export function typedOf(stored: string, { users, bot }: Named): string {
  const people = [...users, { id: bot.userId, name: bot.name }];
  const named = stored.replace(/<@(\w+)>/g, (mark, id) => {
    const found = people.find((person) => person.id === id);
    return found === undefined ? mark : `@${found.name}`;
  });
  return named
    .replace(/<([^<>|\n]+)(?:\|[^<>\n]*)?>/g, (_, target: string) => target.replace(/^mailto:/, ''))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

type Named = {
  readonly users: readonly { readonly id: string; readonly name: string }[];
  readonly bot: { readonly userId: string; readonly name: string };
};

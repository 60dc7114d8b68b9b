import type { WorkspaceView } from '../protocol.ts';

/** Something the composer offers to write for the person: the text before the caret is replaced up to it. */
export type Hint = {
  readonly key: string;
  readonly title: string;
  readonly about: string;
  readonly kind: 'command' | 'mention';
  /** What the text before the caret becomes. */
  readonly becomes: string;
};

/** What fits the text before the caret: commands after `/` at the start, the app after `@`. */
export function hintsFor(before: string, workspace: Pick<WorkspaceView, 'commands' | 'bot'>): readonly Hint[] {
  if (/^\/\S*$/.test(before))
    return workspace.commands
      .filter(({ command }) => command.startsWith(before))
      .map(({ command, hint }) => ({
        key: command,
        title: command,
        about: hint,
        kind: 'command',
        becomes: `${command} `,
      }));
  const called = /(?<=^|\s)@(?<start>\S*)$/u.exec(before);
  const start = called?.groups?.['start'];
  if (called === null || start === undefined) return [];
  const { name } = workspace.bot;
  if (!name.toLowerCase().startsWith(start.toLowerCase())) return [];
  return [
    {
      key: name,
      title: `@${name}`,
      about: '',
      kind: 'mention',
      becomes: `${before.slice(0, called.index)}@${name} `,
    },
  ];
}

/** The usage of the command being written, once its name is complete. */
export function usageOf(text: string, workspace: Pick<WorkspaceView, 'commands'>): string | null {
  const command = workspace.commands.find((each) => text === each.command || text.startsWith(`${each.command} `));
  return command ? `${command.command} ${command.hint}` : null;
}

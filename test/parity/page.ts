import type { Platform } from '../../src/domain/playbook.ts';
import type { Cannot } from '../contracts/cannot.ts';
import { gatewayLines } from '../contracts/gateway.ts';
import { teamsCannotKeep } from '../contracts/gateway-teams.ts';
import { inboundLines } from '../contracts/inbound.ts';
import { slackCannotSay } from '../contracts/inbound-slack.ts';
import { teamsCannotSay } from '../contracts/inbound-teams.ts';
import type { Chapter } from './list.ts';
import type { Scenario } from './scenario.ts';

const names = { slack: 'Slack', teams: 'Teams' } as const;
const platforms = ['slack', 'teams'] as const;

const intro = `# What works where

What a person can do with Meari in Slack and in Microsoft Teams, and what either does not allow. This page is written by the tests
(\`npm run parity\`): each line of the first tables is lived through on both platforms, by people who press, type and fill in, against
Meari as it is started and a double of the platform. A test fails where this page says something else than was measured, where a
line works on one platform only and no reason is named, and where a named reason is no longer needed.

Nobody has held these lines against the real Slack and the real Teams of a company yet.
`;

type Line = { readonly says: string; readonly cells: Readonly<Record<Platform, string | Cannot>> };

const rowOf = ({ does, by, cannot }: Scenario): Line => ({
  says: does,
  cells: { slack: cannot?.slack ?? by?.slack ?? 'yes', teams: cannot?.teams ?? by?.teams ?? 'yes' },
});

type Kept<L extends string> = Readonly<Record<Platform, Readonly<Partial<Record<L, Cannot>>>>>;
const contract = <L extends string>(lines: readonly L[], cannot: Kept<L>): readonly Line[] =>
  lines.map((line) => ({
    says: line,
    cells: { slack: cannot.slack[line] ?? 'yes', teams: cannot.teams[line] ?? 'yes' },
  }));

/** The whole page. What a platform cannot is numbered, and explained once at the end. */
export function parityPage(chapters: readonly Chapter[]): string {
  const reasons: string[] = [];
  const cell = (platform: Platform, content: string | Cannot): string => {
    if (typeof content === 'string') return content;
    const reason = `${names[platform]}: ${content.because}. Instead: ${content.instead}.`;
    if (!reasons.includes(reason)) reasons.push(reason);
    return `no (${reasons.indexOf(reason) + 1})`;
  };
  const table = (title: string, head: string, lines: readonly Line[]): string =>
    [
      `## ${title}`,
      '',
      `| ${head} | Slack | Teams |`,
      '| --- | --- | --- |',
      ...lines.map(({ says, cells }) => `| ${[says, ...platforms.map((p) => cell(p, cells[p]))].join(' | ')} |`),
      '',
    ].join('\n');
  const done = chapters.map(({ title, scenarios }) => table(title, 'what a person does', scenarios.map(rowOf)));
  const posting = table(
    'What Meari says to a platform',
    'the gateway …',
    contract(gatewayLines, { slack: {}, teams: teamsCannotKeep }),
  );
  const hearing = table(
    'What a platform says to Meari',
    'what comes in',
    contract(inboundLines, { slack: slackCannotSay, teams: teamsCannotSay }),
  );
  const why = [
    '## What a platform cannot, and what people get instead',
    '',
    ...reasons.map((r, i) => `${i + 1}. ${r}`),
  ];
  return [intro, ...done, posting, hearing, `${why.join('\n')}\n`].join('\n');
}

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shippedPlaybook } from '../../../src/config.ts';
import type { Playbook } from '../../../src/domain/playbook.ts';
import { loadPlaybook } from '../../../src/playbook/load-playbook.ts';
import { idOf } from './teams-seed.ts';

type InTeams = { readonly path: string; readonly playbook: Playbook };

/**
 * The shipped company, with these departments in Teams instead of Slack, and their people too; `besides`: the channels
 * of both are theirs.
 */
export function playbookInTeams(folder: string, departments: readonly string[], besides = false): Promise<InTeams> {
  return moved(folder, {
    isChannel: (line) => departments.some((code) => line.includes(`{ code: ${code}, name:`)),
    isPerson: (line) =>
      departments.some((code) => line.includes(`department: ${code},`) || line.includes(`department: ${code} `)),
    besides,
  });
}

/** The shipped company with nobody and nothing left in Slack. */
export const wholeCompanyInTeams = (folder: string): Promise<InTeams> =>
  moved(folder, { isChannel: () => true, isPerson: () => true, besides: false });

type Moving = {
  readonly isChannel: (line: string) => boolean;
  readonly isPerson: (line: string) => boolean;
  readonly besides: boolean;
};

async function moved(folder: string, { isChannel, isPerson, besides }: Moving): Promise<InTeams> {
  const shipped = await readFile(shippedPlaybook, 'utf8');
  const lines = shipped.split('\n').map((line) => {
    const channel = /^desk:|\{ code: (\w+), name:/.exec(line);
    if (channel !== null && isChannel(line)) {
      const inTeams = `teams: '19:${channel[1] ?? 'desk'}@thread.tacv2'`;
      return line.replace(/slack: \w+/, (slack) => (besides ? `${slack}, ${inTeams}` : inTeams));
    }
    const id = /- \{ id: (\w+),/.exec(line)?.[1];
    return id !== undefined && isPerson(line) ? line.replace(/slack: \w+/, `teams: ${idOf(id)}`) : line;
  });
  const path = join(folder, 'in-teams.yaml');
  await writeFile(path, lines.join('\n'));
  return { path, playbook: loadPlaybook(path) };
}

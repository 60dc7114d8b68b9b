import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shippedPlaybook } from '../../../src/config.ts';
import type { Playbook } from '../../../src/domain/playbook.ts';
import { loadPlaybook } from '../../../src/playbook/load-playbook.ts';
import { idOf } from './teams-seed.ts';

/**
 * The shipped company, with these departments in Teams instead of Slack, and their people too; `besides`: the channels
 * of both are theirs.
 */
export async function playbookInTeams(
  folder: string,
  departments: readonly string[],
  besides = false,
): Promise<{ readonly path: string; readonly playbook: Playbook }> {
  const shipped = await readFile(shippedPlaybook, 'utf8');
  const moved = shipped
    .split('\n')
    .map((line) => {
      const isDepartment = departments.some((code) => line.includes(`{ code: ${code}, name:`));
      if (isDepartment)
        return line.replace(
          /slack: \w+/,
          (slack) => `${besides ? `${slack}, ` : ''}teams: '19:${departments[0]}@thread.tacv2'`,
        );
      const isMember = departments.some(
        (code) => line.includes(`department: ${code},`) || line.includes(`department: ${code} `),
      );
      const id = /- \{ id: (\w+),/.exec(line)?.[1];
      return isMember && id !== undefined ? line.replace(/slack: \w+/, `teams: ${idOf(id)}`) : line;
    })
    .join('\n');
  const path = join(folder, 'in-teams.yaml');
  await writeFile(path, moved);
  return { path, playbook: loadPlaybook(path) };
}

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shippedPlaybook } from '../../../src/config.ts';
import type { Playbook } from '../../../src/domain/playbook.ts';
import { loadPlaybook } from '../../../src/playbook/load-playbook.ts';
import { idOf } from './teams-seed.ts';

/**
 * The shipped company on its way to Teams: customer service has its channel there, and 정미래, who leads it, works there.
 * Everybody else is still in Slack: the playground lets one person act.
 */
export async function playgroundCompany(
  folder: string,
): Promise<{ readonly path: string; readonly playbook: Playbook }> {
  const shipped = await readFile(shippedPlaybook, 'utf8');
  const moved = shipped
    .replace('slack: C0CS,', "teams: '19:cs@thread.tacv2',")
    .replace('slack: U0MIRAE', `teams: ${idOf('mirae')}`);
  const path = join(folder, 'in-the-playground.yaml');
  await writeFile(path, moved);
  return { path, playbook: loadPlaybook(path) };
}

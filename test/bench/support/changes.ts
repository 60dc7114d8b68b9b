import type { Database } from '../../../db/database.ts';
import { directory as openDirectory } from '../../../db/directory.ts';
import { vault as openVault } from '../../../db/vault.ts';
import { addressWith } from '../../../src/app/address.ts';
import { filing } from '../../../src/app/filing.ts';
import { handleCommandWith } from '../../../src/app/handle-command.ts';
import { stamp } from '../../../src/app/take-step.ts';
import { loadConfig } from '../../../src/config.ts';
import { type CausationId, caseId, causationId } from '../../../src/domain/ids.ts';
import { instant } from '../../../src/domain/instant.ts';
import type { CaseChange, CaseStore } from '../../../src/ports/case-store.ts';
import type { Interaction } from '../../../src/ports/interaction.ts';
import { type LabelledVoice, labelledVoices } from '../../support/fixtures.ts';
import { quietLog } from '../../support/quiet-log.ts';

/** The company and the workspace of every measurement. */
export const { playbook } = loadConfig({});
export const workspace = { platform: 'slack', tenant: 'T0BENCH' } as const;
export const vault = openVault(Buffer.alloc(32, 7));
/** Mon 2026-11-23 10:00 in Seoul. */
export const now = instant(Date.UTC(2026, 10, 23, 1, 0));

let causes = 0;
/** What made a change: another one each time, in the form Slack's adapter gives it. */
export const aCause = (): CausationId => {
  causes += 1;
  return causationId(
    `slack:${workspace.tenant}:view:V${process.pid.toString(36)}${causes.toString(36).padStart(7, '0')}`,
  );
};

export const directoryOn = (db: Database) =>
  openDirectory(db, { playbook, profile: async () => null, tenants: () => [workspace] });

/** What the form of an agent who files this voice comes back with. */
const formOf = (voice: LabelledVoice) => ({
  kind: voice.kind,
  channel: voice.channel,
  touchpoint: voice.touchpoint ?? 'none',
  words: voice.text,
  experience: voice.text.slice(0, 150),
  wants: ['explanation'],
  department: voice.department,
  signals: voice.signals.map(({ code }) => code),
});

/**
 * What is committed when each of the forty voices is filed: made by the use case itself, from the filled-in form to the
 * addressed messages. Only the store is one that keeps the change instead of writing it.
 */
export async function filings(db: Database): Promise<readonly CaseChange[]> {
  const kept: CaseChange[] = [];
  const store: CaseStore = {
    load: async () => null,
    history: async () => [],
    actedOn: async () => null,
    original: async () => null,
    commit: async (change) => {
      kept.push(change);
      return { ok: true, value: { caseId: caseId(kept.length), version: change.events.length, repeated: false } };
    },
  };
  const directory = directoryOn(db);
  const address = addressWith({
    playbook,
    directory,
    absences: async () => [],
    workspaces: () => [workspace],
    log: quietLog(),
  });
  const handle = handleCommandWith({ store, playbook, address, calendars: () => 1, committed: () => {} });
  const user = { ...workspace, id: 'U0DURI' };
  const known = await directory.resolve(user, 'ko');
  if (known === null) throw new Error('the filer is somebody of the playbook');
  for (const voice of labelledVoices) {
    const { intent, original } = filing(formOf(voice), {}, known.person, playbook, vault);
    const interaction: Interaction = {
      id: aCause(),
      user,
      locale: 'ko',
      at: now,
      surface: 'elsewhere',
      gesture: { type: 'file' },
    };
    const handled = await handle({ caseId: null, command: stamp(intent, { interaction, known }), original });
    if (handled.type === 'rejected') throw new Error(`voice ${voice.index}: ${JSON.stringify(handled.rejection)}`);
  }
  return kept;
}

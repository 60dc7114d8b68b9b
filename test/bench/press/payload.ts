import { drawCard } from '../../../adapters/slack/blocks.ts';
import { readingForWith } from '../../../src/app/reading-for.ts';
import type { CaseRecord } from '../../../src/domain/case/case.ts';
import { departmentCode } from '../../../src/domain/ids.ts';
import { caseCard } from '../../../src/render/case-card.ts';
import { signedPayload } from '../../support/slack-signing.ts';
import { now, playbook, workspace } from '../support/changes.ts';

export const signingSecret = 'signing-secret-of-the-bench';
const logistics = departmentCode('logistics');
const readingFor = readingForWith(
  playbook,
  () => null,
  () => now,
);

export type SignedPress = { readonly trigger: string; readonly body: string; readonly headers: Record<string, string> };

/** 김하나 of logistics presses [확인] on the card of this case; the card travels with the press, as it does from Slack. */
export function pressOf(record: CaseRecord, n: number): SignedPress {
  const trigger = `${process.pid}.${n}.${record.id}`;
  const reading = readingFor('ko', playbook.zone, record.state.taxonomy);
  const drawing = drawCard(caseCard(record, { to: 'department', department: logistics }, reading));
  const team = { id: workspace.tenant, domain: 'bench' };
  const channel = { id: 'C0LOGISTICS', name: 'voc-물류' };
  const ts = '1795651200.000100';
  const payload = {
    type: 'block_actions',
    api_app_id: 'A0MEARI',
    team,
    user: { id: 'U0HANA', username: 'hana', name: 'hana', team_id: team.id },
    container: { type: 'message', message_ts: ts, channel_id: channel.id, is_ephemeral: false },
    trigger_id: trigger,
    channel,
    message: { type: 'message', user: 'U0MEARI', ts, bot_id: 'B0MEARI', app_id: 'A0MEARI', team: team.id, ...drawing },
    state: { values: {} },
    response_url: 'http://127.0.0.1:9/nobody-answers-here',
    actions: [
      {
        type: 'button',
        action_id: 'press:acknowledge:0',
        block_id: 'b1',
        text: { type: 'plain_text', text: '확인' },
        value: `acknowledge|${record.id}`,
        action_ts: ts,
      },
    ],
  };
  return { trigger, ...signedPayload(payload, signingSecret) };
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slackGateway } from '../../../adapters/slack/gateway.ts';
import type { Delivery } from '../../../src/ports/chat-gateway.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { type RecordingApi, recordingApi } from './recording-api.ts';

const log = quietLog();
const noDrawing = async () => new Uint8Array();
const tenant = 'T0ACME';

describe('who is a colleague', () => {
  let api: RecordingApi;
  beforeAll(async () => {
    api = await recordingApi();
  });
  afterAll(() => api.stop());
  const gateway = (enterprise: string | null = null) =>
    slackGateway({ token: 'xoxb-test', apiUrl: api.apiUrl, tenant, enterprise, draw: noDrawing, log });
  const kim = { id: 'U1', team_id: tenant, name: 'kim', profile: { real_name: '김하나' } };

  it.each([
    ['somebody of the workspace', {}, null, true],
    ['somebody of whom Slack does not say the workspace', { team_id: undefined }, null, true],
    ['a guest whom the company invited', { is_restricted: true }, null, true],
    ['somebody of another company, in a shared channel', { team_id: 'T0OTHER' }, null, false],
    [
      'somebody of another organisation',
      { team_id: 'T0OTHER', enterprise_user: { enterprise_id: 'E0X' } },
      'E0US',
      false,
    ],
    [
      'somebody of another workspace of our organisation',
      { team_id: 'T2', enterprise_user: { enterprise_id: 'E0US' } },
      'E0US',
      true,
    ],
    ['somebody without an organisation, like us', { team_id: 'T2', enterprise_user: {} }, null, false],
    ['a bot', { is_bot: true }, null, false],
    ['somebody who has left', { deleted: true }, null, false],
  ] as const)('%s', async (_, of, enterprise, expected) => {
    api.answer('users.info', { user: { ...kim, ...of } });
    expect((await gateway(enterprise).profile('U1'))?.isColleague).toBe(expected);
  });

  it('a private word to an e-mail goes to no outsider who has it', async () => {
    api.answer('users.lookupByEmail', { user: { ...kim, team_id: 'T0OTHER' } });
    const delivery: Delivery = {
      outboxId: '1',
      place: { platform: 'slack', tenant, kind: 'person', id: 'hana@acme.example' },
      card: { fallback: 'VOC-0001', blocks: [] },
      replaces: null,
      thread: null,
    };
    const sent = await gateway().deliver(delivery);
    expect(sent).toEqual({ ok: false, error: { type: 'gone', what: 'conversation', reason: 'users_not_found' } });
    expect(api.calls.filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
  });
});

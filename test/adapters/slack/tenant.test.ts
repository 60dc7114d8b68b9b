import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slackTenant } from '../../../adapters/slack/tenant.ts';
import type { Log } from '../../../src/ports/ambient.ts';
import { type RecordingApi, recordingApi } from './recording-api.ts';

const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('whose bot this is', () => {
  let api: RecordingApi;
  beforeAll(async () => {
    api = await recordingApi();
  });
  afterAll(() => api.stop());
  const ask = () => slackTenant({ token: 'xoxb-test', apiUrl: api.apiUrl, log });

  it.each([
    ['https://acme.slack.com/', 'acme'],
    ['https://acme.enterprise.slack.com/', 'acme.enterprise'],
    ['https://acme.slack-gov.com/', 'acme.slack-gov.com'],
    ['http://127.0.0.1:3978/sandbox/', null],
  ])('is asked of Slack: %s', async (url, domain) => {
    api.answer('auth.test', { team_id: 'T1', user_id: 'U1', url });
    expect(await ask()).toEqual({ tenant: 'T1', botUserId: 'U1', enterprise: null, domain });
  });

  it('names the organisation around the workspace, where there is one', async () => {
    api.answer('auth.test', { team_id: 'T1', user_id: 'U1', enterprise_id: 'E1', url: 'https://acme.slack.com/' });
    expect(await ask()).toMatchObject({ tenant: 'T1', enterprise: 'E1' });
  });

  it('is told to the operator in words when the token is refused', async () => {
    api.answer('auth.test', { ok: false, error: 'invalid_auth' });
    await expect(ask()).rejects.toMatchObject({
      code: 'SLACK_REFUSED',
      message: expect.stringContaining('SLACK_BOT_TOKEN'),
    });
  });

  it('cannot be known while Slack is out of reach', async () => {
    const nobody = slackTenant({ token: 'xoxb-test', apiUrl: 'http://127.0.0.1:1/api/', log });
    await expect(nobody).rejects.toMatchObject({ code: 'SLACK_UNREACHED' });
  });
});

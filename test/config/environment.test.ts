import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { ConfigError } from '../../src/config-error.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const slackOverHttp = { SLACK_BOT_TOKEN: 'xoxb-1-secret', SLACK_SIGNING_SECRET: 'signing-secret' };

function refusal(env: NodeJS.ProcessEnv): ConfigError {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('the configuration was accepted');
}
const badKeys = (env: NodeJS.ProcessEnv): readonly string[] => refusal(env).problems.map((p) => p.where);

describe('nothing set at all', () => {
  it('is a valid configuration: embedded database, sandbox, loopback, the shipped company', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      http: { host: '127.0.0.1', port: 3978 },
      database: { type: 'embedded' },
      dataDir: '.data',
      slack: null,
      sandbox: true,
      encryptionKey: null,
      logLevel: 'info',
      notices: [],
    });
    expect(config.playbook.company.en).toBe('Hanbit Market');
  });

  it('counts an empty variable as unset', () => {
    expect(loadConfig({ SLACK_BOT_TOKEN: '', PORT: ' ', DATABASE_URL: '' })).toMatchObject({
      slack: null,
      http: { port: 3978 },
    });
  });

  it('is frozen, all the way down', () => {
    const config = loadConfig({});
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.playbook.severity.signals[0])).toBe(true);
    expect(() => Object.assign(config.http, { port: 1 })).toThrow(TypeError);
  });
});

describe('Slack', () => {
  it('over HTTP turns the sandbox off and listens to the world', () => {
    expect(loadConfig(slackOverHttp)).toMatchObject({
      slack: { botToken: 'xoxb-1-secret', apiUrl: null, transport: { type: 'http', signingSecret: 'signing-secret' } },
      sandbox: false,
      http: { host: '0.0.0.0' },
    });
  });

  it('over Socket Mode needs the app token and no signing secret', () => {
    expect(loadConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }).slack).toEqual({
      botToken: 'xoxb-1',
      apiUrl: null,
      transport: { type: 'socket', appToken: 'xapp-1' },
    });
  });

  it('says that the signing secret is not used where both ways are set', () => {
    const config = loadConfig({ ...slackOverHttp, SLACK_APP_TOKEN: 'xapp-1' });
    expect(config.slack?.transport.type).toBe('socket');
    expect(config.notices.join()).toContain('Socket Mode');
  });

  it('is refused where there is no way in', () =>
    expect(badKeys({ SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual(['SLACK_SIGNING_SECRET']));

  it('is refused where the token itself is missing', () => {
    expect(badKeys({ SLACK_SIGNING_SECRET: 's' })).toEqual(['SLACK_BOT_TOKEN']);
    expect(badKeys({ SLACK_APP_TOKEN: 'xapp-1' })).toEqual(['SLACK_BOT_TOKEN']);
  });

  it('refuses a token of another sort', () => {
    expect(badKeys({ SLACK_BOT_TOKEN: 'xoxp-1', SLACK_SIGNING_SECRET: 's' })).toEqual(['SLACK_BOT_TOKEN']);
    expect(badKeys({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xoxb-1' })).toEqual(['SLACK_APP_TOKEN']);
  });

  it('may live at another address', () => {
    const url = 'https://slack-gov.example/api/';
    expect(loadConfig({ ...slackOverHttp, SLACK_API_URL: url }).slack?.apiUrl).toBe(url);
    expect(badKeys({ ...slackOverHttp, SLACK_API_URL: 'slack-gov' })).toEqual(['SLACK_API_URL']);
  });
});

describe('the sandbox', () => {
  it('cannot be on beside Slack: both are Slack', () =>
    expect(badKeys({ ...slackOverHttp, SANDBOX: 'on' })).toEqual(['SANDBOX']));
  it('cannot be off where there is no other place to talk', () =>
    expect(badKeys({ SANDBOX: 'off' })).toEqual(['SANDBOX']));
  it('may be said aloud', () => {
    expect(loadConfig({ SANDBOX: 'on' }).sandbox).toBe(true);
    expect(loadConfig({ ...slackOverHttp, SANDBOX: 'OFF' }).sandbox).toBe(false);
  });
});

const azure = {
  MICROSOFT_APP_ID: '4c1b2f6e-0b2d-4f0e-9d8a-7f5a3e2c1b00',
  MICROSOFT_APP_PASSWORD: 'top-secret',
  MICROSOFT_APP_TENANT_ID: '72f988bf-1111-4222-8333-0123456789ab',
};

describe('Teams', () => {
  it('needs an app, its secret and the one tenant it serves', () => {
    const { teams, sandbox, http } = loadConfig(azure);
    expect(teams).toEqual({
      appId: azure.MICROSOFT_APP_ID,
      password: 'top-secret',
      type: 'SingleTenant',
      tenant: azure.MICROSOFT_APP_TENANT_ID,
    });
    expect(sandbox).toBe(false);
    expect(http.host).toBe('0.0.0.0');
  });

  it('runs beside Slack and beside the sandbox', () => {
    expect(loadConfig({ ...azure, ...slackOverHttp })).toMatchObject({ teams: {}, slack: {}, sandbox: false });
    expect(loadConfig({ ...azure, SANDBOX: 'on' })).toMatchObject({ teams: {}, slack: null, sandbox: true });
  });

  it('a managed identity needs no secret', () => {
    const { MICROSOFT_APP_PASSWORD: _, ...rest } = azure;
    expect(loadConfig({ ...rest, MICROSOFT_APP_TYPE: 'UserAssignedMSI' }).teams?.password).toBeNull();
  });

  it('names everything that is missing or no id, and never the secret', () => {
    const wrong = () =>
      loadConfig({ MICROSOFT_APP_ID: 'id', MICROSOFT_APP_TYPE: 'Both', MICROSOFT_APP_PASSWORD: 'top-secret' });
    expect(wrong).toThrow(/MICROSOFT_APP_ID[\s\S]*MICROSOFT_APP_TYPE[\s\S]*MICROSOFT_APP_TENANT_ID/);
    expect(wrong).not.toThrow(/top-secret/);
    expect(() => loadConfig({ MICROSOFT_APP_TENANT_ID: azure.MICROSOFT_APP_TENANT_ID })).toThrow(/MICROSOFT_APP_ID/);
  });
});

describe('the encryption key', () => {
  const DATABASE_URL = 'postgres://meari:pw@localhost:5432/meari';

  it('is required with a database of our own', () => expect(badKeys({ DATABASE_URL })).toEqual(['ENCRYPTION_KEY']));
  it('is 32 bytes in base64', () => {
    const config = loadConfig({ DATABASE_URL, ENCRYPTION_KEY: key });
    expect(config.database).toEqual({ type: 'postgres', url: DATABASE_URL });
    expect(config.encryptionKey).toEqual(Buffer.alloc(32, 7));
  });
  it('is refused when it is short, long or no base64', () => {
    for (const bad of ['abc', `${key}AAAA`, Buffer.alloc(16).toString('base64'), '*'.repeat(44)]) {
      expect(badKeys({ ENCRYPTION_KEY: bad })).toEqual(['ENCRYPTION_KEY']);
    }
  });
});

describe('a start that is stopped', () => {
  const bad = {
    PORT: '70000',
    LOG_LEVEL: 'loud',
    DATABASE_URL: 'mysql://root:hunter2@db/x',
    ENCRYPTION_KEY: 'c2VjcmV0LWtleQ==',
    SLACK_BOT_TOKEN: 'xoxp-very-secret',
    SLACK_SIGNING_SECRET: 'sign-me-secret',
    SLACK_APP_TOKEN: 'wrong-secret',
    SANDBOX: 'maybe',
    PLAYBOOK: 'no/such/playbook.yaml',
  };

  it('names every bad key at once, with what was expected and how to mend it', () => {
    const error = refusal(bad);
    expect(new Set(error.problems.map((p) => p.where.split(' ')[0]))).toEqual(
      new Set([
        'PORT',
        'LOG_LEVEL',
        'DATABASE_URL',
        'ENCRYPTION_KEY',
        'SLACK_BOT_TOKEN',
        'SLACK_APP_TOKEN',
        'SANDBOX',
        'PLAYBOOK',
      ]),
    );
    for (const { where, what, mend } of error.problems) {
      expect(error.message).toContain(where);
      expect(what).not.toBe('');
      expect(mend).toMatch(/[.)]$/);
    }
    expect(error.code).toBe('CONFIG_INVALID');
    expect(error.message).toContain('8 things');
  });

  it('tells no secret', () => {
    const { message } = refusal(bad);
    for (const secret of ['hunter2', 'xoxp-very-secret', 'sign-me-secret', 'wrong-secret', 'c2VjcmV0LWtleQ==']) {
      expect(message).not.toContain(secret);
    }
  });

  it('refuses a port that is no number', () => {
    for (const PORT of ['http', '-1', '3978.5', '65536', '1e3']) expect(badKeys({ PORT })).toEqual(['PORT']);
    expect(loadConfig({ PORT: '0' }).http.port).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { connector } from '../../../adapters/teams/connector.ts';
import { botRegistration } from '../../support/teams/teams-seed.ts';

const { appId, password, tenantId: tenant } = botRegistration;
const activity = { type: 'message', channelId: 'msteams', serviceUrl: 'https://smba.example/kr/', text: '대기' };

describe('who calls', () => {
  it.each(['SingleTenant', 'MultiTenant', 'UserAssignedMSI'] as const)(
    'is turned away without a token, whatever kind of app is registered: %s',
    async (type) => {
      const line = connector({ appId, password: type === 'UserAssignedMSI' ? null : password, type, tenant });
      await expect(line.authenticate({ ...activity }, '')).rejects.toThrow(/unauthorized/i);
    },
  );
});

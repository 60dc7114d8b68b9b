import type { CredentialsFactory } from '../../../adapters/teams/connector.ts';

/**
 * For the playground, which signs nothing and reads no token. The SDK lets a caller without one in only where this says
 * that nobody is asked for it; with credentials of its own a bot never says so.
 */
export const noCredentials: CredentialsFactory = {
  isValidAppId: async () => true,
  isAuthenticationDisabled: async () => true,
  createCredentials: async () => ({ signRequest: async (request) => request }),
};

import { asJson, done, fail, type Method } from './call.ts';

export const authMethods: Readonly<Record<string, Method>> = {
  'auth.test': {
    tier: 'special',
    run: (world) => {
      const { team, bot } = world.seed;
      return done({
        url: `${world.address()}/`,
        team: team.name,
        user: bot.name,
        team_id: team.id,
        user_id: bot.userId,
        bot_id: bot.botId,
        is_enterprise_install: false,
      });
    },
  },
  'api.test': {
    tier: 'tier4',
    token: 'none',
    run: (_world, args) =>
      args.has('error') ? fail(args.text('error')) : done({ args: asJson(args.json('args')) ?? {} }),
  },
  'apps.connections.open': {
    tier: 'tier1',
    token: 'app',
    run: (world) => {
      const address = world.address().replace(/^http/, 'ws');
      return done({ url: `${address}/socket?ticket=${world.sockets.ticket()}&app_id=${world.seed.bot.appId}` });
    },
  },
};

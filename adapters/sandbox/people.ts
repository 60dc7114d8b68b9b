import type { Json } from './json.ts';
import type { SandboxUser } from './protocol.ts';
import type { World } from './world.ts';

type Known = Pick<World, 'seed' | 'locales'>;

/** A person as she is now: the seed's, in the language she has switched to. */
export const findPerson = (world: Known, id: string): SandboxUser | null => {
  const user = world.seed.users.find((each) => each.id === id);
  return user ? { ...user, locale: world.locales.get(id) ?? user.locale } : null;
};

/** Slack's handle: letters, digits and dots only. */
export const handleOf = (user: SandboxUser): string => user.email?.split('@')[0] ?? user.id.toLowerCase();

/** The user object of `users.info`; the locale only where it was asked for. */
export const userJson = (world: World, user: SandboxUser, includeLocale: boolean): Json => ({
  id: user.id,
  team_id: user.team ?? world.seed.team.id,
  name: handleOf(user),
  deleted: false,
  real_name: user.name,
  tz: 'Asia/Seoul',
  tz_label: 'Korea Standard Time',
  tz_offset: 32_400,
  profile: {
    real_name: user.name,
    real_name_normalized: user.name,
    display_name: user.name,
    display_name_normalized: user.name,
    title: user.title[user.locale],
    email: user.email ?? undefined,
    team: user.team ?? world.seed.team.id,
  },
  is_admin: false,
  is_owner: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_bot: false,
  is_app_user: false,
  updated: 0,
  ...(includeLocale ? { locale: user.locale === 'ko' ? 'ko-KR' : 'en-US' } : {}),
});

export const botJson = (world: World): Json => {
  const { bot, team } = world.seed;
  return {
    id: bot.userId,
    team_id: team.id,
    name: bot.name,
    deleted: false,
    real_name: bot.name,
    profile: { real_name: bot.name, display_name: '', api_app_id: bot.appId, bot_id: bot.botId, team: team.id },
    is_bot: true,
    is_app_user: false,
    updated: 0,
  };
};

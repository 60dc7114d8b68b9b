import type { Json } from './json.ts';
import { isJson, listOf } from './json.ts';
import { completeState } from './view-state.ts';
import type { StoredView } from './views.ts';
import type { World } from './world.ts';

export const blocksOf = (view: Json): readonly Json[] => listOf(view['blocks']).filter(isJson);

/** A view as Slack's answers and payloads carry it, with what the person has filled in. */
export const viewJson = (world: World, stored: StoredView): Json => {
  const { bot, team } = world.seed;
  const { view } = stored;
  return {
    id: stored.id,
    team_id: team.id,
    type: view['type'],
    blocks: view['blocks'],
    private_metadata: view['private_metadata'] ?? '',
    callback_id: view['callback_id'] ?? '',
    state: { values: completeState(blocksOf(view), stored.values) },
    hash: stored.hash,
    title: view['title'] ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view['clear_on_close'] ?? false,
    notify_on_close: view['notify_on_close'] ?? false,
    close: view['close'] ?? null,
    submit: view['submit'] ?? null,
    previous_view_id: stored.previousId,
    root_view_id: stored.rootId,
    app_id: bot.appId,
    external_id: view['external_id'] ?? '',
    app_installed_team_id: team.id,
    bot_id: bot.botId,
  };
};

import { repliesTo } from './message-json.ts';
import type { StoredMessage } from './messages.ts';
import type { World } from './world.ts';

/** Takes a message away; one that has replies leaves a stone in its place, as the thread must hang on something. */
export const removeMessage = (world: World, message: StoredMessage): void => {
  if (message.onlyFor !== null || repliesTo(world, message).length === 0) {
    world.messages.remove(message);
    return;
  }
  world.messages.replace({
    ...message,
    text: 'This message was deleted.',
    blocks: [],
    attachments: [],
    metadata: null,
    files: [],
    reactions: [],
    tombstone: true,
  });
};

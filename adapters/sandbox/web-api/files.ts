import { appIsMember, findConversation } from '../conversations.ts';
import { fileJson } from '../file-json.ts';
import { type StoredFile, UPLOAD_LIMIT } from '../files.ts';
import { isJson, listOf, textOf } from '../json.ts';
import type { World } from '../world.ts';
import { type Answer, type Args, done, fail, type Method } from './call.ts';

/** Where the files are shared, if anywhere: an id, null for nowhere, or Slack's refusal. */
const destination = (world: World, args: Args): string | null | Answer => {
  const named = args.text('channel_id') || args.text('channels').split(',')[0] || '';
  if (named === '') return null;
  const conversation = findConversation(world, named);
  if (!conversation) return fail('channel_not_found');
  return appIsMember(world, conversation) ? conversation.id : fail('not_in_channel');
};

export const fileMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': {
    tier: 'tier4',
    run: (world, args) => {
      const name = args.text('filename');
      const length = args.number('length', 0);
      if (name === '') return fail('invalid_arguments', ['missing required field: filename']);
      if (length <= 0) return fail('invalid_arguments', ['missing required field: length']);
      if (length > UPLOAD_LIMIT) return fail('file_uploads_size_restricted');
      const { id, ticket } = world.files.ticket(name, length, args.text('alt_txt') || args.text('alt_text'));
      return done({ upload_url: `${world.address()}/upload/${ticket}`, file_id: id });
    },
  },
  'files.completeUploadExternal': {
    tier: 'tier4',
    run: (world, args) => {
      const wanted = listOf(args.json('files')).filter(isJson);
      if (wanted.length === 0) return fail('invalid_arguments', ['missing required field: files']);
      const channel = destination(world, args);
      if (isJson(channel)) return channel as Answer;
      const shared: StoredFile[] = [];
      for (const each of wanted) {
        const file = world.files.complete(textOf(each, 'id'), textOf(each, 'title'), channel === null ? [] : [channel]);
        if (!file) return fail('file_not_found');
        shared.push(file);
      }
      if (channel !== null) {
        world.messages.post({
          channel,
          user: world.seed.bot.userId,
          text: args.text('initial_comment'),
          threadTs: args.text('thread_ts') || null,
          files: shared.map((each) => each.id),
        });
      }
      return done({ files: shared.map((each) => fileJson(world, each)) });
    },
  },
  'files.info': {
    tier: 'tier4',
    run: (world, args) => {
      const file = world.files.find(args.text('file'));
      return file ? done({ file: fileJson(world, file), comments: [] }) : fail('file_not_found');
    },
  },
};

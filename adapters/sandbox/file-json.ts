import { extname } from 'node:path';
import type { StoredFile } from './files.ts';
import type { Json } from './json.ts';
import type { World } from './world.ts';

/** Path of the bytes, from the root of the server. */
export const filePath = (world: Pick<World, 'base'>, file: StoredFile): string =>
  `${world.base}/files/${file.id}/${encodeURIComponent(file.name)}`;

export const fileJson = (world: World, file: StoredFile): Json => {
  const url = `${world.address().slice(0, -world.base.length)}${filePath(world, file)}`;
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: extname(file.name).slice(1),
    user: world.seed.bot.userId,
    user_team: world.seed.team.id,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    is_public: file.channels.some((channel) => channel.startsWith('C')),
    url_private: url,
    url_private_download: url,
    permalink: url,
    ...(file.altText === '' ? {} : { alt_txt: file.altText }),
    channels: file.channels.filter((channel) => channel.startsWith('C')),
    ims: file.channels.filter((channel) => channel.startsWith('D')),
    file_access: 'visible',
  };
};

import { readFileSync } from 'node:fs';
import { TeamsManifestWrapper } from '@microsoft/app-manifest';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { teamsManifest, teamsPackage } from '../../../adapters/teams/manifest.ts';

const options = {
  appId: '4c1b2f6e-0b2d-4f0e-9d8a-7f5a3e2c1b00',
  url: 'https://voc.example.com',
  version: '0.1.0',
  hearsThreads: true,
};
const icon = (name: string) => readFileSync(new URL(`../../../adapters/teams/icons/${name}.png`, import.meta.url));
/** Width and height stand at the head of every PNG. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('the Teams app', () => {
  it.each([true, false])(
    'is what Microsoft’s own schema asks for, hearing threads or not (%s)',
    async (hearsThreads) => {
      const manifest = TeamsManifestWrapper.fromJSON(JSON.stringify(teamsManifest({ ...options, hearsThreads })));
      expect(await manifest.validate()).toEqual([]);
    },
  );

  it('asks to hear its channels and for nothing more, and where it hears mentions only, for nothing at all', () => {
    const asked = (hearsThreads: boolean) => JSON.stringify(teamsManifest({ ...options, hearsThreads }));
    expect(asked(true).match(/[A-Z]\w+\.\w+\.(?:Group|User|Chat)/g)).toEqual(['ChannelMessage.Read.Group']);
    expect(asked(false)).not.toMatch(/authorization|resourceSpecific|webApplicationInfo/);
  });

  it('files from a message, from the compose box and from the command box', () => {
    const [extension] = teamsManifest(options).composeExtensions;
    expect(extension?.commands[0]).toMatchObject({ fetchTask: true, context: ['compose', 'commandBox', 'message'] });
  });

  it('is packed flat, with a colour and an outline icon of the sizes that Teams takes', () => {
    const files = unzipSync(teamsPackage(options, { color: icon('color'), outline: icon('outline') }));
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toMatchObject({ id: options.appId });
    expect(sizeOf(icon('color'))).toEqual([192, 192]);
    expect(sizeOf(icon('outline'))).toEqual([32, 32]);
  });
});

import { readFileSync } from 'node:fs';
import { TeamsManifestWrapper } from '@microsoft/app-manifest';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { teamsManifest, teamsPackage } from '../../../adapters/teams/manifest.ts';

const options = { appId: '4c1b2f6e-0b2d-4f0e-9d8a-7f5a3e2c1b00', url: 'https://voc.example.com', version: '0.1.0' };
const icon = (name: string) => readFileSync(new URL(`../../../adapters/teams/icons/${name}.png`, import.meta.url));
/** Width and height stand at the head of every PNG. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('the Teams app', () => {
  it('is what Microsoft’s own schema asks for', async () => {
    const manifest = TeamsManifestWrapper.fromJSON(JSON.stringify(teamsManifest(options)));
    expect(await manifest.validate()).toEqual([]);
  });

  it('asks for no permission to read or act beyond what a bot has', () => {
    const manifest = JSON.stringify(teamsManifest(options));
    expect(manifest).not.toMatch(/authorization|resourceSpecific|webApplicationInfo/);
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

import { describe, expect, it } from 'vitest';
import { record } from '../../../adapters/payload.ts';
import { inbound } from '../../../adapters/teams/inbound.ts';
import { instant } from '../../../src/domain/instant.ts';
import { fixture, type Payload } from './fixture.ts';

const tenant = 'b1f6d1d2-5c8e-4b0a-9d5e-0c1d2e3f4a5b';
const channel = '19:c0ffee00c0ffee00c0ffee00c0ffee00@thread.tacv2';
const inside = {
  tenant,
  botId: '6c7e1f2a-0b3d-4c5e-9f8a-1b2c3d4e5f60',
  command: '/voc',
  at: instant(1_795_651_400_000),
  zone: 'Asia/Seoul',
};
const heard = (name: string, change: Payload = {}) => inbound({ ...fixture(name), ...change }, inside);
const noteOf = (name: string, change: Payload = {}) => {
  const gesture = heard(name, change)?.gesture;
  return gesture?.type === 'note' ? gesture.note : null;
};
/** A reply in a thread that calls nobody. */
const plain = { entities: [], text: '사진을 받았습니다', attachments: [] };

describe('what Teams tells of a thread', () => {
  it('is a message under a card, by whom, since when and where it can be read', () => {
    const where = { platform: 'teams', tenant, conversation: channel };
    const { timestamp, id } = fixture('message-channel');
    expect(noteOf('message-channel', plain)).toEqual({
      under: { ...where, message: '1795651200000' },
      said: { ...where, message: id },
      text: '사진을 받았습니다',
      asOf: Date.parse(String(timestamp)),
      files: 0,
      permalink: expect.stringContaining('parentMessageId=1795651200000'),
      named: [],
    });
  });

  it('counts files, and not the copy of its own text that Teams attaches', () => {
    const attachments = [{ contentType: 'text/html', content: '<p>x</p>' }, { contentType: 'reference' }];
    expect(noteOf('message-channel', { ...plain, attachments })).toMatchObject({ files: 1 });
  });

  it('is how the message reads after a change, and each change is another', () => {
    expect(noteOf('edited')).toMatchObject({ text: '고쳤어요', said: { message: '1795651260123' } });
    const later = { timestamp: '2026-11-26T00:02:00.000Z' };
    expect(heard('edited', later)?.id).not.toBe(heard('edited')?.id);
    expect(heard('edited')?.id).toBe(heard('edited')?.id);
  });

  it('is that a message was taken back, and put there again', () => {
    const kinds = (eventType: string) => ({ channelData: { ...record(fixture('edited')['channelData']), eventType } });
    expect(noteOf('edited', { type: 'messageDelete', text: undefined, ...kinds('softDeleteMessage') })).toMatchObject({
      text: null,
      files: 0,
    });
    expect(noteOf('edited', kinds('undeleteMessage'))).toMatchObject({ text: '고쳤어요' });
  });
});

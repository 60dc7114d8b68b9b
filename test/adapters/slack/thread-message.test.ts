import { describe, expect, it } from 'vitest';
import { inbound } from '../../../adapters/slack/inbound.ts';
import { instant } from '../../../src/domain/instant.ts';

type Json = Record<string, unknown>;
const inside = { tenant: 'T1', domain: 'acme', botUserId: 'U0BOT', command: '/voc', at: instant(1_795_651_400_000) };
const heard = (event: Json) =>
  inbound({ type: 'event_callback', event_id: 'Ev1', event: { type: 'message', channel: 'C1', ...event } }, inside);
const reply = { user: 'U0HANA', ts: '1795651260.000200', thread_ts: '1795651200.000100', text: '사진을 받았습니다' };
const noteOf = (event: Json) => {
  const gesture = heard(event)?.gesture;
  return gesture?.type === 'note' ? gesture.note : null;
};
const change = (message: Json, previous_message: Json = reply) =>
  noteOf({ subtype: 'message_changed', message, previous_message, ts: '1795651300.000300', hidden: true });

describe('what Slack tells of a thread', () => {
  it('is a message under a card, by whom, since when and where it can be read', () => {
    const channel = { platform: 'slack', tenant: 'T1', conversation: 'C1' };
    expect(heard(reply)).toMatchObject({ id: 'slack:T1:event:Ev1', user: { id: 'U0HANA' }, surface: 'elsewhere' });
    expect(noteOf(reply)).toEqual({
      under: { ...channel, message: '1795651200.000100' },
      said: { ...channel, message: '1795651260.000200' },
      text: '사진을 받았습니다',
      asOf: 1_795_651_260_000,
      files: 0,
      permalink: 'https://acme.slack.com/archives/C1/p1795651260000200',
      named: [],
    });
  });

  it('calls colleagues by what Slack knows them by, and leaves the bot out', () => {
    const note = noteOf({ ...reply, text: '<@U0BOT> <@U0DURI> 님 <https://a.example|사진> &amp; 영상' });
    expect(note).toMatchObject({ text: '@U0DURI 님 사진 (https://a.example) & 영상', named: ['U0DURI'] });
  });

  it('counts what hangs on it, with words or without', () => {
    expect(noteOf({ ...reply, subtype: 'file_share', text: '', files: [{}, {}] })).toMatchObject({
      text: '',
      files: 2,
    });
  });

  it('is how the message reads after a change, by the clock of the change', () => {
    expect(change({ ...reply, text: '사진 두 장', edited: { user: 'U0HANA', ts: '1795651300.000000' } })).toMatchObject(
      {
        text: '사진 두 장',
        asOf: 1_795_651_300_000,
        said: { message: '1795651260.000200' },
      },
    );
  });

  it('is no change where only a preview was added', () => {
    expect(change({ ...reply, attachments: [{ title: '미리 보기' }] })).toBeNull();
  });

  it('is that a message was taken back', () => {
    const gone = { subtype: 'message_deleted', previous_message: reply, deleted_ts: reply.ts, ts: '1795651310.000300' };
    expect(noteOf(gone)).toMatchObject({ text: null, files: 0, asOf: 1_795_651_310_000, said: { message: reply.ts } });
    expect(heard(gone)?.user.id).toBe('U0HANA');
  });

  it.each<[string, Json]>([
    ['a post that stands in no thread', { thread_ts: undefined }],
    ['the post above a thread', { thread_ts: reply.ts }],
    ['a private conversation', { channel_type: 'im' }],
    ['what Meari wrote itself', { user: 'U0BOT' }],
    ['what another app wrote', { bot_id: 'B1' }],
    ['that somebody joined', { subtype: 'channel_join' }],
    ['a message without a writer', { user: undefined }],
    ['a moment that is none', { ts: 'soon' }],
  ])('is nothing: %s', (_, event) => {
    expect(heard({ ...reply, ...event })).toBeNull();
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { unrepeated } from '../support/teams/local-cloud.ts';
import { caught, type Stage, said, teamsStage } from '../support/teams/stage.ts';
import { idOf } from '../support/teams/teams-seed.ts';

let clock = 1_800_000_000_000;
let stage: Stage;
const place = (name: string): string => stage.double.place(name);
const texts = (name: string): readonly string[] => stage.double.read(place(name)).map((m) => m.text);

/** The answer as the SDK throws it, but for its address and its token. */
const refused = async (work: Promise<unknown>) => {
  const thrown = await caught(work);
  const response = thrown['response'] as
    | { readonly headers: { get: (name: string) => string | undefined } }
    | undefined;
  return {
    name: thrown['name'],
    statusCode: thrown['statusCode'],
    code: thrown['code'],
    body: thrown['body'],
    details: thrown['details'],
    retryAfter: response?.headers.get('retry-after'),
  };
};
const asTeams = (code: string, message: string) => ({ error: { code, message } });

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  stage = await teamsStage(async () => undefined, { now: () => clock });
});
afterAll(async () => {
  await stage.stop();
  vi.restoreAllMocks();
});
beforeEach(() => {
  clock += 3_600_000;
});
afterEach(() => stage.double.faults.clear());

describe('what Teams will not do, as botbuilder shows it', () => {
  it('a conversation that is not there', async () => {
    expect(await refused(stage.send('19:nothere@thread.tacv2', '누구 없나요'))).toMatchObject({
      name: 'RestError',
      statusCode: 404,
      code: 'ConversationNotFound',
      body: undefined,
      details: asTeams('ConversationNotFound', 'Conversation not found.'),
    });
  });

  it('a message that was taken away', async () => {
    const posted = String((await stage.postIn(place('물류'), '지워질 글'))['activityId']);
    stage.double.removeMessage(place('물류'), posted);
    const edit = stage.call((c) => c.updateActivity(place('물류'), posted, said('고침')));
    expect(await refused(edit)).toMatchObject({ statusCode: 404, code: 'ActivityNotFoundInConversation' });
    const answer = stage.send(`${place('물류')};messageid=${posted}`, '답');
    expect(await refused(answer)).toMatchObject({ statusCode: 404, code: 'ActivityNotFoundInConversation' });
  });

  it('a message of somebody else', async () => {
    const theirs = await stage.double.person('hana').mention('제 글입니다', place('물류'));
    const edit = stage.call((c) => c.updateActivity(place('물류'), theirs.message, said('고침')));
    expect(await refused(edit)).toMatchObject({ statusCode: 403, code: 'NotEnoughPermissions' });
  });

  it('a channel of a team without the bot', async () => {
    expect(await refused(stage.postIn(place('보안'), '들어가도 될까요'))).toMatchObject({
      statusCode: 403,
      code: 'BotNotInConversationRoster',
    });
  });

  it('a chat with somebody who has not installed the bot, or who is called by an address', async () => {
    expect(await refused(stage.chatWith(idOf('maru')))).toMatchObject({
      statusCode: 403,
      code: 'ForbiddenOperationException',
    });
    expect(await refused(stage.chatWith('hana@hanbit.example'))).toMatchObject({ statusCode: 400, code: 'BadSyntax' });
  });

  it('a word to somebody who has taken the bot away: no code, and JSON inside JSON', async () => {
    const { id } = await stage.chatWith(idOf('yuna'));
    await stage.double.uninstall('yuna');
    const answer = await refused(stage.send(String(id), '들리나요'));
    await stage.double.install('yuna');
    expect(answer).toMatchObject({ statusCode: 403, code: undefined, details: { errorCode: 209 } });
    expect(JSON.parse(String((answer.details as { message: string }).message))).toMatchObject({
      subCode: 'MessageWritesBlocked',
    });
  });

  it('a channel that was taken away', async () => {
    const other = await teamsStage(async () => undefined);
    const channel = other.double.place('물류');
    await other.postIn(channel, '아직 있습니다');
    other.double.removeChannel(channel);
    const gone = { statusCode: 404, code: 'ConversationNotFound' };
    expect(await refused(other.postIn(channel, '이제 없습니다'))).toMatchObject(gone);
    expect(await refused(other.send(channel, '여기도'))).toMatchObject(gone);
    await other.stop();
  });

  it('a message of more than 100 KB, at two bytes a character', async () => {
    await stage.postIn(place('물류'), '가'.repeat(50_000));
    expect(await refused(stage.postIn(place('물류'), '가'.repeat(51_200)))).toMatchObject({
      statusCode: 413,
      code: 'MessageSizeTooBig',
    });
  });

  it('a dependency that trips over itself', async () => {
    stage.double.faults.next('post', { type: 'status', status: 412 });
    expect(await refused(stage.postIn(place('물류'), '동시에'))).toMatchObject({
      statusCode: 412,
      code: 'PreconditionFailed',
    });
  });

  it('a token that nobody here has given', async () => {
    const answer = await fetch(`${stage.double.serviceUrl}v3/conversations/${place('물류')}/activities`, {
      method: 'POST',
      headers: { authorization: 'Bearer made-up', 'content-type': 'application/json' },
      body: JSON.stringify(said('나야')),
    });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ message: 'Authorization has been denied for this request.' });
  });
});

describe('trying again', () => {
  it('is what the SDK does by itself after a lost answer: the message stands there twice', async () => {
    stage.double.faults.next('post', { type: 'lose-answer' });
    await stage.postIn(place('품질'), '두 번 올라갑니다');
    expect(texts('품질').filter((t) => t === '두 번 올라갑니다')).toHaveLength(2);
  });

  it('is what it does after a 429, as late as it is told, and asking it not to retry changes nothing', async () => {
    stage.double.faults.next('post', { type: 'limit', retryAfterSeconds: 0 }, 4);
    const deaf = stage.another({ noRetryPolicy: true });
    expect(await refused(stage.send(place('품질'), '기다립니다', deaf))).toMatchObject({
      statusCode: 429,
      code: 'Throttled',
      retryAfter: '0',
    });
    expect(stage.double.faults.take('post')).toBeNull();
  });

  it('is not done where the client below it is our own', async () => {
    const once = stage.another(unrepeated);
    stage.double.faults.next('post', { type: 'lose-answer' });
    await caught(stage.send(place('품질'), '한 번만', once));
    expect(texts('품질').filter((t) => t === '한 번만')).toHaveLength(1);
    stage.double.faults.next('post', { type: 'status', status: 502 });
    expect(await caught(stage.send(place('품질'), '한 번도', once))).toMatchObject({ statusCode: 502 });
    expect(texts('품질')).not.toContain('한 번도');
    expect(await stage.send(place('품질'), '들어갑니다', once)).toMatchObject({ id: expect.stringMatching(/^\d+$/) });
  });
});

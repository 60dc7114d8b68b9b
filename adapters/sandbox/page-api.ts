import type { IncomingMessage, ServerResponse } from 'node:http';
import { moveClock } from './acts/move-clock.ts';
import { perform } from './acts/perform.ts';
import { readAct } from './acts/read-act.ts';
import { readFaults } from './faults.ts';
import { sendJson } from './http/answers.ts';
import { readBody } from './http/body.ts';
import { isJson, parseJson } from './json.ts';
import { clockView, homeState, messageViews, modalState, workspaceView } from './page-views.ts';
import { findPerson } from './people.ts';
import type { SandboxUser } from './protocol.ts';
import type { World } from './world.ts';

const BODY_LIMIT = 1024 * 1024;
const BEAT_MS = 20_000;

/** Server-sent events until the page goes away. */
const streamChanges = (world: World, me: SandboxUser, req: IncomingMessage, res: ServerResponse): void => {
  res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' });
  res.write(': listening\n\n');
  const stop = world.changes.listen(
    me.id,
    (event) => res.write(`data: ${JSON.stringify(event)}\n\n`),
    () => res.end(),
  );
  const beat = setInterval(() => res.write(': still here\n\n'), BEAT_MS);
  req.on('close', () => {
    clearInterval(beat);
    stop();
  });
};

/** What is asked for; undefined when there is no such thing. */
const answerTo = (world: World, what: string, me: SandboxUser, query: URLSearchParams): unknown => {
  switch (what) {
    case 'workspace':
      return workspaceView(world, me);
    case 'clock':
      return clockView(world);
    case 'messages':
      return messageViews(world, me, query.get('conversation') ?? '');
    case 'modal':
      return modalState(world, me);
    case 'home':
      return homeState(world, me);
    default:
      return undefined;
  }
};

const read = (world: World, what: string, query: URLSearchParams, req: IncomingMessage, res: ServerResponse): void => {
  const me = findPerson(world, query.get('as') ?? world.seed.users[0]?.id ?? '');
  if (me && what === 'events') {
    streamChanges(world, me, req, res);
    return;
  }
  const answer = me ? answerTo(world, what, me, query) : undefined;
  if (answer === undefined) sendJson(res, 404, { error: 'not found' });
  else sendJson(res, 200, answer);
};

const write = async (world: World, what: string, req: IncomingMessage, res: ServerResponse): Promise<void> => {
  // Any other content type can be posted by a foreign page without asking this server first.
  if (!(req.headers['content-type'] ?? '').startsWith('application/json')) {
    return sendJson(res, 415, { error: 'JSON only' });
  }
  const body = parseJson((await readBody(req, BODY_LIMIT)).toString('utf8'));
  if (what === 'act') {
    const act = readAct(body);
    return act ? sendJson(res, 200, await perform(world, act)) : sendJson(res, 400, { error: 'not an act' });
  }
  if (what === 'clock') {
    const result = moveClock(world, body);
    return sendJson(res, result.ok ? 200 : 400, result);
  }
  if (what === 'faults' && isJson(body)) return sendJson(res, 200, world.faults.set(readFaults(body)));
  return sendJson(res, 404, { error: 'no such page resource' });
};

/** `{base}/page/{what}`; the caller has made sure that the request comes from this machine's own page. */
export const handlePage = async (
  world: World,
  what: string,
  query: URLSearchParams,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> => {
  if (req.method === 'POST') return write(world, what, req, res);
  if (req.method !== 'GET') return sendJson(res, 405, { error: 'GET or POST' });
  if (what === 'faults') return sendJson(res, 200, world.faults.settings());
  return read(world, what, query, req, res);
};

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { secret } from '../ids.ts';
import { isJson, type Json, parseJson, textOf } from '../json.ts';
import type { Dispatch, Outcome, Send } from './send.ts';

const PING_MS = 10_000;

/** The app's websockets: it opens them with a ticket from `apps.connections.open`, and acknowledges by envelope. */
export type SocketMode = {
  readonly ticket: () => string;
  /** False when the ticket is not one of ours; the caller then refuses the upgrade. */
  readonly upgrade: (ticket: string, req: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  readonly isConnected: () => boolean;
  readonly send: Send;
  /** Tells every connection to come back, as Slack does when it renews its servers. */
  readonly refresh: () => void;
  readonly stop: () => void;
};

const kinds: Readonly<Record<Dispatch['kind'], string>> = {
  command: 'slash_commands',
  interactive: 'interactive',
  event: 'events_api',
};

const cut: Outcome = { type: 'failed', reason: 'connection_failed', status: null, noRetry: false };

const emptyAsNull = (payload: unknown): unknown => {
  if (!isJson(payload)) return null;
  const keys = Object.keys(payload);
  // A text acknowledged over a socket arrives as { text }; over HTTP it would be the bare body.
  if (keys.length === 1 && keys[0] === 'text') return payload['text'];
  return keys.length === 0 ? null : payload;
};

export const createSocketMode = (appId: string, ackMs: number): SocketMode => {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const waiting = new Map<string, (outcome: Outcome) => void>();
  const open: WebSocket[] = [];
  let turn = 0;

  const hear = (text: string): void => {
    const message = parseJson(text);
    const resolve = waiting.get(textOf(message, 'envelope_id'));
    if (!resolve || !isJson(message)) return;
    resolve({ type: 'answered', answer: emptyAsNull(message['payload']), noRetry: false });
  };
  const welcome = (socket: WebSocket): void => {
    open.push(socket);
    const beat = setInterval(() => socket.ping(), PING_MS);
    socket.on('message', (data) => hear(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(beat);
      open.splice(open.indexOf(socket), 1);
    });
    const debug_info = { host: 'sandbox', build_number: 1, approximate_connection_time: 18_060 };
    const hello: Json = { type: 'hello', num_connections: open.length, debug_info, connection_info: { app_id: appId } };
    socket.send(JSON.stringify(hello));
  };
  return {
    ticket: () => {
      const ticket = secret();
      tickets.add(ticket);
      return ticket;
    },
    upgrade: (ticket, req, socket, head) => {
      if (!tickets.delete(ticket)) return false;
      server.handleUpgrade(req, socket, head, welcome);
      return true;
    },
    isConnected: () => open.length > 0,
    send: (dispatch, retry) =>
      new Promise((resolve) => {
        turn += 1;
        const socket = open[turn % Math.max(1, open.length)];
        if (!socket) return resolve(cut);
        const envelopeId = secret();
        const settle = (outcome: Outcome): void => {
          clearTimeout(timer);
          waiting.delete(envelopeId);
          resolve(outcome);
        };
        const late: Outcome = { type: 'failed', reason: 'http_timeout', status: null, noRetry: false };
        const timer = setTimeout(() => settle(late), ackMs);
        waiting.set(envelopeId, settle);
        socket.send(
          JSON.stringify({
            envelope_id: envelopeId,
            payload: dispatch.payload,
            type: kinds[dispatch.kind],
            accepts_response_payload: dispatch.kind !== 'event',
            ...(dispatch.kind === 'event'
              ? { retry_attempt: retry?.num ?? 0, retry_reason: retry ? 'timeout' : '' }
              : {}),
          }),
        );
      }),
    refresh: () => {
      const goodbye = JSON.stringify({
        type: 'disconnect',
        reason: 'refresh_requested',
        debug_info: { host: 'sandbox' },
      });
      for (const socket of open) socket.send(goodbye);
    },
    stop: () => {
      for (const settle of [...waiting.values()]) settle(cut);
      for (const socket of [...open]) socket.terminate();
      server.close();
    },
  };
};

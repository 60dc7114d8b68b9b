import { isJson, type Json, parseJson, textOf } from '../../../adapters/sandbox/json.ts';
import type { LocalIssuer, TokenFlaw } from './local-issuer.ts';

/** One activity on its way to the bot, and what came of it. */
export type Delivered = {
  /** `message`, or an invoke's name: `task/fetch`. */
  readonly what: string;
  readonly id: string;
  readonly from: string;
  /** Of the answer that counts: the first good one, or else the last. 0: none came. */
  readonly status: number;
  readonly body: string;
  /** How long each try took, in milliseconds. */
  readonly tries: readonly number[];
};

export type DeliveryOptions = {
  readonly issuer: Pick<LocalIssuer, 'authorize'>;
  readonly serviceUrl: string;
  /** Where the bot listens; asked anew for each try. */
  readonly deliverTo: () => string;
  /** So long Teams waits for an answer. */
  readonly patience: { readonly invokeMs: number; readonly messageMs: number };
};

type Try = { readonly status: number; readonly body: string; readonly ms: number };

/** What the person sees when the bot's answer is none. */
export class NoAnswer extends Error {
  readonly code = 'no_answer';
  readonly delivered: Delivered;
  constructor(why: string, delivered: Delivered) {
    super(`Teams shows an error for ${delivered.what}: ${why}, ${delivered.tries.length} times`);
    this.delivered = delivered;
  }
}

const most = 3;

/** Brings activities to the bot, signed, and an invoke up to three times until it is answered. */
export function delivery({ issuer, serviceUrl, deliverTo, patience }: DeliveryOptions) {
  const log: Delivered[] = [];
  let copies = 1;
  let flaw: TokenFlaw | undefined;

  async function once(activity: Json): Promise<Try> {
    const isInvoke = activity['type'] === 'invoke';
    const authorization = await issuer.authorize(serviceUrl, flaw);
    const began = performance.now();
    const passed = () => Math.round(performance.now() - began);
    try {
      const answer = await fetch(deliverTo(), {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...(authorization === null ? {} : { authorization }),
        },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(isInvoke ? patience.invokeMs : patience.messageMs),
      });
      return { status: answer.status, body: await answer.text(), ms: passed() };
    } catch {
      return { status: 0, body: '', ms: passed() };
    }
  }

  async function deliver(activity: Json): Promise<Delivered> {
    const isInvoke = activity['type'] === 'invoke';
    const good = (t: Try) => t.status >= 200 && t.status < 300 && (!isInvoke || t.body !== '');
    const tries = await Promise.all(Array.from({ length: copies }, () => once(activity)));
    while (isInvoke && tries.length < most && !tries.some(good)) tries.push(await once(activity));
    const counts = tries.find(good) ?? tries.at(-1);
    const delivered: Delivered = {
      what: textOf(activity, isInvoke ? 'name' : 'type'),
      id: textOf(activity, 'id'),
      from: textOf(activity['from'], 'id'),
      status: counts?.status ?? 0,
      body: counts?.body ?? '',
      tries: tries.map((t) => t.ms),
    };
    log.push(delivered);
    return delivered;
  }

  return {
    deliver,
    /** An invoke's answer as JSON. @throws NoAnswer where Teams would have given up. */
    ask: async (activity: Json): Promise<Json> => {
      const delivered = await deliver(activity);
      const { status, body } = delivered;
      if (status === 0) throw new NoAnswer('no answer in time', delivered);
      if (status < 200 || status >= 300) throw new NoAnswer(`answered ${status} ${body.slice(0, 200)}`, delivered);
      if (body === '') throw new NoAnswer('the answer is empty', delivered);
      const answer = parseJson(body);
      if (!isJson(answer)) throw new NoAnswer(`the answer is no JSON object: ${body.slice(0, 200)}`, delivered);
      return answer;
    },
    /** A message or an event. @throws NoAnswer when it breaks the bot; a refusal (4xx) is handed back. */
    tell: async (activity: Json): Promise<Delivered> => {
      const delivered = await deliver(activity);
      if (delivered.status === 0 || delivered.status >= 500) {
        throw new NoAnswer(`answered ${delivered.status} ${delivered.body.slice(0, 200)}`, delivered);
      }
      return delivered;
    },
    /** Everything delivered so far, in the order in which it was done with. */
    log: log as readonly Delivered[],
    /** From now on everything arrives so many times at once, under one id. */
    arriveTimes: (count: number): void => {
      copies = count;
    },
    /** From now on every token has this flaw; none: tokens are good again. */
    spoil: (how?: TokenFlaw): void => {
      flaw = how;
    },
  };
}
export type TeamsDelivery = ReturnType<typeof delivery>;

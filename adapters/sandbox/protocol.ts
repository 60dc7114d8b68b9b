import type { HomeView, KnownBlock, ModalView } from '@slack/types';

/** What the sandbox’s page and its server say to each other, and how both reckon time. Slack’s own shapes inside; nothing here knows Meari. */

export type SandboxUser = {
  readonly id: string;
  readonly name: string;
  /** Shown under the name in the "act as" switch, by page language. */
  readonly title: { readonly ko: string; readonly en: string };
  readonly email: string | null;
  readonly locale: 'ko' | 'en';
  /** Of another workspace, with which a channel is shared; absent: of this one. */
  readonly team?: string;
};

export type SandboxChannel = { readonly id: string; readonly name: string };

/** A command, shortcut or mention the app has registered, as the page offers it. */
export type SandboxShortcut = {
  readonly callbackId: string;
  readonly name: string;
  readonly type: 'global' | 'message';
};

/** A moment to which the workspace's clock can be moved; `at` in milliseconds since 1970. */
export type ClockJump = {
  readonly key: string;
  readonly label: { readonly ko: string; readonly en: string };
  readonly at: number;
};

/** GET {base}/page/clock, and part of the workspace: what its clock shows, and how fast it goes. */
export type ClockView = {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** 1 unless somebody makes the clock hurry. */
  readonly rate: number;
  /** Where it stops hurrying; null while it does not. */
  readonly until: number | null;
  /** Another number after every movement; while it stays, the pace does. */
  readonly turn: number;
  /** IANA name of the zone in which the company reads its clock. */
  readonly zone: string;
  readonly jumps: readonly ClockJump[];
};

/**
 * How a clock goes: it stood at `at` when the real one stood at `real`, and goes `rate` times as fast until it has come to
 * `until`; from then on as fast as the real one. Milliseconds since 1970. The server and its pages reckon with the same.
 */
export type Pace = { readonly real: number; readonly at: number; readonly rate: number; readonly until: number };

/** What the clock shows when the real one shows `then`. */
export const timeAt = ({ real, at, rate, until }: Pace, then: number): number => {
  const passed = then - real;
  const hurried = Math.min(Math.max(0, passed), Math.max(0, until - at) / rate);
  return at + passed + hurried * (rate - 1);
};

/** Whether the clock hurries while it shows `now`. */
export const isRunning = ({ rate, until }: Pick<Pace, 'rate' | 'until'>, now: number): boolean =>
  rate > 1 && now < until;

/** POST {base}/page/clock with one of these, milliseconds all; a rate of 1 stops the hurry. `as` says in whose language to refuse. */
export type ClockMove = { readonly as?: string } & (
  | { readonly by: number }
  /** Key of a jump. */
  | { readonly to: string }
  /** `for`: how much time goes by, by the workspace's clock; until it is stopped where absent. */
  | { readonly rate: number; readonly for?: number }
);

export type ClockResult =
  | { readonly ok: true; readonly clock: ClockView }
  | { readonly ok: false; readonly error: string };

/** GET {base}/page/workspace?as=U… */
export type WorkspaceView = {
  readonly team: { readonly id: string; readonly name: string };
  readonly clock: ClockView;
  readonly me: SandboxUser;
  readonly users: readonly SandboxUser[];
  readonly bot: { readonly userId: string; readonly name: string };
  /** Channels first, then the direct conversation between `me` and the app. */
  readonly channels: readonly (SandboxChannel & { readonly unread: number })[];
  readonly direct: { readonly id: string; readonly unread: number };
  readonly shortcuts: readonly SandboxShortcut[];
  readonly commands: readonly { readonly command: string; readonly hint: string }[];
};

/** GET {base}/page/messages?as=U…&conversation=C… (oldest first, threads included) */
export type MessageView = {
  readonly conversation: string;
  readonly ts: string;
  readonly threadTs: string | null;
  /** User id; the app's for its own posts. */
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** Only this person sees it. */
  readonly onlyFor: string | null;
  readonly edited: boolean;
  readonly files: readonly {
    readonly id: string;
    readonly title: string;
    readonly mimetype: string;
    readonly url: string;
  }[];
};

/** GET {base}/page/modal?as=U… → ModalState | null (the top of the stack); GET {base}/page/home?as=U… → HomeView | null */
export type ModalState = {
  readonly viewId: string;
  readonly view: ModalView;
  /** Sentences by block id, as the app answered. */
  readonly errors: Readonly<Record<string, string>>;
};
export type HomeState = { readonly viewId: string; readonly view: HomeView };

/** Values of inputs, as Slack sends them in `view.state.values` / `state.values`: block id → action id → value object. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** POST {base}/page/act with one of these; answered when the app has answered (or after three seconds). */
export type Act = { readonly as: string } & (
  | { readonly do: 'command'; readonly conversation: string; readonly text: string }
  | { readonly do: 'say'; readonly conversation: string; readonly threadTs: string | null; readonly text: string }
  | { readonly do: 'edit'; readonly conversation: string; readonly ts: string; readonly text: string }
  | { readonly do: 'delete'; readonly conversation: string; readonly ts: string }
  | {
      readonly do: 'press';
      readonly container:
        | { readonly type: 'message'; readonly conversation: string; readonly ts: string }
        | { readonly type: 'view'; readonly viewId: string };
      readonly blockId: string;
      /** The pressed element's own fields: type, action_id, value / selected_option(s) / selected_date … */
      readonly action: Readonly<Record<string, unknown>>;
      readonly values: StateValues;
    }
  | { readonly do: 'submit'; readonly viewId: string; readonly values: StateValues }
  | { readonly do: 'close'; readonly viewId: string }
  | { readonly do: 'message-shortcut'; readonly callbackId: string; readonly conversation: string; readonly ts: string }
  | { readonly do: 'global-shortcut'; readonly callbackId: string }
  | { readonly do: 'open-home' }
  | { readonly do: 'read'; readonly conversation: string }
  | { readonly do: 'speak'; readonly locale: 'ko' | 'en' }
);

/** `error` is what Slack would show the person (the app did not answer in three seconds, answered an error …). */
export type ActResult = { readonly ok: true } | { readonly ok: false; readonly error: string };

/** GET {base}/page/events?as=U… (server-sent events): something this person can see has changed; fetch it again. */
export type PageEvent =
  | { readonly type: 'messages'; readonly conversation: string }
  | { readonly type: 'modal' }
  | { readonly type: 'home' }
  | { readonly type: 'workspace' };

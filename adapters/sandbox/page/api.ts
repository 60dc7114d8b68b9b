import type {
  Act,
  ActResult,
  ClockMove,
  ClockResult,
  HomeState,
  MessageView,
  ModalState,
  PageEvent,
  WorkspaceView,
} from '../protocol.ts';

/** The server's page API, relative to where the page was opened. Each throws when the server cannot be reached. */

export const fetchWorkspace = (as: string | null): Promise<WorkspaceView> =>
  get('page/workspace', as === null ? {} : { as });

export const fetchMessages = (as: string, conversation: string): Promise<readonly MessageView[]> =>
  get('page/messages', { as, conversation });

export const fetchModal = (as: string): Promise<ModalState | null> => get('page/modal', { as });

export const fetchHome = (as: string): Promise<HomeState | null> => get('page/home', { as });

export async function sendAct(act: Act): Promise<ActResult> {
  const answer = await post('page/act', act);
  if (!answer.ok) throw new Error(`page/act answered ${answer.status}`);
  return answer.json();
}

export async function sendMove(move: ClockMove): Promise<ClockResult> {
  return (await post('page/clock', move)).json();
}

/** Listens until the returned function is called. `state` tells when the line is up, and when it is down. */
export function listen(as: string, hear: (event: PageEvent) => void, state: (isUp: boolean) => void): () => void {
  let source: EventSource | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let pause = 500;
  const open = (): void => {
    source = new EventSource(at('page/events', { as }));
    source.onopen = () => {
      pause = 500;
      state(true);
    };
    source.onmessage = (event) => hear(JSON.parse(event.data));
    source.onerror = () => {
      state(false);
      // A refused stream is closed for good by the browser, so we knock again ourselves.
      source?.close();
      waiting = setTimeout(open, pause);
      pause = Math.min(pause * 2, 5000);
    };
  };
  open();
  return () => {
    clearTimeout(waiting);
    source?.close();
  };
}

async function get<T>(path: string, query: Readonly<Record<string, string>>): Promise<T> {
  const answer = await fetch(at(path, query), { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

function post(path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(at(path, {}), { method: 'POST', headers, body: JSON.stringify(body) });
}

function at(path: string, query: Readonly<Record<string, string>>): string {
  const url = new URL(path, document.baseURI);
  url.hash = '';
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

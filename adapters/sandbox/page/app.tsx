import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import type { ActResult, ClockMove, ClockResult, WorkspaceView } from '../protocol.ts';
import { sendAct, sendMove } from './api.ts';
import { TimeAnnouncer } from './clock.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Desk } from './desk.tsx';
import { Modals } from './modals.tsx';
import { type Deed, type PageContext, PageProvider } from './page-context.ts';
import { Toasts } from './toasts.tsx';
import { useConfirm } from './use-confirm.ts';
import { useLanguage } from './use-language.ts';
import { useNow, usePace } from './use-now.ts';
import { type PagePlace, usePlace } from './use-place.ts';
import { useServer } from './use-server.ts';
import { useToasts } from './use-toasts.ts';
import { wordsOf } from './words.ts';

export function App(): ReactNode {
  const [place, go] = usePlace();
  const server = useServer(place);
  const workspace = useLast(server.workspace.data);
  const { language, chosen, choose } = useLanguage(workspace?.me.locale);
  const words = wordsOf[language];
  const pace = usePace(workspace?.clock);
  const now = useNow(pace, 30_000, 500);
  const { toasts, tell, dismiss } = useToasts();
  const { question, confirm } = useConfirm();
  const { reloadAll } = server;
  const { reload } = server.workspace;

  useEffect(() => {
    const start = workspace && placeIn(workspace, place);
    const isLinked = window.location.search !== '';
    if (start || isLinked) go({ ...place, ...start }, 'replace');
  }, [workspace, place, go]);

  const me = workspace?.me.id;
  const perform = useCallback(
    async (deed: Deed, quietly?: 'quietly'): Promise<ActResult> => {
      if (me === undefined) return { ok: false, error: words.unreachable };
      const result = await sendAct({ ...deed, as: me }).catch(
        (): ActResult => ({ ok: false, error: words.unreachable }),
      );
      if (!result.ok && quietly === undefined) tell(result.error);
      if (deed.do !== 'read') reloadAll();
      return result;
    },
    [me, words, tell, reloadAll],
  );

  const moveTime = useCallback(
    async (move: ClockMove): Promise<void> => {
      const result = await sendMove(me === undefined ? move : { ...move, as: me }).catch(
        (): ClockResult => ({ ok: false, error: words.unreachable }),
      );
      if (!result.ok) tell(result.error);
      reloadAll();
    },
    [me, words, tell, reloadAll],
  );

  // The chosen language goes with the reader, whoever the reader becomes.
  const spoken = workspace?.me.locale;
  useEffect(() => {
    if (chosen !== null && spoken !== undefined && spoken !== chosen)
      void perform({ do: 'speak', locale: chosen }, 'quietly');
  }, [chosen, spoken, perform]);

  const page = useMemo(
    (): PageContext | null =>
      workspace ? { words, language, workspace, pace, now, moveTime, reload, perform, confirm } : null,
    [words, language, workspace, pace, now, moveTime, reload, perform, confirm],
  );
  if (page === null)
    return (
      <main className="start">
        {server.workspace.failed ? (
          <>
            <p role="alert">{words.unreachable}</p>
            <button type="button" className="button primary" onClick={() => void server.workspace.reload()}>
              {words.retry}
            </button>
          </>
        ) : (
          <p>{words.loading}</p>
        )}
      </main>
    );
  return (
    <PageProvider value={page}>
      <Desk place={place} go={go} server={server} speak={choose} />
      <Modals key={page.workspace.me.id} top={server.modal.data ?? null} reload={server.modal.reload} />
      {question ? <ConfirmDialog asked={question.asked} answer={question.answer} /> : null}
      <TimeAnnouncer />
      <Toasts toasts={toasts} words={words} dismiss={dismiss} />
    </PageProvider>
  );
}

/** The last one there was, so that becoming somebody else does not blink. */
function useLast<T>(now: T | undefined): T | undefined {
  const last = useRef(now);
  last.current = now ?? last.current;
  return last.current;
}

/** Where to be when the address does not say, or names what is not here; null when all is well. */
function placeIn({ me, users, channels, direct }: WorkspaceView, place: PagePlace): Partial<PagePlace> | null {
  const asSomebody = users.some((user) => user.id === place.as);
  const isSomewhere = place.at === 'app' || channels.some((channel) => channel.id === place.at);
  if (asSomebody && isSomewhere) return null;
  const waiting =
    direct.unread > 0 ? 'app' : (channels.find((channel) => channel.unread > 0)?.id ?? channels[0]?.id ?? 'app');
  return { as: asSomebody ? place.as : me.id, at: isSomewhere ? place.at : waiting };
}

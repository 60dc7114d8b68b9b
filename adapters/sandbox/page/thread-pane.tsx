import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { MessageView } from '../protocol.ts';
import { Composer } from './composer.tsx';
import { Icon } from './icons.tsx';
import { MessageList } from './message-list.tsx';
import { usePage } from './page-context.ts';

export function ThreadPane({
  conversation,
  where,
  ts,
  messages,
  close,
}: {
  readonly conversation: string;
  readonly where: string;
  readonly ts: string;
  readonly messages: readonly MessageView[];
  readonly close: () => void;
}): ReactNode {
  const { words } = usePage();
  const pane = useRef<HTMLElement>(null);
  const inThread = useMemo(
    () => messages.filter((message) => message.ts === ts || message.threadTs === ts),
    [messages, ts],
  );
  useEffect(() => {
    const before = document.activeElement;
    pane.current?.querySelector('textarea')?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [ts]);
  return (
    <aside
      ref={pane}
      className="thread"
      aria-label={words.thread}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !event.nativeEvent.isComposing) close();
      }}
    >
      <header className="pane-head">
        <h2>{words.thread}</h2>
        <span className="pane-about">{where}</span>
        <button
          type="button"
          className="quiet"
          aria-label={words.closeThread}
          title={words.closeThread}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </header>
      <MessageList
        key={ts}
        label={words.thread}
        messages={inThread}
        before={inThread.length > 0 ? null : <p className="empty">{words.noReplies}</p>}
      />
      <Composer key={`composer ${ts}`} conversation={conversation} threadTs={ts} label={words.writeReply} />
    </aside>
  );
}

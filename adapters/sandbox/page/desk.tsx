import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Avatar } from './avatar.tsx';
import { RunningTime } from './clock.tsx';
import { Conversation } from './conversation.tsx';
import { Home } from './home.tsx';
import { Icon } from './icons.tsx';
import { usePage } from './page-context.ts';
import { Rail } from './rail.tsx';
import { ThreadPane } from './thread-pane.tsx';
import { useIsNarrow } from './use-is-narrow.ts';
import type { PagePlace } from './use-place.ts';
import type { Server } from './use-server.ts';
import type { Language } from './words.ts';

/** The three columns: where I can go, what is said there, and one thread of it. */
export function Desk({
  place,
  go,
  server,
  speak,
}: {
  readonly place: PagePlace;
  readonly go: (change: Partial<PagePlace>) => void;
  readonly server: Server;
  readonly speak: (language: Language) => void;
}): ReactNode {
  const { words, workspace, perform } = usePage();
  const { direct, channels, bot, team, me } = workspace;
  const isNarrow = useIsNarrow();
  const [isRailOpen, setRailOpen] = useState(false);

  const isApp = place.at === 'app';
  const id = isApp ? direct.id : (place.at ?? '');
  const name = isApp ? bot.name : (channels.find((channel) => channel.id === id)?.name ?? '');
  const isHome = isApp && place.tab === 'home';
  const unread = isApp ? direct.unread : (channels.find((channel) => channel.id === id)?.unread ?? 0);

  useEffect(() => {
    if (unread === 0 || isHome) return;
    const read = (): void => {
      if (document.visibilityState === 'visible') void perform({ do: 'read', conversation: id }, 'quietly');
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [unread, isHome, id, perform]);
  useEffect(() => {
    if (isHome) void perform({ do: 'open-home' });
  }, [isHome, perform]);
  useEffect(() => {
    document.title = `${isApp ? name : `#${name}`} · ${team.name}`;
  }, [isApp, name, team.name]);

  const openThread = useCallback((thread: string) => go({ thread }), [go]);
  const visit = (conversation: string): void => {
    setRailOpen(false);
    go({ at: conversation === direct.id ? 'app' : conversation, thread: null });
  };
  const tab = (which: 'home' | 'messages', label: string): ReactNode => (
    <button
      type="button"
      role="tab"
      id={`tab-${which}`}
      aria-controls="tab-panel"
      aria-selected={isHome === (which === 'home')}
      onClick={() => go({ tab: which, thread: null })}
    >
      {label}
    </button>
  );
  const messages = server.messages.data;
  return (
    <div className={['desk', place.thread ? 'with-thread' : '', isRailOpen ? 'rail-open' : ''].join(' ')}>
      <Rail
        at={id}
        go={visit}
        become={(as) => {
          setRailOpen(false);
          go({ as, thread: null });
        }}
        speak={speak}
        isHidden={isNarrow && !isRailOpen}
      />
      {isNarrow && isRailOpen ? (
        <button type="button" className="veil" aria-label={words.closeMenu} onClick={() => setRailOpen(false)} />
      ) : null}
      <main className="centre" inert={isNarrow && isRailOpen}>
        {server.isConnected ? null : (
          <p className="offline" role="status">
            {words.reconnecting}
          </p>
        )}
        {isNarrow ? <RunningTime /> : null}
        <header className="pane-head">
          <button
            type="button"
            className="quiet open-rail"
            aria-label={words.openMenu}
            title={words.openMenu}
            onClick={() => setRailOpen(true)}
          >
            <Icon name="menu" />
          </button>
          {isApp ? <Avatar id={bot.userId} name={bot.name} isApp /> : null}
          <h2>
            {isApp ? null : <span className="hash">#</span>}
            {name}
          </h2>
          {isApp ? (
            <div className="tabs" role="tablist" aria-label={name}>
              {tab('home', words.home)}
              {tab('messages', words.messages)}
            </div>
          ) : null}
          <span className="head-me">
            <Avatar id={me.id} name={me.name} size="small" />
            {me.name}
          </span>
        </header>
        <div
          className="panel"
          {...(isApp ? { id: 'tab-panel', role: 'tabpanel', 'aria-labelledby': `tab-${place.tab}` } : {})}
        >
          {isHome ? (
            <Home state={server.home.data} />
          ) : (
            <Conversation
              key={`${me.id} ${id}`}
              id={id}
              name={name}
              messages={messages}
              linked={place.message}
              openThread={openThread}
            />
          )}
        </div>
      </main>
      {place.thread === null || isHome || messages === undefined ? null : (
        <ThreadPane
          key={`${me.id} ${place.thread}`}
          conversation={id}
          where={isApp ? name : `#${name}`}
          ts={place.thread}
          messages={messages}
          close={() => go({ thread: null })}
        />
      )}
    </div>
  );
}

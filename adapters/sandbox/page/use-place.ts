import { useCallback, useEffect, useState } from 'react';

/** Where the page is, kept in the address so that two windows can act as two people and Back works. */
export type PagePlace = {
  readonly as: string | null;
  /** A channel's id, or `app` for the direct conversation with the app, whoever I am. */
  readonly at: string | null;
  readonly thread: string | null;
  /** A message that a link leads to, by its `ts`. */
  readonly message: string | null;
  readonly tab: 'home' | 'messages';
};

export function usePlace(): readonly [PagePlace, (change: Partial<PagePlace>, how?: 'replace') => void] {
  const [place, setPlace] = useState(read);
  useEffect(() => {
    const follow = (): void => setPlace(read());
    window.addEventListener('popstate', follow);
    window.addEventListener('hashchange', follow);
    return () => {
      window.removeEventListener('popstate', follow);
      window.removeEventListener('hashchange', follow);
    };
  }, []);
  const go = useCallback((change: Partial<PagePlace>, how?: 'replace') => {
    // Going anywhere leaves the linked message behind, unless it is named again.
    const next = { ...read(), message: null, ...change };
    const query = new URLSearchParams();
    if (next.as !== null) query.set('as', next.as);
    if (next.at !== null) query.set('at', next.at);
    if (next.thread !== null) query.set('thread', next.thread);
    if (next.tab === 'home') query.set('tab', 'home');
    if (next.message !== null) query.set('message', next.message);
    const address = `${window.location.pathname}#${query}`;
    if (how === 'replace') window.history.replaceState(null, '', address);
    else window.history.pushState(null, '', address);
    setPlace(next);
  }, []);
  return [place, go];
}

function read(): PagePlace {
  const query = new URLSearchParams(window.location.hash.slice(1));
  // A permalink comes in as a query; the acting person stays in the fragment, which survives the redirect.
  const linked = new URLSearchParams(window.location.search);
  const conversation = linked.get('conversation');
  return {
    as: query.get('as'),
    at: conversation === null ? query.get('at') : conversation.startsWith('D') ? 'app' : conversation,
    thread: query.get('thread'),
    message: linked.get('ts') ?? query.get('message'),
    tab: query.get('tab') === 'home' ? 'home' : 'messages',
  };
}

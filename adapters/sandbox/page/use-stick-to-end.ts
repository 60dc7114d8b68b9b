import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MessageView } from '../protocol.ts';

/** Nearer to the end than this, in pixels, the reader is taken to be there. */
const nearPixels = 60;

/**
 * Stays at the newest message while the reader is there, and goes there for what I said or what is said to me alone;
 * otherwise leaves the reader in peace and says that there is more below.
 */
export function useStickToEnd(
  messages: readonly MessageView[],
  linked: string | null,
  me: string,
): {
  readonly list: RefObject<HTMLElement | null>;
  readonly isBehind: boolean;
  readonly toEnd: () => void;
} {
  const list = useRef<HTMLElement>(null);
  const isAtEnd = useRef(linked === null);
  const seen = useRef<string | null>(null);
  const [isBehind, setBehind] = useState(false);
  const newest = messages.at(-1);
  const toEnd = (): void => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  };
  useLayoutEffect(() => {
    const ts = newest?.ts ?? '';
    const isNew = seen.current !== null && ts > seen.current;
    const isForMe = isNew && (newest?.user === me || newest?.onlyFor === me);
    if (isAtEnd.current || isForMe) toEnd();
    else if (isNew && list.current && !isNearEnd(list.current)) setBehind(true);
    seen.current = ts;
  }, [newest, me]);
  useEffect(() => {
    if (linked !== null)
      list.current?.querySelector(`[data-ts="${CSS.escape(linked)}"]`)?.scrollIntoView({ block: 'center' });
  }, [linked]);
  useEffect(() => {
    const it = list.current;
    if (!it) return;
    const onScroll = (): void => {
      isAtEnd.current = isNearEnd(it);
      if (isAtEnd.current) setBehind(false);
    };
    // A font, a picture or a growing composer moves the end too.
    const watch = new ResizeObserver(() => isAtEnd.current && toEnd());
    watch.observe(it);
    if (it.firstElementChild) watch.observe(it.firstElementChild);
    it.addEventListener('scroll', onScroll);
    return () => {
      watch.disconnect();
      it.removeEventListener('scroll', onScroll);
    };
  }, []);
  return { list, isBehind, toEnd };
}

function isNearEnd(list: HTMLElement): boolean {
  return list.scrollHeight - list.scrollTop - list.clientHeight < nearPixels;
}

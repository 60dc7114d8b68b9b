import { useCallback, useEffect, useRef, useState } from 'react';

export type Resource<T> = {
  /** Undefined until the first answer for this key. */
  readonly data: T | undefined;
  readonly failed: boolean;
  readonly reload: () => Promise<void>;
};

/** Something fetched again whenever the server says it changed. A slow old answer never replaces a newer one. */
export function useResource<T>(key: string | null, load: () => Promise<T>): Resource<T> {
  const [state, setState] = useState<{ key: string | null; data: T | undefined; failed: boolean }>({
    key,
    data: undefined,
    failed: false,
  });
  const latest = useRef(load);
  latest.current = load;
  const round = useRef(0);
  const reload = useCallback(async () => {
    if (key === null) return;
    round.current += 1;
    const mine = round.current;
    try {
      const data = await latest.current();
      if (mine === round.current) setState({ key, data, failed: false });
    } catch {
      if (mine === round.current)
        setState((old) => ({ key, data: old.key === key ? old.data : undefined, failed: true }));
    }
  }, [key]);
  useEffect(() => {
    void reload();
    return () => {
      round.current += 1;
    };
  }, [reload]);
  const isMine = state.key === key;
  return { data: isMine ? state.data : undefined, failed: isMine && state.failed, reload };
}

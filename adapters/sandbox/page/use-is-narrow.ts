import { useSyncExternalStore } from 'react';

// Also in layout.css: below this width the rail waits outside of the screen.
const query = '(max-width: 760px)';

export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

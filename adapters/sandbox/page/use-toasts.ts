import { useCallback, useState } from 'react';
import type { Toast } from './toasts.tsx';

const shownMilliseconds = 12_000;
let made = 0;

export function useToasts(): {
  readonly toasts: readonly Toast[];
  readonly tell: (text: string) => void;
  readonly dismiss: (id: number) => void;
} {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const dismiss = useCallback((id: number) => setToasts((old) => old.filter((toast) => toast.id !== id)), []);
  const tell = useCallback(
    (text: string) => {
      made += 1;
      const id = made;
      setToasts((old) => [...old.slice(-2), { id, text }]);
      setTimeout(() => dismiss(id), shownMilliseconds);
    },
    [dismiss],
  );
  return { toasts, tell, dismiss };
}

import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import type { Words } from './words.ts';

export type Toast = { readonly id: number; readonly text: string };

export function Toasts({
  toasts,
  words,
  dismiss,
}: {
  readonly toasts: readonly Toast[];
  readonly words: Words;
  readonly dismiss: (id: number) => void;
}): ReactNode {
  return (
    <div className="toasts" role="alert">
      {toasts.map((toast) => (
        <div key={toast.id} className="toast">
          <Icon name="warn" />
          <p className="literal">{toast.text}</p>
          <button type="button" className="quiet" aria-label={words.dismiss} onClick={() => dismiss(toast.id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}

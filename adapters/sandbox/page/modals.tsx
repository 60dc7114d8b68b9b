import { type ReactNode, useEffect, useState } from 'react';
import type { ModalState } from '../protocol.ts';
import { Modal } from './modal.tsx';

/**
 * The server names the top of the stack only. Views seen below it are kept drawn, so that they come back with what was
 * typed in them.
 */
export function Modals({
  top,
  reload,
}: {
  readonly top: ModalState | null;
  readonly reload: () => Promise<void>;
}): ReactNode {
  const [stack, setStack] = useState<readonly ModalState[]>([]);
  useEffect(() => setStack((old) => withTop(old, top)), [top]);
  return stack.map((state, index) => <Modal key={state.viewId} state={state} isStacked={index > 0} reload={reload} />);
}

function withTop(stack: readonly ModalState[], top: ModalState | null): readonly ModalState[] {
  if (top === null) return [];
  const known = stack.findIndex((state) => state.viewId === top.viewId);
  return known < 0 ? [...stack, top] : [...stack.slice(0, known), top];
}

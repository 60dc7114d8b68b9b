import { type ReactNode, useEffect, useRef } from 'react';

/**
 * The browser's own modal dialog: everything behind it is inert, Esc asks to close, and focus goes back to where it
 * was when the dialog goes away.
 */
export function Dialog({
  label,
  className,
  onClose,
  children,
}: {
  /** Id of the element that names it. */
  readonly label: string;
  readonly className: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const it = dialog.current;
    it?.showModal();
    // The browser would start at the close button; people come to fill in.
    it?.querySelector<HTMLElement>(
      '.dialog-body :is(input:checked, input:not([type=radio]), textarea, select)',
    )?.focus();
    return () => {
      it?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={label}
      onCancel={(event) => {
        // The app decides what closing means; the dialog goes when the answer says so.
        event.preventDefault();
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {children}
    </dialog>
  );
}

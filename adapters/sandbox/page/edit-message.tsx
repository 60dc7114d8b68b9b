import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { MessageView } from '../protocol.ts';
import { grow } from './blocks/text-field.tsx';
import { isComposing } from './composing.ts';
import { typedOf } from './outgoing.ts';
import { usePage } from './page-context.ts';

/** A message of one's own, as it was typed, to be typed differently: Enter saves, Escape leaves it as it was. */
export function EditMessage({
  message,
  close,
}: {
  readonly message: MessageView;
  readonly close: () => void;
}): ReactNode {
  const { words, workspace, perform } = usePage();
  const [text, setText] = useState(() => typedOf(message.text, workspace));
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const end = area.current?.value.length ?? 0;
    area.current?.focus();
    area.current?.setSelectionRange(end, end);
  }, []);
  useEffect(() => {
    if (area.current) grow(area.current, 220);
  }, [text]);

  const save = async (): Promise<void> => {
    if (text.trim() === '') return;
    const { conversation, ts } = message;
    if ((await perform({ do: 'edit', conversation, ts, text: text.trim() })).ok) close();
  };
  return (
    <form
      className="editing"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        ref={area}
        rows={1}
        value={text}
        aria-label={words.editMessage}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'Escape') {
            event.preventDefault();
            close();
          }
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          void save();
        }}
      />
      <div className="editing-bar">
        <button type="button" className="button" onClick={close}>
          {words.keep}
        </button>
        <button type="submit" className="button primary" disabled={text.trim() === ''}>
          {words.saveEdit}
        </button>
      </div>
    </form>
  );
}

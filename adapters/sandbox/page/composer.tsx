import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Avatar } from './avatar.tsx';
import { grow } from './blocks/text-field.tsx';
import { isComposing } from './composing.ts';
import { type Hint, hintsFor, usageOf } from './hints.ts';
import { Icon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { outgoing } from './outgoing.ts';
import { usePage } from './page-context.ts';

// What was being written where and by whom; switching people or conversations loses nothing.
const drafts = new Map<string, string>();

export function Composer({
  conversation,
  threadTs,
  label,
}: {
  readonly conversation: string;
  readonly threadTs: string | null;
  readonly label: string;
}): ReactNode {
  const { words, workspace, perform } = usePage();
  const draftKey = `${workspace.me.id} ${conversation} ${threadTs ?? ''}`;
  const [text, setText] = useState(() => drafts.get(draftKey) ?? '');
  const [caret, setCaret] = useState(0);
  const [picked, setPicked] = useState(0);
  const [isQuiet, setQuiet] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  const write = (next: string): void => {
    drafts.set(draftKey, next);
    setText(next);
    setPicked(0);
    setQuiet(false);
  };
  useEffect(() => {
    if (area.current) grow(area.current, 220);
  }, [text]);

  const hints = isQuiet ? [] : hintsFor(text.slice(0, caret), workspace);
  const usage = hints.length === 0 ? usageOf(text, workspace) : null;

  const take = (hint: Hint): void => {
    const next = hint.becomes + text.slice(caret).trimStart();
    // The caret stands where the next key belongs before that key can come: a frame later is too late.
    flushSync(() => {
      write(next);
      setCaret(hint.becomes.length);
    });
    area.current?.focus();
    area.current?.setSelectionRange(hint.becomes.length, hint.becomes.length);
  };
  const send = async (): Promise<void> => {
    const what = outgoing(text, workspace.bot);
    if (what === null) return;
    const typed = text;
    write('');
    const result = await perform(
      what.do === 'command'
        ? { do: 'command', conversation, text: what.text }
        : { do: 'say', conversation, threadTs, text: what.text },
    );
    if (result.ok) return;
    // Nothing typed is lost: it comes back before what was written meanwhile.
    const since = drafts.get(draftKey) ?? '';
    write(since === '' ? typed : `${typed}\n${since}`);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (isComposing(event)) return;
    const hint = hints[picked];
    if (hint !== undefined) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) {
        event.preventDefault();
        setPicked((picked + step + hints.length) % hints.length);
        return;
      }
      const isComplete = hint.becomes.trimEnd() === text.trim();
      if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && !isComplete)) {
        event.preventDefault();
        take(hint);
        return;
      }
      if (event.key === 'Escape') {
        setQuiet(true);
        return;
      }
    }
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void send();
  };
  const start = (mark: '/' | '@'): void => {
    const next = mark === '/' ? '/' : text === '' || text.endsWith(' ') ? `${text}@` : `${text} @`;
    write(next);
    setCaret(next.length);
    area.current?.focus();
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {hints.length > 0 ? (
        <div className="hints" role="listbox" id={`${id}-hints`} aria-label={words.commands}>
          {hints.map((hint, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the text, which names the active option
            <div
              key={hint.key}
              role="option"
              id={`${id}-${index}`}
              aria-selected={index === picked}
              className="hint"
              onPointerDown={(event) => {
                event.preventDefault();
                take(hint);
              }}
            >
              <Icon name={hint.kind === 'command' ? 'slash' : 'at'} />
              <strong>{hint.title}</strong>
              <span className="literal">{hint.about}</span>
            </div>
          ))}
        </div>
      ) : null}
      {usage === null ? null : <p className="usage literal">{usage}</p>}
      <div className="composer-box">
        <textarea
          ref={area}
          rows={1}
          value={text}
          aria-label={label}
          placeholder={label}
          aria-describedby={`${id}-as`}
          role="combobox"
          aria-expanded={hints.length > 0}
          aria-controls={`${id}-hints`}
          aria-autocomplete="list"
          aria-activedescendant={hints.length > 0 ? `${id}-${picked}` : undefined}
          onChange={(event) => {
            write(event.target.value);
            setCaret(event.target.selectionStart);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
        <div className="composer-bar">
          <Menu
            label={words.shortcuts}
            className="quiet"
            empty={words.noShortcuts}
            items={workspace.shortcuts
              .filter((shortcut) => shortcut.type === 'global')
              .map(({ callbackId, name }) => ({
                key: callbackId,
                label: name,
                onSelect: () => void perform({ do: 'global-shortcut', callbackId }),
              }))}
          >
            <Icon name="bolt" />
          </Menu>
          <button
            type="button"
            className="quiet"
            aria-label={words.commands}
            title={words.commands}
            onClick={() => start('/')}
          >
            <Icon name="slash" />
          </button>
          <button
            type="button"
            className="quiet"
            aria-label={words.mention}
            title={words.mention}
            onClick={() => start('@')}
          >
            <Icon name="at" />
          </button>
          <span className="composer-as" id={`${id}-as`}>
            <Avatar id={workspace.me.id} name={workspace.me.name} size="small" />
            {words.speakingAs(workspace.me.name)}
          </span>
          <button
            type="submit"
            className="send"
            aria-label={words.send}
            title={words.send}
            disabled={text.trim() === ''}
          >
            <Icon name="send" />
          </button>
        </div>
      </div>
      <p className="composer-hint">{words.composerHint}</p>
    </form>
  );
}

import type { KnownBlock } from '@slack/types';
import { type FormEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import type { ActResult, ModalState } from '../protocol.ts';
import { Blocks } from './blocks/blocks.tsx';
import { SurfaceProvider, useNewSurface } from './blocks/surface.ts';
import { check } from './check.ts';
import { Dialog } from './dialog.tsx';
import { Icon } from './icons.tsx';
import { usePage } from './page-context.ts';
import { sent } from './values.ts';

/**
 * The app's form. Stays mounted while the app draws it again, so what was typed stays; a view pushed on top is another
 * modal, and the one below comes back as it was left.
 */
export function Modal({
  state,
  isStacked,
  reload,
}: {
  readonly state: ModalState;
  readonly isStacked: boolean;
  readonly reload: () => Promise<void>;
}): ReactNode {
  const { words, perform } = usePage();
  const { view, viewId } = state;
  const titleId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({});
  // An answer of the app is looked at once; touching a field takes its sentence away.
  const [touched, setTouched] = useState<{ of: unknown; blocks: readonly string[] }>({ of: null, blocks: [] });
  const mended = touched.of === state.errors ? touched.blocks : [];
  const fromApp = Object.fromEntries(Object.entries(state.errors).filter(([blockId]) => !mended.includes(blockId)));
  // Unknown block types fall through to a notice, so the narrower type is safe.
  const blocks = view.blocks as readonly KnownBlock[];

  const tell = (result: ActResult): void => setFailure(result.ok ? null : result.error);
  const surface = useNewSurface({ type: 'view', viewId }, blocks, {
    errors: useMemo(() => ({ ...fromApp, ...own }), [fromApp, own]),
    onHold: (blockId) => {
      setOwn(({ [blockId]: _, ...rest }) => rest);
      setTouched((old) => ({
        of: state.errors,
        blocks: old.of === state.errors ? [...old.blocks, blockId] : [blockId],
      }));
    },
    tell,
  });

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isSending) return;
    const found = check(blocks, surface.values, words);
    setOwn(found);
    setFailure(null);
    if (Object.keys(found).length > 0) return focusFirstError(form.current);
    setSending(true);
    const result = await perform({ do: 'submit', viewId, values: sent(surface.values) }, 'quietly');
    await reload();
    setSending(false);
    setTouched({ of: null, blocks: [] });
    tell(result);
    focusFirstError(form.current);
  };
  const close = (): void => void perform({ do: 'close', viewId }).then(reload);

  return (
    <Dialog label={titleId} className={isStacked ? 'dialog modal stacked' : 'dialog modal'} onClose={close}>
      <form ref={form} noValidate aria-busy={isSending} onSubmit={(event) => void submit(event)}>
        <header className="dialog-head">
          <h2 id={titleId} className="literal">
            {view.title.text}
          </h2>
          <button type="button" className="quiet" aria-label={words.close} title={words.close} onClick={close}>
            <Icon name={isStacked ? 'back' : 'close'} />
          </button>
        </header>
        <div className="dialog-body">
          {failure === null ? null : (
            <p className="failure" role="alert">
              <Icon name="warn" /> {failure}
            </p>
          )}
          <SurfaceProvider value={surface}>
            <Blocks blocks={blocks} />
          </SurfaceProvider>
        </div>
        <footer className="dialog-foot">
          <button type="button" className="button plain" disabled={isSending} onClick={close}>
            {view.close?.text ?? words.close}
          </button>
          {view.submit ? (
            <button type="submit" className="button primary" disabled={isSending}>
              {isSending ? <span className="spinner" aria-hidden="true" /> : null}
              {view.submit.text}
              {isSending ? <span className="unseen"> {words.sending}</span> : null}
            </button>
          ) : null}
        </footer>
      </form>
    </Dialog>
  );
}

function focusFirstError(form: HTMLFormElement | null): void {
  // After the sentence is drawn.
  requestAnimationFrame(() => {
    const wrong = form?.querySelector<HTMLElement>('[data-wrong=true] :is(input, textarea, select, button)');
    wrong?.focus();
  });
}

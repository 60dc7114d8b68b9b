import type { ConfirmationDialog, KnownBlock } from '@slack/types';
import { createContext, useContext, useMemo, useRef, useState } from 'react';
import type { ActResult } from '../../protocol.ts';
import { type Deed, usePage } from '../page-context.ts';
import { actionIdOf, changed, type Interactive, kept, pressOf, sent, type Value, type Values } from '../values.ts';

type Container = Extract<Deed, { do: 'press' }>['container'];

/** What blocks stand on: a message, a modal or a Home. Holds what was typed and knows how to press. */
export type Surface = {
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
  /** `block id/action id` of the press that the app has not answered yet. */
  readonly pressing: string | null;
  readonly hold: (blockId: string, element: Interactive, value: Value) => void;
  readonly press: (blockId: string, element: Interactive, value: Value | null, pressed?: unknown) => Promise<void>;
};

const Context = createContext<Surface | null>(null);
export const SurfaceProvider = Context.Provider;

export function useSurface(): Surface {
  const surface = useContext(Context);
  if (surface === null) throw new Error('A block was drawn on no surface');
  return surface;
}

const noErrors = {};

/**
 * The surface of one message or view. `onHold` hears of every change, for a modal that clears its field errors;
 * `tell` replaces the toast where something lies above it.
 */
export function useNewSurface(
  container: Container,
  blocks: readonly KnownBlock[],
  more: {
    readonly errors?: Readonly<Record<string, string>>;
    readonly onHold?: (blockId: string) => void;
    readonly tell?: (result: ActResult) => void;
  } = {},
): Surface {
  const { perform, confirm } = usePage();
  const [typed, setTyped] = useState<Values>({});
  const [pressing, setPressing] = useState<string | null>(null);
  const values = useMemo(() => kept(typed, blocks), [typed, blocks]);
  // A press must send what is on the screen now, not what was there when the handler was made.
  const current = useRef(values);
  current.current = values;
  const { tell } = more;

  return {
    values,
    errors: more.errors ?? noErrors,
    pressing,
    hold: (blockId, element, value) => {
      // Built on the pruned values, so that a field which went away and comes back starts afresh.
      current.current = changed(current.current, blockId, element, value);
      setTyped(current.current);
      more.onHold?.(blockId);
    },
    press: async (blockId, element, value, pressed) => {
      const asked: ConfirmationDialog | undefined = 'confirm' in element ? element.confirm : undefined;
      if (asked !== undefined && !(await confirm(asked))) return;
      if (value !== null) {
        current.current = changed(current.current, blockId, element, value);
        setTyped(current.current);
        more.onHold?.(blockId);
      }
      const key = `${blockId}/${actionIdOf(element)}`;
      setPressing(key);
      const action =
        pressed === undefined ? pressOf(element, value) : { ...pressOf(element, value), ...Object(pressed) };
      const result = await perform(
        { do: 'press', container, blockId, action, values: sent(current.current) },
        tell ? 'quietly' : undefined,
      );
      setPressing((now) => (now === key ? null : now));
      tell?.(result);
    },
  };
}

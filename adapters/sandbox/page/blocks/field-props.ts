import type { HTMLAttributes } from 'react';
import type { Interactive, Value } from '../values.ts';

export type FieldProps = {
  readonly element: Interactive;
  readonly value: Value | null;
  readonly id?: string;
  /** The accessible name where no `<label>` points at the field. */
  readonly label?: string | undefined;
  readonly isRequired?: boolean;
  readonly isWrong?: boolean;
  readonly describedBy?: string | undefined;
  readonly onChange: (value: Value) => void;
  readonly onEnter?: (() => void) | undefined;
};

/** What every control hands on to its element. */
export type Common = { readonly id?: string | undefined } & Pick<
  HTMLAttributes<HTMLElement>,
  'aria-label' | 'aria-required' | 'aria-invalid' | 'aria-describedby'
>;

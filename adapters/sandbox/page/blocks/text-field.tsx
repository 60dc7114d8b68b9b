import type { EmailInput, NumberInput, PlainTextInput, URLInput } from '@slack/types';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { lengthOf, mostOf } from '../check.ts';
import { isComposing } from '../composing.ts';
import { usePage } from '../page-context.ts';
import type { Common, FieldProps } from './field-props.ts';

const modes = { number_input: 'decimal', email_text_input: 'email', url_text_input: 'url' } as const;

/** Text too long is counted and told, never cut: what somebody typed or pasted is not lost. */
export function TextField({
  element,
  value,
  common,
  onChange,
  onEnter,
}: FieldProps & {
  readonly element: PlainTextInput | NumberInput | EmailInput | URLInput;
  readonly common: Common;
}): ReactNode {
  const { words } = usePage();
  const text = value?.value ?? '';
  const length = lengthOf(text);
  const isMultiline = element.type === 'plain_text_input' && element.multiline === true;
  const max = element.type === 'plain_text_input' ? mostOf(element) : null;
  const area = useRef<HTMLTextAreaElement>(null);
  const line = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (element.focus_on_load) (area.current ?? line.current)?.focus();
  }, [element.focus_on_load]);
  useEffect(() => {
    if (area.current) grow(area.current, 360);
  }, [text]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || isComposing(event)) return;
    if (isMultiline && (onEnter === undefined || event.shiftKey)) return;
    // Enter in one field must not send the whole form.
    event.preventDefault();
    onEnter?.();
  };
  const shared = {
    ...common,
    value: text,
    placeholder: element.placeholder?.text,
    onKeyDown,
    onChange: (event: { target: { value: string } }) => onChange({ type: element.type, value: event.target.value }),
  };
  return (
    <>
      {isMultiline ? (
        <textarea {...shared} ref={area} className="control" rows={4} />
      ) : (
        <input
          {...shared}
          ref={line}
          className="control"
          type="text"
          autoComplete="off"
          inputMode={element.type === 'plain_text_input' ? 'text' : modes[element.type]}
        />
      )}
      {onEnter === undefined ? null : (
        <p className="field-hint">{isMultiline ? words.enterAsksManyLines : words.enterAsks}</p>
      )}
      {max !== null && length > max * 0.8 ? (
        <p className={length > max ? 'count over' : 'count'}>{words.count(length, max)}</p>
      ) : null}
    </>
  );
}

/** Makes a text area as tall as its text, up to `most` pixels. */
export function grow(area: HTMLTextAreaElement, most: number): void {
  area.style.height = 'auto';
  area.style.height = `${Math.min(area.scrollHeight + 2, most)}px`;
}

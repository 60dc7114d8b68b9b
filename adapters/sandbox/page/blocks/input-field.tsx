import type { InputBlock } from '@slack/types';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { usePage } from '../page-context.ts';
import { actionIdOf, initialOf, type Value } from '../values.ts';
import { Field } from './field.tsx';
import { useSurface } from './surface.ts';

/** Between the last letter and asking the app again; Slack waits about as long. */
const restMilliseconds = 400;

/** One question of a form: label, field, hint, and the sentence where something is wrong. */
export function InputField({ block, blockId }: { readonly block: InputBlock; readonly blockId: string }): ReactNode {
  const { words } = usePage();
  const surface = useSurface();
  const id = useId();
  const { element } = block;
  const value = surface.values[blockId]?.[actionIdOf(element)] ?? initialOf(element);
  const error = surface.errors[blockId];
  const isGroup = element.type === 'radio_buttons' || element.type === 'checkboxes' || isMulti(element.type);
  const describedBy = [error ? `${id}-error` : null, block.hint ? `${id}-hint` : null].filter(Boolean).join(' ');

  const latest = useRef(surface);
  latest.current = surface;
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const isText = element.type.endsWith('_input');
  const triggers = ('dispatch_action_config' in element && element.dispatch_action_config?.trigger_actions_on) || [
    'on_enter_pressed',
  ];
  const onChange = (next: Value): void => {
    if (block.dispatch_action && !isText) {
      void surface.press(blockId, element, next);
      return;
    }
    surface.hold(blockId, element, next);
    if (!block.dispatch_action || !triggers.includes('on_character_entered')) return;
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => void latest.current.press(blockId, element, next), restMilliseconds);
  };
  const onEnter =
    block.dispatch_action && isText && triggers.includes('on_enter_pressed')
      ? () => void surface.press(blockId, element, value)
      : undefined;

  const label = (
    <>
      <span className="literal">{block.label.text}</span>
      {block.optional ? null : <span className="required" aria-hidden="true" />}
    </>
  );
  const field = (
    <Field
      element={element}
      value={value}
      id={id}
      isRequired={!block.optional}
      isWrong={error !== undefined}
      describedBy={describedBy || undefined}
      label={isGroup ? block.label.text : undefined}
      onChange={onChange}
      onEnter={onEnter}
    />
  );
  const below = (
    <>
      {error === undefined ? null : (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {block.hint ? (
        <p className="field-hint literal" id={`${id}-hint`}>
          {block.hint.text}
        </p>
      ) : null}
    </>
  );
  return isGroup ? (
    <fieldset className="input-field" data-wrong={error !== undefined} aria-describedby={describedBy || undefined}>
      <legend>
        {label}
        {block.optional ? null : <span className="unseen"> {words.required}</span>}
      </legend>
      {field}
      {below}
    </fieldset>
  ) : (
    <div className="input-field" data-wrong={error !== undefined}>
      <label htmlFor={id}>{label}</label>
      {field}
      {below}
    </div>
  );
}

function isMulti(type: string): boolean {
  return type === 'multi_static_select' || type === 'multi_users_select';
}

import type { Option } from '@slack/types';
import type { ReactNode } from 'react';
import { usePage } from '../page-context.ts';
import { inFull, localInput, secondsOf } from '../when.ts';
import { ChoiceList } from './choice-list.tsx';
import type { FieldProps } from './field-props.ts';
import { MultiSelect } from './multi-select.tsx';
import { Select } from './select.tsx';
import { TextField } from './text-field.tsx';

/** Whatever an element lets a person fill in or choose. */
export function Field(props: FieldProps): ReactNode {
  const { words, language, workspace } = usePage();
  const { element, value, onChange } = props;
  const { type } = element;
  const common = {
    id: props.id,
    'aria-label': props.label,
    'aria-required': props.isRequired,
    'aria-invalid': props.isWrong || undefined,
    'aria-describedby': props.describedBy,
  };
  const people = workspace.users.map(
    (user): Option => ({ text: { type: 'plain_text', text: user.name }, value: user.id }),
  );
  const person = (id: string | null | undefined): Option | null => people.find((option) => option.value === id) ?? null;

  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TextField {...props} element={element} common={common} />;
    case 'static_select':
      return (
        <Select
          groups={element.option_groups ?? [{ options: element.options ?? [] }]}
          chosen={value?.selected_option ?? null}
          placeholder={element.placeholder?.text ?? words.choose}
          isOptional={!props.isRequired}
          common={common}
          onChange={(selected_option) => onChange({ type, selected_option })}
        />
      );
    case 'users_select':
      return (
        <Select
          groups={[{ options: people }]}
          chosen={person(value?.selected_user)}
          placeholder={element.placeholder?.text ?? words.choose}
          isOptional={!props.isRequired}
          common={common}
          onChange={(option) => onChange({ type, selected_user: option?.value ?? null })}
        />
      );
    case 'multi_static_select':
      return (
        <MultiSelect
          groups={element.option_groups ?? [{ options: element.options ?? [] }]}
          chosen={value?.selected_options ?? []}
          placeholder={element.placeholder?.text ?? words.choose}
          max={element.max_selected_items}
          common={common}
          onChange={(selected_options) => onChange({ type, selected_options })}
        />
      );
    case 'multi_users_select':
      return (
        <MultiSelect
          groups={[{ options: people }]}
          chosen={(value?.selected_users ?? []).flatMap((id) => person(id) ?? [])}
          placeholder={element.placeholder?.text ?? words.choose}
          max={element.max_selected_items}
          common={common}
          onChange={(options) => onChange({ type, selected_users: options.flatMap((option) => option.value ?? []) })}
        />
      );
    case 'radio_buttons':
      return (
        <ChoiceList
          kind="radio"
          options={element.options}
          chosen={value?.selected_option ? [value.selected_option] : []}
          common={common}
          onChange={(options) => onChange({ type, selected_option: options[0] ?? null })}
        />
      );
    case 'checkboxes':
      return (
        <ChoiceList
          kind="checkbox"
          options={element.options}
          chosen={value?.selected_options ?? []}
          common={common}
          onChange={(selected_options) => onChange({ type, selected_options })}
        />
      );
    case 'datepicker':
      return (
        <input
          {...common}
          className="control short"
          type="date"
          value={value?.selected_date ?? ''}
          onChange={(event) => onChange({ type, selected_date: event.target.value || null })}
        />
      );
    case 'timepicker':
      return (
        <input
          {...common}
          className="control short"
          type="time"
          value={value?.selected_time ?? ''}
          onChange={(event) => onChange({ type, selected_time: event.target.value || null })}
        />
      );
    case 'datetimepicker': {
      const seconds = value?.selected_date_time;
      return (
        <>
          <input
            {...common}
            className="control short"
            type="datetime-local"
            defaultValue={seconds ? localInput(seconds) : ''}
            onChange={(event) => onChange({ type, selected_date_time: secondsOf(event.target.value) })}
          />
          {/* Browsers write dates in their own language; the weekday helps everybody. */}
          {seconds ? <p className="field-hint">{inFull(seconds * 1000, language)}</p> : null}
        </>
      );
    }
    default:
      return <p className="not-drawn">{words.notDrawn(type)}</p>;
  }
}

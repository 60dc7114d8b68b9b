import type { Option } from '@slack/types';
import { type ReactNode, useId } from 'react';
import type { Common } from './field-props.ts';
import { Text } from './text.tsx';

/** Radio buttons or checkboxes, all visible. */
export function ChoiceList({
  kind,
  options,
  chosen,
  common,
  onChange,
}: {
  readonly kind: 'radio' | 'checkbox';
  readonly options: readonly Option[];
  readonly chosen: readonly Option[];
  readonly common: Common;
  readonly onChange: (chosen: readonly Option[]) => void;
}): ReactNode {
  const name = useId();
  const isChosen = (option: Option): boolean => chosen.some((each) => each.value === option.value);
  const toggled = (option: Option): readonly Option[] => {
    if (kind === 'radio') return [option];
    return options.filter((each) => (each.value === option.value ? !isChosen(each) : isChosen(each)));
  };
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take these
    <div
      className="choices"
      role={kind === 'radio' ? 'radiogroup' : 'group'}
      aria-label={common['aria-label']}
      aria-required={kind === 'radio' ? common['aria-required'] : undefined}
      aria-invalid={kind === 'radio' ? common['aria-invalid'] : undefined}
    >
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type={kind}
            name={name}
            value={option.value}
            checked={isChosen(option)}
            aria-describedby={common['aria-describedby']}
            onChange={() => onChange(toggled(option))}
          />
          <span>
            <Text of={option.text} />
            {option.description ? <small className="literal">{option.description.text}</small> : null}
          </span>
        </label>
      ))}
    </div>
  );
}

import type { Option, OptionGroup } from '@slack/types';
import type { ReactNode } from 'react';
import { Icon } from '../icons.tsx';
import { plainOf } from '../mrkdwn.ts';
import { usePage } from '../page-context.ts';
import type { Common } from './field-props.ts';

export type Groups = readonly (Pick<OptionGroup, 'options'> & Partial<Pick<OptionGroup, 'label'>>)[];

/** The browser's own select: it knows every keyboard, screen reader and phone. */
export function Select({
  groups,
  chosen,
  placeholder,
  isOptional,
  common,
  onChange,
}: {
  readonly groups: Groups;
  readonly chosen: Option | null;
  readonly placeholder: string;
  readonly isOptional: boolean;
  readonly common: Common;
  readonly onChange: (option: Option | null) => void;
}): ReactNode {
  const { words } = usePage();
  const all = groups.flatMap((group) => group.options);
  const draw = (option: Option): ReactNode => (
    <option key={option.value} value={option.value}>
      {labelOf(option)}
    </option>
  );
  return (
    <span className="select">
      <select
        {...common}
        className={chosen === null ? 'control empty' : 'control'}
        value={chosen?.value ?? ''}
        onChange={(event) => onChange(all.find((option) => option.value === event.target.value) ?? null)}
      >
        <option value="" disabled={!isOptional}>
          {isOptional && chosen !== null ? words.chooseNone : placeholder}
        </option>
        {groups.map((group, index) =>
          group.label === undefined ? (
            group.options.map(draw)
          ) : (
            <optgroup key={index} label={group.label.text}>
              {group.options.map(draw)}
            </optgroup>
          ),
        )}
      </select>
      <Icon name="down" />
    </span>
  );
}

export function labelOf(option: Option): string {
  return option.text.type === 'plain_text' ? option.text.text : plainOf(option.text.text);
}

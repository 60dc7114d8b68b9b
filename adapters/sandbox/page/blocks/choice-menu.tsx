import type { Option, StaticSelect } from '@slack/types';
import type { ReactNode } from 'react';
import { Icon } from '../icons.tsx';
import { Menu } from '../menu.tsx';
import { usePage } from '../page-context.ts';
import { type Groups, labelOf } from './select.tsx';
import { Text } from './text.tsx';

/**
 * A select among buttons: every choice is a press. Unlike the browser's own select it lets a person choose the same
 * thing again, after a form that was closed without sending.
 */
export function ChoiceMenu({
  element,
  chosen,
  onChoose,
}: {
  readonly element: StaticSelect;
  readonly chosen: Option | null;
  readonly onChoose: (option: Option) => void;
}): ReactNode {
  const { words } = usePage();
  const groups: Groups = element.option_groups ?? [{ options: element.options ?? [] }];
  const placeholder = element.placeholder?.text ?? words.choose;
  return (
    <Menu
      label={chosen === null ? placeholder : `${placeholder}: ${labelOf(chosen)}`}
      className="button plain"
      items={groups.flatMap((group) =>
        group.options.map((option) => ({
          key: option.value ?? labelOf(option),
          group: group.label?.text,
          label: <Text of={option.text} />,
          isChecked: option.value === chosen?.value,
          onSelect: () => onChoose(option),
        })),
      )}
    >
      <span className="literal">{chosen === null ? placeholder : labelOf(chosen)}</span>
      <Icon name="down" />
    </Menu>
  );
}

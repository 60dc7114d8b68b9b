import type { Option } from '@slack/types';
import { type ReactNode, useId, useRef, useState } from 'react';
import { Icon } from '../icons.tsx';
import { placeBeside } from '../menu.tsx';
import { usePage } from '../page-context.ts';
import type { Common } from './field-props.ts';
import { type Groups, labelOf } from './select.tsx';

/** A button that shows what is chosen and opens a list of checkboxes. */
export function MultiSelect({
  groups,
  chosen,
  placeholder,
  max,
  common,
  onChange,
}: {
  readonly groups: Groups;
  readonly chosen: readonly Option[];
  readonly placeholder: string;
  readonly max: number | undefined;
  readonly common: Common;
  readonly onChange: (chosen: readonly Option[]) => void;
}): ReactNode {
  const { words } = usePage();
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const isChosen = (option: Option): boolean => chosen.some((each) => each.value === option.value);
  const isFull = max !== undefined && chosen.length >= max;
  const all = groups.flatMap((group) => group.options);
  const toggle = (option: Option): void =>
    onChange(all.filter((each) => (each.value === option.value ? !isChosen(each) : isChosen(each))));
  const toggled = (open: boolean): void => {
    setOpen(open);
    list.current?.classList.toggle('placed', open);
    if (!open || !list.current || !trigger.current) return;
    placeBeside(list.current, trigger.current);
    list.current.querySelector<HTMLElement>('input')?.focus();
  };
  const name = common['aria-label'] ?? placeholder;

  return (
    <>
      <button
        ref={trigger}
        type="button"
        id={common.id}
        className={chosen.length === 0 ? 'control multi empty' : 'control multi'}
        aria-label={`${name}: ${chosen.length === 0 ? words.chooseNone : chosen.map(labelOf).join(', ')}`}
        aria-describedby={common['aria-describedby']}
        aria-expanded={isOpen}
        aria-controls={id}
        popoverTarget={id}
      >
        {chosen.length === 0 ? (
          placeholder
        ) : (
          <span className="chips">
            {chosen.map((option) => (
              <span key={option.value} className="chip">
                {labelOf(option)}
              </span>
            ))}
          </span>
        )}
        <Icon name="down" />
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame into the popover */}
      <div
        ref={list}
        id={id}
        popover="auto"
        role="group"
        aria-label={name}
        className="menu choices-menu"
        onToggle={(event) => toggled(event.newState === 'open')}
      >
        {groups.map((group, index) => (
          <div key={index}>
            {group.label ? <p className="menu-heading">{group.label.text}</p> : null}
            {group.options.map((option) => (
              <label key={option.value} className="choice">
                <input
                  type="checkbox"
                  checked={isChosen(option)}
                  disabled={isFull && !isChosen(option)}
                  onChange={() => toggle(option)}
                />
                <span className="literal">{labelOf(option)}</span>
              </label>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

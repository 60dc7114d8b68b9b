import { Fragment, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Icon } from './icons.tsx';

export type MenuItem = {
  readonly key: string;
  readonly label: ReactNode;
  /** One of several of which exactly one holds. */
  readonly isChecked?: boolean;
  readonly isDanger?: boolean;
  /** A heading above the first item of each group. */
  readonly group?: string | undefined;
  readonly onSelect: () => void;
};

/** A button with a menu: arrows, Home, End, Esc; closes on a click elsewhere; focus goes back to the button. */
export function Menu({
  label,
  className,
  children,
  items,
  empty,
  heading,
  onOpen,
}: {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
  readonly items: readonly MenuItem[];
  readonly empty?: string;
  readonly heading?: string;
  readonly onOpen?: () => void;
}): ReactNode {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  const toggled = (open: boolean): void => {
    setOpen(open);
    list.current?.classList.toggle('placed', open);
    if (!open || !trigger.current || !list.current) return;
    onOpen?.();
    placeBeside(list.current, trigger.current);
    const options = optionsIn(list.current);
    (options.find((option) => option.getAttribute('aria-checked') === 'true') ?? options[0])?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const options = optionsIn(event.currentTarget);
    const at = options.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1 }[event.key];
    if (event.key === 'Tab') event.currentTarget.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    options[(to + options.length) % options.length]?.focus();
  };

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        popoverTarget={id}
      >
        {children}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className="menu"
        onToggle={(event) => toggled(event.newState === 'open')}
        onKeyDown={onKeyDown}
      >
        {heading === undefined ? null : <p className="menu-heading">{heading}</p>}
        {items.length === 0 ? <p className="menu-empty">{empty}</p> : null}
        {items.map((item, index) => (
          <Fragment key={item.key}>
            {item.group === undefined || item.group === items[index - 1]?.group ? null : (
              <p className="menu-heading">{item.group}</p>
            )}
            {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: undefined unless the role takes it */}
            <button
              type="button"
              role={item.isChecked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.isChecked}
              tabIndex={-1}
              className={item.isDanger ? 'menu-item danger' : 'menu-item'}
              onClick={() => {
                list.current?.hidePopover();
                item.onSelect();
              }}
            >
              <span className="menu-label">{item.label}</span>
              {item.isChecked ? <Icon name="check" /> : null}
            </button>
          </Fragment>
        ))}
      </div>
    </>
  );
}

function optionsIn(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role^=menuitem]')];
}

/** Under the button, or above it where there is no room; always inside the window. */
export function placeBeside(list: HTMLElement, trigger: HTMLElement): void {
  const at = trigger.getBoundingClientRect();
  list.style.minWidth = `${Math.max(200, Math.min(at.width, 520))}px`;
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = at.bottom + 4;
  const top = below + height > window.innerHeight - 8 ? Math.max(8, at.top - height - 4) : below;
  const fromRight = at.left + width > window.innerWidth - 8;
  const left = Math.max(8, fromRight ? Math.min(at.right, window.innerWidth - 8) - width : at.left);
  list.style.top = `${top}px`;
  list.style.left = `${left}px`;
}

import type { Button, Option, Overflow } from '@slack/types';
import type { ReactNode } from 'react';
import { Icon } from '../icons.tsx';
import { Menu } from '../menu.tsx';
import { safeUrl } from '../mrkdwn.ts';
import { usePage } from '../page-context.ts';
import { actionIdOf, type Interactive, initialOf, type Value } from '../values.ts';
import { ChoiceMenu } from './choice-menu.tsx';
import { Field } from './field.tsx';
import { useSurface } from './surface.ts';
import { Text } from './text.tsx';

/** An element in an actions or section block: a press or a choice goes to the app at once. */
export function Control({
  element,
  blockId,
  name,
}: {
  readonly element: Interactive;
  readonly blockId: string;
  /** What the element is about, where it has no words of its own. */
  readonly name?: string | undefined;
}): ReactNode {
  const surface = useSurface();
  const isBusy = surface.pressing === `${blockId}/${actionIdOf(element)}`;
  if (element.type === 'button') return <PressButton element={element} blockId={blockId} isBusy={isBusy} />;
  if (element.type === 'overflow') return <OverflowMenu element={element} blockId={blockId} />;
  const value = surface.values[blockId]?.[actionIdOf(element)] ?? initialOf(element);
  if (element.type === 'static_select')
    return (
      <ChoiceMenu
        element={element}
        chosen={value?.selected_option ?? null}
        onChoose={(selected_option) => void surface.press(blockId, element, { type: element.type, selected_option })}
      />
    );
  return (
    <Field
      element={element}
      value={value}
      label={placeholderOf(element) ?? name}
      onChange={(next: Value) => void surface.press(blockId, element, next)}
    />
  );
}

function PressButton({
  element,
  blockId,
  isBusy,
}: {
  readonly element: Button;
  readonly blockId: string;
  readonly isBusy: boolean;
}): ReactNode {
  const surface = useSurface();
  const press = (): void => {
    if (!isBusy) void surface.press(blockId, element, null);
  };
  const className = `button ${element.style ?? 'plain'}`;
  const url = element.url === undefined ? null : safeUrl(element.url);
  if (url !== null)
    return (
      <a className={className} href={url} target="_blank" rel="noopener noreferrer" onClick={press}>
        <span className="literal">{element.text.text}</span>
      </a>
    );
  return (
    <button
      type="button"
      className={className}
      aria-busy={isBusy}
      aria-label={element.accessibility_label}
      onClick={press}
    >
      <span className="literal">{element.text.text}</span>
    </button>
  );
}

function OverflowMenu({ element, blockId }: { readonly element: Overflow; readonly blockId: string }): ReactNode {
  const { words } = usePage();
  const surface = useSurface();
  const choose = (option: Option): void => {
    const url = option.url === undefined ? null : safeUrl(option.url);
    if (url !== null) window.open(url, '_blank', 'noopener,noreferrer');
    void surface.press(blockId, element, null, { selected_option: option });
  };
  return (
    <Menu
      label={words.moreOptions}
      className="button plain square"
      items={element.options.map((option, index) => ({
        key: option.value ?? String(index),
        label: <Text of={option.text} />,
        onSelect: () => choose(option),
      }))}
    >
      <Icon name="more" />
    </Menu>
  );
}

function placeholderOf(element: Interactive): string | undefined {
  return 'placeholder' in element ? element.placeholder?.text : undefined;
}

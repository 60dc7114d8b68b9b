import type { ReactNode } from 'react';
import type { MessageView } from '../protocol.ts';
import { Icon } from './icons.tsx';
import { Menu, type MenuItem } from './menu.tsx';
import { usePage } from './page-context.ts';

/** Shown on hover and on focus: reply in thread, and the app's shortcuts on this message. */
export function MessageTools({
  message,
  openThread,
  edit,
}: {
  readonly message: MessageView;
  readonly edit: () => void;
  readonly openThread?: ((ts: string) => void) | undefined;
}): ReactNode {
  const { words, workspace, perform, confirm } = usePage();
  const { conversation, ts } = message;
  // Slack offers neither shortcuts nor threads on a message that only one person sees.
  if (message.onlyFor !== null)
    return (
      <div className="tools">
        <button
          type="button"
          className="quiet"
          aria-label={words.dismissMessage}
          title={words.dismissMessage}
          onClick={() => void perform({ do: 'delete', conversation, ts })}
        >
          <Icon name="close" />
        </button>
      </div>
    );

  const remove = async (): Promise<void> => {
    const agreed = await confirm({
      title: { type: 'plain_text', text: words.removeTitle },
      text: { type: 'plain_text', text: words.removeText },
      confirm: { type: 'plain_text', text: words.remove },
      deny: { type: 'plain_text', text: words.keep },
      style: 'danger',
    });
    if (agreed) await perform({ do: 'delete', conversation, ts });
  };
  const items: readonly MenuItem[] = [
    ...workspace.shortcuts
      .filter((shortcut) => shortcut.type === 'message')
      .map(({ callbackId, name }) => ({
        key: callbackId,
        label: name,
        onSelect: () => void perform({ do: 'message-shortcut', callbackId, conversation, ts }),
      })),
    ...(message.user === workspace.me.id
      ? [
          { key: 'edit', label: words.editMessage, onSelect: edit },
          { key: 'delete', label: words.removeMessage, isDanger: true, onSelect: () => void remove() },
        ]
      : []),
  ];
  return (
    <div className="tools">
      {openThread ? (
        <button
          type="button"
          className="quiet"
          aria-label={words.replyInThread}
          title={words.replyInThread}
          onClick={() => openThread(message.threadTs ?? ts)}
        >
          <Icon name="reply" />
        </button>
      ) : null}
      {items.length > 0 ? (
        <Menu label={words.moreActions} className="quiet" items={items}>
          <Icon name="more" />
        </Menu>
      ) : null}
    </div>
  );
}

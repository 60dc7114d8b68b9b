import { type ReactNode, useEffect, useMemo } from 'react';
import type { MessageView } from '../protocol.ts';
import { Composer } from './composer.tsx';
import type { ThreadSummary } from './message.tsx';
import { MessageList } from './message-list.tsx';
import { usePage } from './page-context.ts';

/** The messages that stand in a conversation itself, and below each what its thread holds. */
export function Conversation({
  id,
  name,
  messages,
  linked,
  openThread,
}: {
  readonly id: string;
  readonly name: string;
  readonly messages: readonly MessageView[] | undefined;
  readonly linked: string | null;
  readonly openThread: (ts: string) => void;
}): ReactNode {
  const { words } = usePage();
  const roots = useMemo(() => (messages ?? []).filter(isRoot), [messages]);
  // A link to a reply opens its thread.
  const threadOfLinked = messages?.find((message) => message.ts === linked)?.threadTs ?? null;
  useEffect(() => {
    if (threadOfLinked !== null) openThread(threadOfLinked);
  }, [threadOfLinked, openThread]);
  const threads = useMemo(() => threadsOf(messages ?? []), [messages]);
  return (
    <>
      {messages === undefined ? (
        <p className="loading">{words.loading}</p>
      ) : (
        <MessageList
          key={`messages ${id}`}
          label={name}
          linked={linked}
          messages={roots}
          threads={threads}
          openThread={openThread}
          before={
            roots.length > 0 ? null : (
              <div className="empty">
                <p>{words.noMessages}</p>
                <p>{words.noMessagesHint}</p>
              </div>
            )
          }
        />
      )}
      <Composer key={id} conversation={id} threadTs={null} label={words.writeTo(name)} />
    </>
  );
}

export function isRoot(message: MessageView): boolean {
  return message.threadTs === null || message.threadTs === message.ts;
}

function threadsOf(messages: readonly MessageView[]): ReadonlyMap<string, ThreadSummary> {
  const found = new Map<string, ThreadSummary>();
  for (const { threadTs, ts, user } of messages.filter((message) => !isRoot(message))) {
    if (threadTs === null) continue;
    const before = found.get(threadTs);
    found.set(threadTs, {
      count: (before?.count ?? 0) + 1,
      lastTs: ts,
      users: before?.users.includes(user) ? before.users : [...(before?.users ?? []), user],
    });
  }
  return found;
}

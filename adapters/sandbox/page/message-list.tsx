import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import type { MessageView } from '../protocol.ts';
import { Icon } from './icons.tsx';
import { Message, type ThreadSummary } from './message.tsx';
import { plainOf } from './mrkdwn.ts';
import { nameOf, usePage } from './page-context.ts';
import { useStickToEnd } from './use-stick-to-end.ts';
import { dayOf, isSameDay, momentOf } from './when.ts';

/** Messages of the same person within this time stand together. */
const togetherMilliseconds = 5 * 60_000;

export function MessageList({
  messages,
  threads,
  openThread,
  label,
  linked = null,
  before,
}: {
  readonly messages: readonly MessageView[];
  readonly threads?: ReadonlyMap<string, ThreadSummary>;
  readonly openThread?: (ts: string) => void;
  readonly label: string;
  /** A message to show at once, by its `ts`. */
  readonly linked?: string | null;
  /** Drawn above the first message: what an empty conversation says. */
  readonly before?: ReactNode;
}): ReactNode {
  const { words, language, workspace } = usePage();
  const { list, isBehind, toEnd } = useStickToEnd(messages, linked, workspace.me.id);
  return (
    <div className="messages-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="messages" ref={list} aria-label={label} tabIndex={0}>
        <div className="messages-inner">
          {before}
          {messages.map((message, index) => {
            const previous = messages[index - 1];
            const at = momentOf(message.ts);
            const isNewDay = previous === undefined || !isSameDay(momentOf(previous.ts), at);
            return (
              <Fragment key={message.ts}>
                {isNewDay ? (
                  <div className="day">
                    <span>{dayOf(at, language)}</span>
                  </div>
                ) : null}
                <Message
                  message={message}
                  isLinked={message.ts === linked}
                  follows={!isNewDay && standTogether(previous, message)}
                  replies={threads?.get(message.ts)}
                  openThread={openThread}
                />
              </Fragment>
            );
          })}
        </div>
      </section>
      {isBehind ? (
        <button type="button" className="to-end" onClick={toEnd}>
          <Icon name="down" /> {words.newMessages}
        </button>
      ) : null}
      <Announcer messages={messages} />
    </div>
  );
}

function standTogether(previous: MessageView | undefined, message: MessageView): boolean {
  return (
    previous !== undefined &&
    previous.user === message.user &&
    previous.onlyFor === message.onlyFor &&
    message.blocks.length === 0 &&
    previous.blocks.length === 0 &&
    momentOf(message.ts) - momentOf(previous.ts) < togetherMilliseconds
  );
}

/** Reads new messages of others aloud: the fallback text that every message carries is made for this. */
function Announcer({ messages }: { readonly messages: readonly MessageView[] }): ReactNode {
  const { workspace, words } = usePage();
  const known = useRef<string | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const newest = messages.at(-1);
    if (newest === undefined) return;
    if (known.current !== null && newest.ts > known.current && newest.user !== workspace.me.id)
      setSaid(`${nameOf(workspace, newest.user) ?? words.unknownPerson}: ${plainOf(newest.text)}`);
    known.current = newest.ts;
  }, [messages, workspace, words]);
  return (
    <p className="unseen" aria-live="polite">
      {said}
    </p>
  );
}

import { memo, type ReactNode, useState } from 'react';
import type { MessageView } from '../protocol.ts';
import { Avatar } from './avatar.tsx';
import { Blocks } from './blocks/blocks.tsx';
import { SurfaceProvider, useNewSurface } from './blocks/surface.ts';
import { Mrkdwn } from './blocks/text.tsx';
import { EditMessage } from './edit-message.tsx';
import { Icon } from './icons.tsx';
import { MessageTools } from './message-tools.tsx';
import { nameOf, usePage } from './page-context.ts';
import { agoSaid, clock, inFull, momentOf } from './when.ts';

export type ThreadSummary = { readonly count: number; readonly lastTs: string; readonly users: readonly string[] };

/** One message: who, when, the text or blocks, and what can be done with it. */
export const Message = memo(function Message({
  message,
  follows,
  isLinked = false,
  replies,
  openThread,
}: {
  readonly message: MessageView;
  /** Same person, moments later: drawn without the head. */
  readonly follows: boolean;
  /** The one a permalink led to. */
  readonly isLinked?: boolean;
  readonly replies?: ThreadSummary | undefined;
  readonly openThread?: ((ts: string) => void) | undefined;
}): ReactNode {
  const { words, language, now, workspace } = usePage();
  const { conversation, ts, user } = message;
  const [isEditing, setEditing] = useState(false);
  const at = momentOf(ts);
  const name = nameOf(workspace, user) ?? words.unknownPerson;
  const isApp = user === workspace.bot.userId;
  const surface = useNewSurface({ type: 'message', conversation, ts }, message.blocks);
  const moment = (shown: string): ReactNode => (
    <time className="when" dateTime={new Date(at).toISOString()} title={inFull(at, language)}>
      {shown}
    </time>
  );
  const className = ['message', follows ? 'follows' : '', message.onlyFor ? 'only-you' : '', isLinked ? 'linked' : '']
    .filter(Boolean)
    .join(' ');

  return (
    <article className={className} aria-label={`${name}, ${inFull(at, language)}`} data-ts={ts}>
      <div className="message-side">
        {follows ? moment(clock(at, language)) : <Avatar id={user} name={name} isApp={isApp} />}
      </div>
      <div className="message-main">
        {message.onlyFor ? (
          <p className="only-you-mark">
            <Icon name="eye" /> {words.onlyYou}
          </p>
        ) : null}
        {follows ? null : (
          <header className="message-head">
            <strong>{name}</strong>
            {isApp ? <span className="app-tag">{words.app}</span> : null}
            {moment(`${clock(at, language)} · ${agoSaid(at, now, language)}`)}
          </header>
        )}
        <div className={isApp && message.blocks.length > 0 ? 'message-body card' : 'message-body'}>
          {isEditing ? (
            <EditMessage message={message} close={() => setEditing(false)} />
          ) : (
            <SurfaceProvider value={surface}>
              {message.blocks.length > 0 ? <Blocks blocks={message.blocks} /> : <Mrkdwn source={message.text} />}
            </SurfaceProvider>
          )}
          {message.edited && !isEditing ? <small className="edited"> {words.edited}</small> : null}
        </div>
        <Files of={message.files} />
        {replies && openThread ? <Replies of={replies} open={() => openThread(ts)} /> : null}
      </div>
      <MessageTools message={message} openThread={openThread} edit={() => setEditing(true)} />
    </article>
  );
});

function Replies({ of, open }: { readonly of: ThreadSummary; readonly open: () => void }): ReactNode {
  const { words, language, now, workspace } = usePage();
  return (
    <button type="button" className="replies" onClick={open}>
      {of.users.slice(0, 4).map((id) => (
        <Avatar
          key={id}
          id={id}
          name={nameOf(workspace, id) ?? words.unknownPerson}
          isApp={id === workspace.bot.userId}
          size="small"
        />
      ))}
      <strong>{words.replies(of.count)}</strong>
      <span className="when">{words.lastReply(agoSaid(momentOf(of.lastTs), now, language))}</span>
    </button>
  );
}

function Files({ of }: { readonly of: MessageView['files'] }): ReactNode {
  const { words } = usePage();
  return of.map((file) =>
    file.mimetype.startsWith('image/') ? (
      <a key={file.id} className="file-image" href={file.url} target="_blank" rel="noopener noreferrer">
        <img src={file.url} alt={file.title} />
        <span className="literal">{file.title}</span>
      </a>
    ) : (
      <a key={file.id} className="file" href={file.url} target="_blank" rel="noopener noreferrer">
        <Icon name="file" />
        <span>
          <strong className="literal">{file.title}</strong>
          <small>
            {words.openFile} · {file.mimetype}
          </small>
        </span>
      </a>
    ),
  );
}

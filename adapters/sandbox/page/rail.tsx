import type { ReactNode } from 'react';
import { Avatar } from './avatar.tsx';
import { Clock } from './clock.tsx';
import { Icon } from './icons.tsx';
import { Menu } from './menu.tsx';
import { usePage } from './page-context.ts';
import type { Language } from './words.ts';

/** The left side: whose workspace, who I am, where I can go. */
export function Rail({
  at,
  go,
  become,
  speak,
  isHidden,
}: {
  readonly at: string;
  readonly go: (conversation: string) => void;
  readonly become: (userId: string) => void;
  readonly speak: (language: Language) => void;
  /** On a phone the rail waits outside of the screen. */
  readonly isHidden: boolean;
}): ReactNode {
  const { words, workspace, language } = usePage();
  const { team, me, users, bot, channels, direct } = workspace;
  const titleOf = (user: (typeof users)[number]): string => user.title[language];
  const entry = (id: string, mark: ReactNode, name: string, unread: number): ReactNode => (
    <li key={id}>
      <button
        type="button"
        className={unread > 0 ? 'entry unread' : 'entry'}
        aria-current={id === at ? 'page' : undefined}
        onClick={() => go(id)}
      >
        {mark}
        <span className="entry-name">{name}</span>
        {unread > 0 ? (
          <span className="badge">
            <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
            <span className="unseen">{words.unread(unread)}</span>
          </span>
        ) : null}
      </button>
    </li>
  );
  return (
    <nav className="rail" aria-label={words.conversations} inert={isHidden}>
      <header className="rail-head">
        <h1>{team.name}</h1>
        <span className="practice" title={words.practiceNote}>
          {words.practice}
        </span>
      </header>
      <Menu
        label={`${words.switchPerson} (${words.actAs} ${me.name}, ${titleOf(me)})`}
        className="me"
        heading={words.switchPerson}
        items={users.map((user) => ({
          key: user.id,
          isChecked: user.id === me.id,
          onSelect: () => become(user.id),
          label: (
            <span className="person">
              <Avatar id={user.id} name={user.name} />
              <span>
                <strong>{user.name}</strong>
                <small>{titleOf(user)}</small>
              </span>
            </span>
          ),
        }))}
      >
        <Avatar id={me.id} name={me.name} size="large" />
        <span className="me-words">
          <small>{words.actAs}</small>
          <strong>{me.name}</strong>
          <small>{titleOf(me)}</small>
        </span>
        <Icon name="swap" />
      </Menu>
      <Clock />
      <div className="rail-lists">
        <h2>{words.apps}</h2>
        <ul>
          {entry(direct.id, <Avatar id={bot.userId} name={bot.name} isApp size="small" />, bot.name, direct.unread)}
        </ul>
        <h2>{words.channels}</h2>
        <ul>
          {channels.map((channel) =>
            entry(
              channel.id,
              <span className="hash" aria-hidden="true">
                #
              </span>,
              channel.name,
              channel.unread,
            ),
          )}
        </ul>
      </div>
      <footer className="rail-foot">
        <fieldset className="languages">
          <legend className="unseen">{words.language}</legend>
          {(['ko', 'en'] as const).map((each) => (
            <button key={each} type="button" lang={each} aria-pressed={language === each} onClick={() => speak(each)}>
              {each === 'ko' ? '한국어' : 'English'}
            </button>
          ))}
        </fieldset>
        <p>{words.practiceNote}</p>
      </footer>
    </nav>
  );
}

import type { TextObject } from '@slack/types';
import type { ReactNode } from 'react';
import { type Inline, type Paragraph, parseMrkdwn } from '../mrkdwn.ts';
import { nameOf, usePage } from '../page-context.ts';
import { slackDate } from '../when.ts';

/** A text object: plain text exactly as it is, mrkdwn as Slack reads it. */
export function Text({ of }: { readonly of: TextObject }): ReactNode {
  return of.type === 'plain_text' ? <span className="literal">{of.text}</span> : <Mrkdwn source={of.text} />;
}

export function Mrkdwn({ source }: { readonly source: string }): ReactNode {
  return parseMrkdwn(source).map((paragraph, index) => <ParagraphOf key={index} paragraph={paragraph} />);
}

function ParagraphOf({ paragraph }: { readonly paragraph: Paragraph }): ReactNode {
  switch (paragraph.type) {
    case 'pre':
      return <pre>{paragraph.text}</pre>;
    case 'quote':
      return (
        <blockquote>
          <Inlines of={paragraph.children} />
        </blockquote>
      );
    case 'text':
      return (
        <span className="literal">
          <Inlines of={paragraph.children} />
        </span>
      );
  }
}

function Inlines({ of }: { readonly of: readonly Inline[] }): ReactNode {
  return of.map((inline, index) => <InlineOf key={index} inline={inline} />);
}

function InlineOf({ inline }: { readonly inline: Inline }): ReactNode {
  const { words, language, now, workspace } = usePage();
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'code':
      return <code>{inline.text}</code>;
    case 'link':
      return <Link url={inline.url}>{inline.text}</Link>;
    case 'user':
      return <Mention id={inline.id}>@{nameOf(workspace, inline.id) ?? words.unknownPerson}</Mention>;
    case 'channel':
      return <Mention id={inline.id}>#{workspace.channels.find((c) => c.id === inline.id)?.name ?? inline.id}</Mention>;
    case 'broadcast':
      return <strong className="mention">@{inline.name}</strong>;
    case 'date':
      return <time>{slackDate(inline.seconds, inline.format, inline.fallback, now, language)}</time>;
    case 'styled': {
      const Tag = ({ bold: 'strong', italic: 'em', strike: 's' } as const)[inline.style];
      return (
        <Tag>
          <Inlines of={inline.children} />
        </Tag>
      );
    }
  }
}

/** A link out opens beside the page; a permalink opens here, as the same person. */
export function Link({ url, children }: { readonly url: string; readonly children: ReactNode }): ReactNode {
  const { workspace } = usePage();
  if (URL.canParse(url) && new URL(url).origin === window.location.origin)
    return <a href={`${url.replace(/#.*/, '')}#as=${workspace.me.id}`}>{children}</a>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

export function Mention({ id, children }: { readonly id: string; readonly children: ReactNode }): ReactNode {
  const { workspace } = usePage();
  return <span className={id === workspace.me.id ? 'mention of-me' : 'mention'}>{children}</span>;
}

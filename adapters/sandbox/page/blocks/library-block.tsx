import type { KnownBlock } from '@slack/types';
import { type ComponentProps, memo, type ReactNode } from 'react';
import { Message } from 'slack-blocks-to-jsx';
import { safeUrl } from '../mrkdwn.ts';
import { nameOf, usePage } from '../page-context.ts';
import { slackDate } from '../when.ts';
import { Link, Mention } from './text.tsx';

type LibraryProps = ComponentProps<typeof Message>;

/** Rich text, tables, charts, alerts and the rest of the static blocks, drawn by slack-blocks-to-jsx. */
export const LibraryBlock = memo(function LibraryBlock({ block }: { readonly block: KnownBlock }): ReactNode {
  const { words, language, now, workspace } = usePage();
  const hooks: LibraryProps['hooks'] = {
    user: ({ id }) => <Mention id={id}>@{nameOf(workspace, id) ?? words.unknownPerson}</Mention>,
    link: ({ href, children }) => {
      const url = safeUrl(href ?? '');
      return url === null ? children : <Link url={url}>{children}</Link>;
    },
    date: ({ timestamp, format, fallback }) => (
      <time>{slackDate(Number(timestamp), format, fallback ?? '', now, language)}</time>
    ),
  };
  return (
    <div className="from-library">
      <Message
        // The library has its own names for the same shapes.
        blocks={[block] as unknown as LibraryProps['blocks']}
        logo=""
        name=""
        withoutWrapper
        data={{ users: [...workspace.users], channels: [...workspace.channels] }}
        hooks={hooks}
      />
    </div>
  );
});

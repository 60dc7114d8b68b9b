import type { KnownBlock } from '@slack/types';
import type { ReactNode } from 'react';
import { safeUrl } from '../mrkdwn.ts';
import { usePage } from '../page-context.ts';
import { actionIdOf, blockIdOf } from '../values.ts';
import { Control } from './control.tsx';
import { InputField } from './input-field.tsx';
import { LibraryBlock } from './library-block.tsx';
import { Link, Text } from './text.tsx';

export function Blocks({ blocks }: { readonly blocks: readonly KnownBlock[] }): ReactNode {
  return (
    <div className="blocks">
      {blocks.map((block, index) => {
        const blockId = blockIdOf(block, index);
        return <BlockOf key={blockId} block={block} blockId={blockId} />;
      })}
    </div>
  );
}

function BlockOf({ block, blockId }: { readonly block: KnownBlock; readonly blockId: string }): ReactNode {
  switch (block.type) {
    case 'header':
      return <h3 className="block-header literal">{block.text.text}</h3>;
    case 'divider':
      return <hr className="block-divider" />;
    case 'section':
      return <Section block={block} blockId={blockId} />;
    case 'context':
      return (
        <div className="block-context">
          {block.elements.map((element, index) => (
            <span key={index}>
              {element.type === 'image' ? <Picture of={element} isSmall /> : <Text of={element} />}
            </span>
          ))}
        </div>
      );
    case 'image':
      return (
        <figure className="block-image">
          {block.title ? <figcaption>{block.title.text}</figcaption> : null}
          <Picture of={block} />
        </figure>
      );
    case 'actions':
      return (
        <div className="block-actions">
          {block.elements.map((element) => (
            <Control key={actionIdOf(element)} element={element} blockId={blockId} />
          ))}
        </div>
      );
    case 'input':
      return <InputField block={block} blockId={blockId} />;
    default:
      return <LibraryBlock block={block} />;
  }
}

function Section({
  block,
  blockId,
}: {
  readonly block: Extract<KnownBlock, { type: 'section' }>;
  readonly blockId: string;
}): ReactNode {
  const { accessory } = block;
  return (
    <div className="block-section">
      <div className="block-section-text">
        {block.text ? (
          <div>
            <Text of={block.text} />
          </div>
        ) : null}
        {block.fields ? (
          <div className="block-fields">
            {block.fields.map((field, index) => (
              <div key={index}>
                <Text of={field} />
              </div>
            ))}
          </div>
        ) : null}
      </div>
      {accessory === undefined ? null : accessory.type === 'image' ? (
        <Picture of={accessory} isSmall />
      ) : (
        <Control element={accessory} blockId={blockId} name={block.text?.text} />
      )}
    </div>
  );
}

/** Only pictures that the sandbox itself serves are loaded: the page asks nobody outside for anything. */
function Picture({
  of,
  isSmall,
}: {
  readonly of: { readonly alt_text: string } & object;
  readonly isSmall?: boolean;
}): ReactNode {
  const { words } = usePage();
  const address = 'image_url' in of && typeof of.image_url === 'string' ? of.image_url : '';
  const url = new URL(address, document.baseURI);
  if (address !== '' && url.origin === window.location.origin)
    return <img className={isSmall ? 'picture small' : 'picture'} src={url.href} alt={of.alt_text} />;
  const outside = safeUrl(address);
  return (
    <span className="no-picture" title={words.noImage}>
      {outside === null ? of.alt_text : <Link url={outside}>{of.alt_text}</Link>}
    </span>
  );
}

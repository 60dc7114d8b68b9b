import type { KnownBlock } from '@slack/types';
import type { ReactNode } from 'react';
import type { HomeState } from '../protocol.ts';
import { Blocks } from './blocks/blocks.tsx';
import { SurfaceProvider, useNewSurface } from './blocks/surface.ts';
import { usePage } from './page-context.ts';

/** The app's own page for this person. */
export function Home({ state }: { readonly state: HomeState | null | undefined }): ReactNode {
  const { words } = usePage();
  if (state === undefined) return <p className="loading">{words.loading}</p>;
  if (state === null)
    return (
      <div className="home">
        <div className="empty">
          <p>{words.noHome}</p>
        </div>
      </div>
    );
  return <HomeView key={state.viewId} state={state} />;
}

function HomeView({ state }: { readonly state: HomeState }): ReactNode {
  const { words } = usePage();
  const blocks = state.view.blocks as readonly KnownBlock[];
  const surface = useNewSurface({ type: 'view', viewId: state.viewId }, blocks);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="home" aria-label={words.home} tabIndex={0}>
      <div className="home-inner">
        <SurfaceProvider value={surface}>
          <Blocks blocks={blocks} />
        </SurfaceProvider>
      </div>
    </section>
  );
}

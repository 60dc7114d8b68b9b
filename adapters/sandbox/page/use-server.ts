import { useCallback, useEffect, useRef, useState } from 'react';
import type { HomeState, MessageView, ModalState, PageEvent, WorkspaceView } from '../protocol.ts';
import { fetchHome, fetchMessages, fetchModal, fetchWorkspace, listen } from './api.ts';
import type { PagePlace } from './use-place.ts';
import { type Resource, useResource } from './use-resource.ts';

export type Server = {
  readonly workspace: Resource<WorkspaceView>;
  readonly messages: Resource<readonly MessageView[]>;
  readonly modal: Resource<ModalState | null>;
  readonly home: Resource<HomeState | null>;
  readonly isConnected: boolean;
  readonly reloadAll: () => void;
};

/** Everything the server says to one person in one conversation, fetched again as it changes. */
export function useServer({ as, at, tab }: PagePlace): Server {
  const workspace = useResource(`workspace ${as}`, () => fetchWorkspace(as));
  const conversation = at === 'app' ? (workspace.data?.direct.id ?? null) : at;
  const showsHome = at === 'app' && tab === 'home';
  const messages = useResource(as && conversation ? `${as} ${conversation}` : null, () =>
    fetchMessages(as ?? '', conversation ?? ''),
  );
  const modal = useResource(as, () => fetchModal(as ?? ''));
  const home = useResource(as && showsHome ? as : null, () => fetchHome(as ?? ''));
  const [isConnected, setConnected] = useState(true);

  const reloads = [workspace.reload, messages.reload, modal.reload, home.reload];
  const reloadAll = useCallback(() => {
    for (const reload of reloads) void reload();
  }, reloads);

  const hear = (event: PageEvent): void => {
    switch (event.type) {
      case 'messages':
        if (event.conversation === conversation) void messages.reload();
        void workspace.reload();
        return;
      case 'modal':
        void modal.reload();
        return;
      case 'home':
        void home.reload();
        return;
      case 'workspace':
        void workspace.reload();
    }
  };
  // The line stays up while the person walks about: what is said while it is being laid again would be lost.
  const latest = useRef({ hear, reloadAll });
  latest.current = { hear, reloadAll };
  useEffect(() => {
    if (as === null) return;
    return listen(
      as,
      (event) => latest.current.hear(event),
      (isUp) => {
        setConnected(isUp);
        // Whatever happened while nobody listened is fetched now.
        if (isUp) latest.current.reloadAll();
      },
    );
  }, [as]);
  return { workspace, messages, modal, home, isConnected, reloadAll };
}

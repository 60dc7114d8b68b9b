import type { ReactNode } from 'react';
import { EchoMark } from './icons.tsx';
import { usePage } from './page-context.ts';

const tones = 8;

/** The given name in a Korean name, initials in others. Colour by the place in the workspace, so that neighbours differ. */
export function Avatar({
  id,
  name,
  isApp,
  size = 'medium',
}: {
  readonly id: string;
  readonly name: string;
  readonly isApp?: boolean;
  readonly size?: 'small' | 'medium' | 'large';
}): ReactNode {
  const { workspace } = usePage();
  const tone = (workspace.users.findIndex((user) => user.id === id) + tones) % tones;
  return (
    <span className={`avatar ${size} ${isApp ? 'of-app' : `tone-${tone}`}`} aria-hidden="true">
      {isApp ? <EchoMark /> : initials(name)}
    </span>
  );
}

function initials(name: string): string {
  if (/^[\p{Script=Hangul}\s]+$/u.test(name)) return name.replaceAll(/\s/g, '').slice(-2);
  return name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();
}

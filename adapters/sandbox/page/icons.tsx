import type { ReactNode } from 'react';

const shapes = {
  menu: 'M3 6h14M3 10h14M3 14h14',
  close: 'M5 5l10 10M15 5L5 15',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  reply: 'M8 5L3 10l5 5M3 10h8a6 6 0 0 1 6 6',
  bolt: 'M11 2L4 11h5l-1 7 8-10h-5l0-6z',
  send: 'M4 10l13-6-5 13-2.5-5.5z',
  down: 'M5 8l5 5 5-5',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  file: 'M6 2h6l4 4v12H6zM12 2v4h4',
  check: 'M4 10l4 4 8-9',
  swap: 'M4 7h11l-3-3M16 13H5l3 3',
  back: 'M12 4l-6 6 6 6',
  slash: 'M13 3L7 17',
  at: 'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0zm0 0v1a2 2 0 0 0 4 0v-1a7 7 0 1 0-3 5.7',
  warn: 'M10 3l8 14H2zM10 8v4M10 14.5h.01',
  minus: 'M5 10h10',
  forward: 'M4 5l6 5-6 5zM10 5l6 5-6 5z',
} as const;

export type IconName = keyof typeof shapes;

/** A drawing beside words; never the only carrier of meaning. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}

/** The app's face: a voice and its echoes. */
export function EchoMark(): ReactNode {
  return (
    <svg className="echo" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <circle cx="4.6" cy="10" r="2.1" />
      <path d="M8.9 6.2a5.4 5.4 0 0 1 0 7.6M12.1 3.6a9 9 0 0 1 0 12.8M15.3 1.4a12.4 12.4 0 0 1 0 17.2" />
    </svg>
  );
}

import type { TallyName } from './tally.ts';

/** Figures behind which cases can be seen. */
export const openables = [
  'filed',
  'returned',
  'effort',
  'explained',
  'answered',
  'onTime',
  'acknowledged',
  'spread',
  'leaving',
] as const;
export type Openable = (typeof openables)[number];
export const isOpenable = (text: string): text is Openable => openables.some((known) => known === text);

export type Opened = { readonly what: TallyName; readonly kept?: false; readonly mark?: string };

/** Which tallies a figure is a sum of. `kept`: a share is opened at what it lacks. */
export const openable: Readonly<Record<Exclude<Openable, 'returned'>, Opened>> = {
  filed: { what: 'filed' },
  acknowledged: { what: 'acknowledge', kept: false },
  onTime: { what: 'fix', kept: false },
  spread: { what: 'fixed' },
  effort: { what: 'closed' },
  explained: { what: 'closed', mark: 'explained' },
  answered: { what: 'closed', kept: false },
  leaving: { what: 'filed', mark: 'leaving' },
};

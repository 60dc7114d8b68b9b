import { filedChange, type Headline } from '../../domain/figures/headline.ts';
import type { PeriodFigures } from '../../domain/figures/period-figures.ts';
import type { Reading } from '../reading.ts';
import { changeText, meanChange, meanText, shareChange, shareText } from './figure-text.ts';

export const filedText = (f: PeriodFigures, r: Reading): string =>
  r.words.digests.filed(f.filed.now, changeText(filedChange(f), 'percent', r));

export const returnedText = ({ returned }: PeriodFigures, r: Reading): string => {
  const w = r.words.digests;
  return returned.now.all === 0
    ? w.headline.noReturn
    : w.beside(shareText(returned.now, r, 1), shareChange(returned, r, 1));
};

/** One sentence: the worst pair. */
export function headlineText(headline: Headline, f: PeriodFigures, relapses: number, r: Reading): string {
  const w = r.words.digests;
  const said = w.headline;
  const filed = filedText(f, r);
  const returned = returnedText(f, r);
  const effort = w.trend(meanText(f.effort.now, r), meanChange(f.effort, r));
  const onTime = w.trend(shareText(f.onTime.now, r), shareChange(f.onTime, r));
  switch (headline.type) {
    case 'returned':
      if (headline.beside === 'faster') return said.returned.faster(onTime, returned);
      return said.returned[headline.beside ?? 'alone'](filed, returned);
    case 'relapsed':
      return said.relapsed[headline.beside ?? 'alone'](filed, relapses);
    case 'effort':
      if (headline.beside === 'faster') return said.effort.faster(onTime, effort);
      return said.effort[headline.beside ?? 'alone'](filed, effort);
    case 'late':
      return said.late[headline.beside ?? 'alone'](returned, onTime);
    case 'more':
    case 'calm':
      return said[headline.type](filed, returned);
    case 'nothing':
      return said.nothing;
  }
}

/** The sentence has told of what came back already. */
export const tellsOfReturns = ({ type }: Headline): boolean =>
  type !== 'relapsed' && type !== 'effort' && type !== 'nothing';

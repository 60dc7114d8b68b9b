import type { Picture } from '../../src/ports/picture.ts';

type Funnel = Extract<Picture, { type: 'funnel' }>;
type Pareto = Extract<Picture, { type: 'pareto' }>;

const steps = {
  ko: ['접수', '확인', '해결', '고객 회신', '개선 제안', '시행', '효과 확인'],
  en: ['Filed', 'Acknowledged', 'Fixed', 'Customer told', 'Change proposed', 'Deployed', 'Effect confirmed'],
};

/** What became of a week's complaints. */
export const funnelOf = (counts: readonly number[], locale: 'ko' | 'en' = 'ko'): Funnel => ({
  type: 'funnel',
  title: locale === 'ko' ? '불만이 변화가 되기까지 · 11/16~11/22' : 'From complaint to change · 16–22 Nov',
  steps: steps[locale].map((label, i) => ({ label, count: counts[i] ?? 0 })),
});

/** A month's clusters. */
export const paretoOf = (...bars: Pareto['bars']): Pareto => ({
  type: 'pareto',
  title: '11월, 같은 문제를 겪은 고객',
  unit: '고객 수',
  bars,
});

import type { ClockKey, NamedClock } from '../domain/sla/sla-clock.ts';
import type { ClockName } from '../domain/sla/terms.ts';
import type { Reading } from './reading.ts';

const isClock = (name: string, r: Reading): name is ClockName => Object.hasOwn(r.words.glossary.clocks, name);

/** `개인정보 유출 신고·통지`; a duty that the playbook does not name any more stands for itself. */
export const dutyName = (code: string, r: Reading): string =>
  r.playbook.sla.statutory.find((rule) => rule.code === code)?.label[r.locale] ?? code;

/** What a clock times: `처리`, `막힌 점 2 답변`, `법정 기한(개인정보 유출 신고·통지)`. */
export function clockName({ name, of }: NamedClock, r: Reading): string {
  const label = r.words.glossary.clocks[name];
  if (of === undefined) return label;
  if (name === 'action') return `${label} ${of}`;
  return name === 'statutory' ? `${label}(${dutyName(of, r)})` : r.words.glossary.obstacleClock(of);
}

/** The same, of a clock's key. */
export function clockNameOf(key: ClockKey, r: Reading): string {
  const [name = '', of = ''] = key.split(':');
  return isClock(name, r) ? clockName({ name, ...(of === '' ? {} : { of }) }, r) : key;
}

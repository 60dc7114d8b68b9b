import type { DecisionOption } from '../domain/case/case.ts';
import { inLine } from './excerpt.ts';
import type { Reading } from './reading.ts';

/** What an option costs and what the customer feels of it, also where nobody knows yet: that, too, is weighed. */
export function optionText({ label, cost, customerEffect }: DecisionOption, r: Reading): string {
  const { cost: costs, effect, unknown } = r.words.word.optionParts;
  return [
    inLine(label, 150),
    costs(cost === null ? unknown : inLine(cost, 120)),
    effect(customerEffect === null ? unknown : inLine(customerEffect, 120)),
  ].join(' · ');
}

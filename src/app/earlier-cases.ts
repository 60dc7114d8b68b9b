import type { CaseRecord } from '../domain/case/case.ts';
import { maySee } from '../domain/case/visibility.ts';
import { days, type Instant, plus } from '../domain/instant.ts';
import type { Person } from '../domain/people.ts';
import type { FormValues } from '../ports/form.ts';
import { customerIn, type Earlier } from './filing.ts';
import type { ReceiveDeps } from './receive-deps.ts';

/** A case remembers at most so many before it; the rest is a list one press away. */
const remembered = 20;

type Deps = Pick<ReceiveDeps, 'queries' | 'vault' | 'playbook'>;

/** Cases of the customer whom a filing names, newest first; none where it names nobody. */
export async function earlierCases(deps: Deps, words: string, values: FormValues): Promise<readonly CaseRecord[]> {
  const customer = customerIn(words, values, deps.vault);
  return customer === null ? [] : (await deps.queries.ofCustomer(customer, remembered)).cases;
}

export function summedUp(cases: readonly CaseRecord[], person: Person, at: Instant, { playbook }: Deps): Earlier {
  const window = days(playbook.care.again.days);
  return {
    count: cases.length,
    seen: cases.filter(({ state }) => maySee(person, state)).map(({ id }) => id),
    recent: cases.filter(({ state }) => plus(state.filedAt, window) >= at).length,
  };
}

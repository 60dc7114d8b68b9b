import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { shippedPlaybook } from '../../src/config.ts';

type Raw = Record<string, unknown> & { readonly departments: unknown[]; readonly people: unknown[] };

export type Larger = {
  /** Departments beside those of the shipped playbook: `d1` … with channel `C0D1` and one member, `U0D1`. */
  readonly departments?: number;
  /** More members of logistics: `U0LOGI1` … */
  readonly inLogistics?: number;
  /** More CS agents: `U0CS1` … */
  readonly agents?: number;
};

/** Writes the shipped playbook with more departments and people into `directory`; the path of the file. */
export async function largerCompany(directory: string, larger: Larger): Promise<string> {
  const raw = parse(await readFile(shippedPlaybook, 'utf8')) as Raw;
  const some = (n: number | undefined) => Array.from({ length: n ?? 0 }, (_, i) => i + 1);
  raw.departments.push(
    ...some(larger.departments).map((n) => ({
      code: `d${n}`,
      name: { ko: `부서${n}`, en: `Department ${n}` },
      slack: `C0D${n}`,
      locale: 'ko',
    })),
  );
  raw.people.push(
    ...some(larger.departments).map((n) => member(`d${n}`, `가람${n}`, `d${n}`, [], `U0D${n}`)),
    ...some(larger.inLogistics).map((n) => member(`logi${n}`, `나루${n}`, 'logistics', [], `U0LOGI${n}`)),
    ...some(larger.agents).map((n) => member(`cs${n}`, `다솜${n}`, 'cs', ['csAgent'], `U0CS${n}`)),
  );
  const path = join(directory, 'playbook.yaml');
  writeFileSync(path, stringify(raw));
  return path;
}

const member = (id: string, name: string, department: string, roles: readonly string[], slack: string) => ({
  id,
  name,
  email: `${id}@hanbit.example`,
  department,
  roles,
  slack,
});

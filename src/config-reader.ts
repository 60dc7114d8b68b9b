import type { Problem } from './config-error.ts';

/** The variables Meari reads. */
export type Variable =
  | 'PORT'
  | 'HOST'
  | 'DATABASE_URL'
  | 'DATA_DIR'
  | 'PLAYBOOK'
  | 'SLACK_BOT_TOKEN'
  | 'SLACK_SIGNING_SECRET'
  | 'SLACK_APP_TOKEN'
  | 'SLACK_API_URL'
  | 'MICROSOFT_APP_ID'
  | 'MICROSOFT_APP_PASSWORD'
  | 'MICROSOFT_APP_TYPE'
  | 'MICROSOFT_APP_TENANT_ID'
  | 'SANDBOX'
  | 'ENCRYPTION_KEY'
  | 'LOG_LEVEL';

/** Values that may be repeated in a message; everything else might be somebody's secret. */
const harmless: readonly Variable[] = ['PORT', 'SANDBOX', 'LOG_LEVEL'];

export type EnvReader = ReturnType<typeof reader>;

/** Reads single variables; what is wrong is collected in `problems` and the value is null. */
export function reader(env: NodeJS.ProcessEnv) {
  const problems: Problem[] = [];
  const text = (key: Variable): string | null => env[key]?.trim() || null;
  const has = (key: Variable): boolean => text(key) !== null;
  const problem = (where: Variable, what: string, mend: string): null => {
    problems.push({ where, what, mend });
    return null;
  };
  const given = (key: Variable): string => (harmless.includes(key) ? `"${text(key)}"` : 'the value given');

  return {
    problems,
    text,
    has,
    problem,

    whole(key: Variable, min: number, max: number): number | null {
      const raw = text(key);
      if (raw === null) return null;
      const n = Number(raw);
      if (/^\d+$/.test(raw) && n >= min && n <= max) return n;
      return problem(
        key,
        `${given(key)} is not a whole number from ${min} to ${max}`,
        'Set such a number, or unset it.',
      );
    },

    oneOf<T extends string>(key: Variable, allowed: readonly T[]): T | null {
      const raw = text(key);
      const match = allowed.find((option) => option.toLowerCase() === raw?.toLowerCase());
      if (raw === null || match !== undefined) return match ?? null;
      return problem(key, `${given(key)} is not known`, `Use one of: ${allowed.join(', ')}.`);
    },

    url(key: Variable, protocols: readonly string[], example: string): string | null {
      const raw = text(key);
      if (raw === null || (URL.canParse(raw) && protocols.includes(new URL(raw).protocol))) return raw;
      return problem(key, 'the value given is not such an address', `Write it like ${example}.`);
    },

    startingWith(key: Variable, prefixes: readonly string[], name: string): string | null {
      const raw = text(key);
      if (raw === null || prefixes.some((prefix) => raw.startsWith(prefix))) return raw;
      return problem(key, `does not start with ${prefixes[0]}`, `Copy ${name} from the app's pages at api.slack.com.`);
    },
  };
}

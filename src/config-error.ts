/** One thing that keeps Meari from starting, and how to mend it. Never holds the value of a secret. */
export type Problem = {
  /** The variable, or file, line and path inside the playbook. */
  readonly where: string;
  readonly what: string;
  readonly mend: string;
};

/** Everything that is wrong with the configuration, at once: nobody should have to start six times to learn six things. */
export class ConfigError extends Error {
  readonly code = 'CONFIG_INVALID';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const lines = problems.map(({ where, what, mend }) => `  ${where}: ${what}\n    → ${mend}`);
    const count = problems.length === 1 ? 'One thing' : `${problems.length} things`;
    super(`${count} in the configuration must be mended before Meari can start:\n${lines.join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

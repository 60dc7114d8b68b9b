/** Closes a switch over a union: the compiler complains here when a case has been forgotten. */
export const unreachable = (value: never): never => {
  throw new Error(`unknown case: ${JSON.stringify(value)}`);
};

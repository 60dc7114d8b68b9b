/** Where in the playbook, from the root: keys and list places. */
export type Path = readonly (string | number)[];
/** What is wrong with a value, and how to mend it. */
export type Fault = { readonly what: string; readonly mend: string };
export type Finding = Fault & { readonly path: Path };

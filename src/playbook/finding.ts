/** Where in the playbook, from the root: keys and list places. */
export type Path = readonly (string | number)[];
export type Finding = { readonly path: Path; readonly what: string; readonly mend: string };

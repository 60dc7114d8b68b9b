/** What a person enters, by field name: text, choice value(s), day, or milliseconds for a moment. */
export type Entries = Readonly<Record<string, string | readonly string[] | number>>;

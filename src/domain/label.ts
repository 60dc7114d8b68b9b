/** The languages people read. */
export type Locale = 'ko' | 'en';
export const locales: readonly Locale[] = ['ko', 'en'];
/** What people see of a code. */
export type Label = Readonly<Record<Locale, string>>;

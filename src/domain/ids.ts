/** What must not be mixed carries a brand; brands are made at the edges only. */
export type Brand<T, B extends string> = T & { readonly __brand: B };

/** The number people say aloud: 142 is shown as `VOC-0142`. */
export type CaseId = Brand<number, 'CaseId'>;
/** Cases of one problem, linked. Named after the case it began with: its number. */
export type ClusterId = Brand<number, 'ClusterId'>;
/** The number of a process change: 12 is shown as `CHG-0012`. */
export type ChangeId = Brand<number, 'ChangeId'>;
export type PersonId = Brand<string, 'PersonId'>;
export type DepartmentCode = Brand<string, 'DepartmentCode'>;
/** What made a command: the platform's own id of the click, command or submission. One causation acts once. */
export type CausationId = Brand<string, 'CausationId'>;
/** Keyed hash of a customer's contact: two cases of one customer meet without anybody reading who it is. */
export type CustomerKey = Brand<string, 'CustomerKey'>;
/** Text from which personal data has been masked. Only `redact` makes it. */
export type MaskedText = Brand<string, 'MaskedText'>;

export const caseId = (n: number): CaseId => n as CaseId;
export const clusterId = (n: number): ClusterId => n as ClusterId;
export const changeId = (n: number): ChangeId => n as ChangeId;
export const personId = (s: string): PersonId => s as PersonId;
export const departmentCode = (s: string): DepartmentCode => s as DepartmentCode;
export const causationId = (s: string): CausationId => s as CausationId;
export const customerKey = (s: string): CustomerKey => s as CustomerKey;

/** `142` → `VOC-0142`. */
export const caseNumber = (id: CaseId): string => `VOC-${String(id).padStart(4, '0')}`;

/** `12` → `CHG-0012`. */
export const changeNumber = (id: ChangeId): string => `CHG-${String(id).padStart(4, '0')}`;

/** Reads `CHG-12`; null when it is no number of a change. */
export function parseChangeNumber(text: string): ChangeId | null {
  const digits = /^chg[-\s]?0*([1-9]\d{0,8})$/i.exec(text.trim())?.[1];
  return digits === undefined ? null : changeId(Number(digits));
}

/** Reads `VOC-142`, `voc 0142`, `#142` or `142`; null when it is no case number. */
export function parseCaseNumber(text: string): CaseId | null {
  const digits = /^(?:voc[-\s]?|#)?0*([1-9]\d{0,8})$/i.exec(text.trim())?.[1];
  return digits === undefined ? null : caseId(Number(digits));
}

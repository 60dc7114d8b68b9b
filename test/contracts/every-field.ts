import type { Form } from '../../src/ports/form.ts';

const choices = (...values: readonly string[]) => values.map((value) => ({ value, label: `${value} 고르기` }));
const optional = { required: false } as const;

/** A form with a field of every kind. */
export const everyField: Form = {
  step: 'file',
  title: 'VOC 등록',
  submit: '등록',
  cancel: '취소',
  intro: [],
  outro: [],
  fields: [
    {
      ...optional,
      name: 'words',
      label: '고객의 말',
      type: 'text',
      multiline: true,
      maxLength: 3_000,
      refreshes: true,
    },
    { ...optional, name: 'amount', label: '금액', type: 'number', min: 0 },
    { ...optional, name: 'department', label: '부서', type: 'select', choices: choices('logistics', 'quality') },
    {
      ...optional,
      name: 'wants',
      label: '원하는 것',
      type: 'multiSelect',
      choices: choices('refund', 'a,b', 'apology'),
    },
    { ...optional, name: 'verdict', label: '반응', type: 'pick', choices: choices('accepted', 'dissatisfied') },
    { ...optional, name: 'same', label: '같은 일', type: 'checkbox', choice: { value: 'yes', label: '같습니다' } },
    { ...optional, name: 'from', label: '첫날', type: 'day' },
    { ...optional, name: 'eta', label: '예정', type: 'moment' },
  ],
  context: { caseId: '142', permalink: 'https://chat.example/1795651000000200' },
};

/** All of it filled in. */
export const filled = {
  words: '배송이 <b>2주째</b> & 안 와요',
  amount: '30000',
  department: 'quality',
  // By what it is called: a value with a comma in it travels encoded.
  wants: ['refund', 'a,b 고르기'],
  verdict: 'dissatisfied',
  same: ['yes'],
  from: '2026-12-01',
  // 2026-12-01 17:40 in Seoul.
  eta: Date.UTC(2026, 11, 1, 8, 40),
};

import { expect, it } from 'vitest';
import { faultOf } from '../../db/faults.ts';
import { faultKind } from '../../src/app/faults.ts';

const thrown = (code: string) => Object.assign(new Error('what the driver said'), { code });

it.each([
  ['53100', 'DATABASE_UNUSABLE', 'the disk is full'],
  ['58030', 'DATABASE_UNUSABLE', 'a file cannot be read'],
  ['53300', 'DATABASE_UNREACHABLE', 'there are too many clients'],
  ['57P01', 'DATABASE_UNREACHABLE', 'the server is stopping'],
  ['25006', 'DATABASE_UNREACHABLE', 'the primary has become a standby'],
  ['ECONNREFUSED', 'DATABASE_UNREACHABLE', 'nobody listens'],
])('%s is %s, and told to people as: it cannot be saved right now (%s)', (state, code) => {
  const fault = faultOf(thrown(state));
  expect(fault).toMatchObject({ code, sqlState: state });
  expect(faultKind(fault)).toBe('database');
});

it('a statement the server refuses is our own fault, and told so', () => {
  const fault = faultOf(thrown('42703'));
  expect(fault.code).toBe('STATEMENT_FAILED');
  expect(faultKind(fault)).toBe('unexpected');
});

import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/app/faults.ts';

const said = '환불해 주세요 010-1234-5678';

describe('a fault in the log', () => {
  it('is its name, its code and its place', () => {
    const fault = Object.assign(new TypeError('no such thing'), { code: 'E_ODD' });
    expect(faultOf(fault)).toEqual({
      fault: 'TypeError',
      code: 'E_ODD',
      at: expect.stringMatching(/faults\.test\.ts/),
    });
  });

  it.each([
    ['one line', `cannot read: ${said}`],
    ['several lines', `cannot read\n${said}\n    at ${said}\n${said}`],
    ['nothing', ''],
  ])('never holds its message, be that %s', (_, message) => {
    const logged = JSON.stringify(faultOf(new Error(message)));
    expect(logged).not.toContain('010-1234');
    expect(logged).toContain('faults.test.ts');
  });

  it('never holds a message that was changed after it was thrown', () => {
    const fault = new Error(`first\n    at ${said}`);
    fault.message = 'second';
    expect(JSON.stringify(faultOf(fault))).not.toContain('010-1234');
  });

  it('says of what is no error only what it is', () => {
    expect(faultOf(said)).toEqual({ fault: 'string' });
  });
});

import { describe, expect, it } from 'vitest';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import { changed, only, problemsOf } from '../support/playbook-file.ts';
import { shipped } from '../support/shipped-playbook.ts';

const agent = '{ role: csAgent, perCase: 30000, perCustomer: 100000 }';

describe('authority over money', () => {
  it('S4-09 ships with a limit for every level, and none for the executives', () => {
    expect(shipped.authority).toMatchObject({
      days: 90,
      levels: [
        { role: 'csAgent', perCase: 30_000, perCustomer: 100_000 },
        { role: 'csLead', perCase: 200_000 },
        { role: 'deptLead', perCase: 1_000_000 },
        { role: 'executive', perCase: null, perCustomer: null },
      ],
      answer: { urgent: { unit: 'wall', minutes: 120 }, otherwise: { unit: 'days', days: 1 } },
    });
    const from = Object.fromEntries(shipped.authority.remedies.map((kind) => [kind.code, kind.from]));
    expect(from).toMatchObject({
      money: null,
      points: null,
      resend: 'csAgent',
      deadline: 'csLead',
      visit: 'deptLead',
      policy: 'executive',
    });
  });

  it('a company sets its own: other limits, fewer levels, another word', () => {
    const own = loadPlaybook(
      changed(
        [agent, '{ role: csAgent, perCase: 0, perCustomer: unlimited }'],
        ['perCustomer: 200000', 'perCustomer: unlimited'],
        ['perCustomer: 1000000', 'perCustomer: unlimited'],
      ),
    );
    expect(own.authority.levels[0]).toEqual({ role: 'csAgent', perCase: 0, perCustomer: null });
  });

  it('is refused where a higher level may give less: a request would climb past who could answer it', () => {
    expect(only(changed(['perCase: 200000', 'perCase: 20000']))).toMatchObject({
      what: '"perCase" is less than one level below',
      mend: 'List the roles from the lowest authority to the highest.',
    });
    expect(only(changed(['perCustomer: 100000', 'perCustomer: unlimited'])).what).toContain('"perCustomer" is less');
  });

  it('is refused where a role comes twice, nobody has it, or a limit is no amount', () => {
    expect(problemsOf(changed([agent, '{ role: csLead, perCase: 30000, perCustomer: 100000 }']))[0]?.what).toContain(
      'used twice',
    );
    expect(problemsOf(changed([agent, '{ role: vocDesk, perCase: 30000, perCustomer: 100000 }']))[0]?.mend).toContain(
      'csAgent',
    );
    expect(problemsOf(changed(['perCase: 30000', 'perCase: -1'])).length).toBe(1);
    expect(problemsOf(changed(['perCase: 30000', 'perCase: a lot'])).length).toBeGreaterThan(0);
  });

  it('is refused where a remedy is given by no level, or none is money', () => {
    const level = '    - { role: executive, perCase: unlimited, perCustomer: unlimited }\n';
    expect(only(changed([level, '']))).toMatchObject({ what: '"executive" is no role under authority.levels' });
    const noMoney = changed(
      ['en: Money back or compensation }', 'en: Money back or compensation, from: csAgent }'],
      ['en: Points or a coupon }', 'en: Points or a coupon, from: csAgent }'],
    );
    expect(only(noMoney).what).toBe('nothing here is money');
  });
});

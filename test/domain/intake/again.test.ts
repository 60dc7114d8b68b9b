import { describe, expect, it } from 'vitest';
import { withContacts } from '../../../src/domain/intake/again.ts';
import { severityRules } from '../../support/a-severity.ts';

const ticked = (suggested: readonly string[], before: number) => withContacts(suggested, before, severityRules);

describe('contacts before this one', () => {
  it('one is a second contact, two or more a third', () => {
    expect(ticked(['C2'], 0)).toEqual(['C2']);
    expect(ticked(['C2'], 1)).toEqual(['C2', 'F1']);
    expect(ticked(['C2'], 2)).toEqual(['C2', 'F2']);
    expect(ticked(['C2'], 9)).toEqual(['C2', 'F2']);
  });

  it('what the words say already counts where it says more, and gives way where it says less', () => {
    expect(ticked(['F2'], 1)).toEqual(['F2']);
    expect(ticked(['F1', 'C2'], 3)).toEqual(['C2', 'F2']);
    expect(ticked(['F1'], 1)).toEqual(['F1']);
  });
});

import { describe, expect, it } from 'vitest';
import { decodeCase, decodeEvent, encodeEvent } from '../../db/event-codec.ts';
import { nextDue } from '../../src/domain/sla/next-due.ts';
import { untimed } from '../../src/domain/sla/sla-clock.ts';
import { everyEvent } from '../render/events-of-every-type.ts';
import { aPlaybook } from '../support/a-playbook.ts';
import { filed, routedTo, toWorking } from '../support/case-events.ts';
import { caseAfter } from '../support/given.ts';

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('what was stored', () => {
  it('comes back as it was, whatever happened', () => {
    for (const event of everyEvent) {
      const row = { ...throughJson(encodeEvent(event)), case_id: 1, version: 1, causation_id: 'slack:1' };
      expect(decodeEvent(row).event).toEqual(throughJson(event));
    }
  });

  it('a case keeps its clocks', () => {
    const state = caseAfter(...toWorking);
    expect(state.sla.clocks.length).toBeGreaterThan(0);
    expect(decodeCase({ id: 1, version: 4, state: throughJson(state) }).state).toEqual(state);
  });

  it('a case from before there were clocks was promised nothing, so nothing is ever due', () => {
    const { sla: _none, ...old } = throughJson(caseAfter(filed(), routedTo()));
    const read = decodeCase({ id: 1, version: 2, state: old as ReturnType<typeof caseAfter> });
    expect(read.state.sla).toEqual(untimed);
    expect(read.state).toMatchObject({ status: 'routed' });
    expect(nextDue(read.state, aPlaybook)).toBeNull();
  });
});

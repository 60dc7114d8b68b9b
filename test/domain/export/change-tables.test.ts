import { describe, expect, it } from 'vitest';
import { type ChangeState, unbegun } from '../../../src/domain/change/change.ts';
import { evolveChange } from '../../../src/domain/change/evolve.ts';
import { changeEventRows, changeRow } from '../../../src/domain/export/change-rows.ts';
import { clusterRow } from '../../../src/domain/export/cluster-rows.ts';
import { causationId, changeId, clusterId } from '../../../src/domain/ids.ts';
import { changeEvents, changeTime } from '../../support/a-process-change.ts';
import { masked } from '../../support/case-events.ts';
import { countedAt } from '../../support/exported.ts';

const soon = countedAt(changeTime(60));

function changeAfter(types: Parameters<typeof changeEvents>[0]) {
  const events = changeEvents(types);
  const history = events.map((event, i) => ({ version: i + 1, causationId: causationId(`x${i}`), event }));
  const state = events.reduce<ChangeState>(evolveChange, unbegun);
  if (state.status === 'unbegun') throw new Error('a change begins');
  return { record: { id: changeId(12), version: history.length, state }, history, root: clusterId(1) };
}

describe('a process change in one row', () => {
  const proven = changeAfter([
    'ChangeDemanded',
    'ChangeProposed',
    'ChangeAccepted',
    'ChangeDeployed',
    'EffectVerified',
  ]);

  it('says when it was demanded, proposed, accepted, in force and proven, and by how much', () => {
    expect(changeRow(proven, soon)).toMatchObject({
      change: 'CHG-0012',
      cluster: 'VOC-0001',
      status: 'effective',
      department: 'logistics',
      demandLevel: 'alert',
      demandedAt: '2026-11-23T10:00:00+09:00',
      proposedAt: '2026-11-23T10:01:00+09:00',
      acceptedAt: '2026-11-23T10:02:00+09:00',
      deployedAt: '2026-11-23T10:03:00+09:00',
      verifiedAt: '2026-11-23T10:04:00+09:00',
      before: 10,
      total: 1,
      allowed: 8,
    });
  });

  it('has its log beside it, with where it stood after each step', () => {
    expect(changeEventRows(proven, soon).map(({ type, status, code }) => [type, status, code])).toEqual([
      ['ChangeDemanded', 'demanded', 'alert'],
      ['ChangeProposed', 'proposed', 'process'],
      ['ChangeAccepted', 'accepted', ''],
      ['ChangeDeployed', 'deployed', 'severe'],
      ['EffectVerified', 'effective', 'effective'],
    ]);
  });
});

describe('a problem in one row', () => {
  const state = { name: null, level: 'watch', reached: {}, joined: null, metric: null } as const;

  it('is called by what the first customer went through, until somebody names it', () => {
    const one = {
      record: { id: clusterId(3), version: 1, state },
      joined: [],
      reached: {},
      figures: null,
      firstSaid: '계란이 깨져 옴',
    };
    const named = { ...one, record: { ...one.record, state: { ...state, name: masked('새벽배송 파손') } } };
    expect([clusterRow(one, soon).name, clusterRow(named, soon).name]).toEqual(['계란이 깨져 옴', '새벽배송 파손']);
  });

  it('says until when a warning is to have its accepted change: twenty business days', () => {
    const one = {
      record: { id: clusterId(3), version: 1, state },
      joined: [clusterId(9)],
      reached: { watch: changeTime(0) },
      figures: null,
      firstSaid: '',
    };
    expect(clusterRow(one, soon)).toMatchObject({
      joined: 'VOC-0009',
      watchAt: '2026-11-23T10:00:00+09:00',
      changeDue: '2026-12-21T18:00:00+09:00',
    });
  });
});

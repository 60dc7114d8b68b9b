import { describe, expect, it } from 'vitest';
import type { CaseEvent, CaseEventOf, CaseEventType } from '../../src/domain/case/events.ts';
import { storyLine } from '../../src/render/story-line.ts';
import { en, ko } from './cases-of-every-status.ts';
import { eventOf } from './events-of-every-type.ts';

const byTime = <T extends CaseEventType>(type: T, data: Partial<CaseEventOf<T>['data']> = {}): CaseEvent => {
  const event = eventOf(type);
  return { ...event, by: null, data: { ...event.data, ...data } } as CaseEvent;
};
const by = (type: CaseEventType) => storyLine(eventOf(type), ko);

describe('the story of time', () => {
  it('half way the thread is told what is due, and when; nobody is named', () => {
    expect(storyLine(byTime('CaseNudged'), ko)).toBe('메아리 · 처리 · 절반 지났습니다. 11/26(목) 18:00까지입니다.');
    expect(storyLine(byTime('CaseNudged'), en)).toBe(
      'Meari · Fix · half of the time has passed. Due by Thu 26 Nov 18:00.',
    );
  });

  it('later rungs say whom they reached', () => {
    const eighty = { rung: 80, to: ['owner'] as const };
    expect(storyLine(byTime('CaseNudged', eighty), ko)).toBe(
      '메아리 · 처리 · 80 % 지났습니다. 11/26(목) 18:00까지입니다. 담당자에게 알렸습니다.',
    );
  });

  it('what has passed is said without blame, and rungs that nobody could send are named', () => {
    const said = storyLine(byTime('CaseEscalated'), ko);
    expect(said).toBe(
      '메아리 · 처리 · 11/23(월) 09:00까지였습니다. 리더, CS 리더에게 알렸습니다. 앞의 알림(80 %, 100 %)을 대신합니다.',
    );
    expect(said).not.toMatch(/늦|지연|위반|왜/);
    expect(storyLine(byTime('CaseEscalated'), en)).toBe(
      'Meari · Fix · it was due by Mon 23 Nov 09:00. Told: lead, CS lead. It stands for earlier reminders too (80 %, 100 %).',
    );
  });

  it('tells one obstacle from another, and names a duty as the playbook does', () => {
    const obstacle = byTime('CaseNudged', { clock: 'obstacle', of: '2' });
    expect(storyLine(obstacle, ko)).toContain('막힌 점 2 답변 · 절반');
    const duty = byTime('CaseNudged', { clock: 'statutory', of: 'privacy_leak' });
    expect(storyLine(duty, ko)).toContain('법정 기한(개인정보 유출 신고·통지) · 절반');
    const gone = byTime('CaseNudged', { clock: 'statutory', of: 'abolished' });
    expect(storyLine(gone, ko)).toContain('법정 기한(abolished) · 절반');
  });

  it('a calendar that was changed shows the old time and the new one', () => {
    expect(storyLine(byTime('DuesMoved'), ko)).toBe(
      '메아리 · 달력이 바뀌어 기한이 옮겨졌습니다. 처리: 11/26(목) 18:00 → 11/27(금) 18:00, 막힌 점 2 답변: 11/23(월) 18:00 → 11/24(화) 18:00',
    );
  });

  it('what time did itself reads unlike what a person did', () => {
    expect(by('CaseResumed')).toBe('김하나 님 · 다시 진행합니다.');
    expect(storyLine(byTime('CaseResumed'), ko)).toBe('메아리 · 기다리던 날이 되어 다시 진행합니다.');
    expect(by('CaseClosed')).toBe('김하나 님 · 종결했습니다.');
    expect(storyLine(byTime('CaseClosed'), ko)).toBe('메아리 · 고객이 받아들였고 더 하신 말씀이 없어 종결했습니다.');
  });

  it('what people do about time', () => {
    expect(by('CustomerContacted')).toBe(
      '김하나 님 · 고객에게 연락했습니다(전화, 11/23(월) 09:40): 오늘 안에 다시 보낸다고 알림',
    );
    expect(by('CaseContained')).toBe('김하나 님 · 임시조치를 했습니다: 같은 상자의 출고를 멈춤');
    expect(by('ProgressConfirmed')).toBe('김하나 님 · 진행하고 있습니다. 완충재를 시험하고 있음');
    expect(storyLine({ ...eventOf('ProgressConfirmed'), data: { note: null } } as CaseEvent, ko)).toBe(
      '김하나 님 · 진행하고 있습니다.',
    );
    expect(by('NudgesSnoozed')).toBe(
      '김하나 님 · 처리 알림을 11/23(월) 11:00까지 미뤘습니다. 이유: 협력사 답을 기다림',
    );
    expect(by('NewDueSet')).toBe('김하나 님 · 처리 · 새 기한은 11/27(금) 18:00입니다. 이유: 완충재가 금요일에 들어옴');
  });

  it('a duty says since when it is known and by when it is due', () => {
    expect(by('StatutoryAttached')).toBe(
      '김하나 님 · 법정 기한을 붙였습니다: 개인정보 유출 신고·통지 · 11/23(월) 09:00에 알았습니다. 11/26(목) 09:00까지입니다.',
    );
    expect(by('StatutoryDischarged')).toBe(
      '김하나 님 · 법정 기한을 마쳤습니다: 개인정보 유출 신고·통지 · 위원회에 신고함',
    );
  });
});

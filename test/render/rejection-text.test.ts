import { describe, expect, it } from 'vitest';
import type { FieldProblem } from '../../src/domain/case/rejections.ts';
import { caseId } from '../../src/domain/ids.ts';
import { steps } from '../../src/ports/card.ts';
import { formFor } from '../../src/render/case-forms.ts';
import { faultText } from '../../src/render/fault-text.ts';
import { fieldErrors, rejectionText } from '../../src/render/rejection-text.ts';
import { people, quality } from '../support/a-playbook.ts';
import { asPerson, at, en, everyRecord, ko, someone } from './cases-of-every-status.ts';
import { everyProblem, everyRejection } from './rejections-of-every-type.ts';

const problem = (field: string, type: 'required' | 'unknown'): FieldProblem => ({ field, problem: { type } });

describe('an expected no', () => {
  it('is a whole sentence for every rejection, in both languages', () => {
    for (const rejection of everyRejection) {
      for (const r of [ko, en]) {
        const said = rejectionText(rejection, r);
        expect(said, rejection.type).toMatch(/[.?]$/);
        expect(said).not.toMatch(/undefined|\[object|NaN|\[\]/);
        expect(said).not.toContain(rejection.type);
      }
    }
  });

  it('says in Korean what to do, or who can, or what happens next', () => {
    for (const rejection of everyRejection) {
      if (rejection.type === 'InvalidInput') continue;
      expect(rejectionText(rejection, ko), rejection.type).toMatch(/주세요|할 수 있습니다|다음 단계|니다\.$/);
    }
  });

  it('tells the slower of two who was faster, and when', () => {
    const by = someone.hana;
    expect(rejectionText({ type: 'AlreadyAcknowledged', by, at: at(12) }, ko)).toContain(
      '이미 김하나 님이 확인했습니다(10:12)',
    );
    expect(rejectionText({ type: 'AlreadyAcknowledged', by, at: at(12) }, en)).toContain(
      '김하나 already has it (10:12)',
    );
  });

  it('S0-09: only the VOC desk decides the department', () => {
    const needs = { type: 'roles', roles: ['vocDesk'] } as const;
    expect(rejectionText({ type: 'NotAllowed', needs }, ko)).toContain('VOC 조정관만 정할 수 있습니다');
  });

  it('answers a late press with where the case is now and the next step', () => {
    const late = { type: 'NotNow', command: 'StartWork', by: someone.hana, at: at(-12) } as const;
    expect(rejectionText({ ...late, status: 'working' }, ko)).toBe(
      '지금은 ‘처리 중’ 상태입니다(김하나 님, 09:48). 다음 단계는 [조치 완료]입니다.',
    );
    expect(rejectionText({ ...late, status: 'closed' }, ko)).toBe(
      '이미 종결된 건입니다(김하나 님, 09:48). 다시 열려면 [다시 열기]를 눌러 주세요.',
    );
  });

  it('S3-08: a fixed case is not closed before the customer has been told', () => {
    expect(rejectionText({ type: 'ClosingGatesOpen', gates: ['customerTold'] }, ko)).toBe(
      '고객 회신이 아직 없습니다. 회신 후 종결할 수 있습니다.',
    );
    const early = { type: 'NotNow', command: 'CloseCase', status: 'working', by: null, at: null } as const;
    expect(rejectionText(early, en)).toContain('The customer has not been told yet.');
  });

  it('S3-04: different customers are not merged, and the sentence says what to do instead', () => {
    const said = rejectionText({ type: 'NotSameCustomer', into: caseId(413) }, ko);
    expect(said).toContain('VOC-0413은 다른 고객의 건');
    expect(said).toContain('[비슷한 건]');
  });

  it('says that a settled department is binding, with its particle', () => {
    expect(rejectionText({ type: 'AssignmentIsBinding', department: quality }, ko)).toContain('품질로 정한 건');
  });
});

describe('a sentence at the field', () => {
  it('exists for every problem in every step', () => {
    for (const step of steps) {
      for (const r of [ko, en]) {
        for (const p of everyProblem) {
          const [[field, said] = []] = Object.entries(fieldErrors([p], step, r));
          expect(field).toBe('reason');
          expect(said).toMatch(/[.?]$/);
        }
      }
    }
  });

  it.each([
    ['fix', 'fixType', 'unknown', '무엇을 해결했는지 골라 주세요.', 'S1-01'],
    ['fix', 'basis', 'required', '보상 근거(약관 조항·분쟁해결기준)를 적어 주세요.', 'S0-25'],
    ['refuse', 'reason', 'unknown', '목록에 있는 이유를 고르고, 근거(건수·비율·규정)를 적어 주세요.', 'S0-16'],
    ['refuse', 'evidence', 'required', '근거(건수·비율·규정)를 적어 주세요.', 'S0-16'],
    ['refuse', 'whyUnreasonable', 'required', '기대가 합리적이지 않은 이유를 적어 주세요.', 'S2-04'],
    ['file', 'experience', 'required', '고객이 겪은 일을 한 줄로 적어 주세요.', 'S0-20'],
    ['return', 'department', 'required', '더 맞는 부서를 함께 골라 주세요.', 'S4-05'],
    ['acknowledge', 'caller', 'required', '고객에게 전화할 사람을 골라 주세요.', 'S0-23'],
    ['file', 'touchpoint', 'unknown', '목록에 없는 값입니다. 다시 골라 주세요.', 'S2-10'],
  ] as const)('%s: %s %s reads “%s” (%s)', (step, field, type, said, _check) => {
    expect(fieldErrors([problem(field, type)], step, ko)).toEqual({ [field]: said });
  });

  it('stands at a field that the form has', () => {
    const said = fieldErrors([{ field: 'options', problem: { type: 'optionCount' } }], 'ask-decision', ko);
    const working = everyRecord.find((x) => x.state.status === 'working') ?? null;
    const names = formFor('ask-decision', working, asPerson(people.hana), ko)?.fields.map((f) => f.name);
    for (const field of Object.keys(said)) expect(names).toContain(field);
  });

  it('shows one sentence where a field has two problems', () => {
    const two = [problem('why', 'required'), { field: 'why', problem: { type: 'tooShort', min: 10 } } as const];
    expect(Object.keys(fieldErrors(two, 'transfer', ko))).toEqual(['why']);
  });
});

describe('breakage', () => {
  it('is answered with what it means and what to do', () => {
    for (const kind of ['database', 'busy', 'unexpected', 'key'] as const) {
      expect(faultText(kind, ko)).toMatch(/주세요\.$/);
      expect(faultText(kind, en)).toMatch(/\.$/);
    }
  });
});

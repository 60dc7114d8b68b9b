import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft, type DraftWarning } from '../../../src/domain/learning/draft-check.ts';
import { shipped } from '../../support/shipped-playbook.ts';

const rules = shipped.care.drafts;
const names = ['김하나', '물류', 'Logistics'];
const look = (draft: string, onCase = ''): readonly DraftWarning[] => checkDraft(draft, rules, { names, onCase });
const types = (draft: string, onCase = ''): readonly string[] => look(draft, onCase).map(({ type }) => type);

describe('looking a reply over', () => {
  it('S1-08 three apologies and no date are two warnings', () => {
    for (const draft of [
      '고객님, 정말 죄송합니다. 불편을 드려 죄송합니다. 진심으로 사과드립니다.',
      '죄송합니다. 거듭 죄송합니다. 사과의 말씀을 드리며, 확인 후 연락드리겠습니다.',
      'We are sorry. We are so sorry for this. We apologise again and will check and get back to you.',
    ]) {
      expect(types(draft), draft).toEqual(['apologies', 'missing']);
    }
    const missing = look('죄송합니다. 거듭 죄송합니다. 사과드립니다. 물류 김하나가 교환해 드립니다.');
    expect(missing).toEqual([
      { type: 'apologies', count: 3, most: 1 },
      { type: 'missing', parts: ['time'], later: null },
    ]);
  });

  it('S1-08 one apology, two options and a time are none', () => {
    for (const draft of [
      '불편을 드려 죄송합니다. 교환이나 환불 가운데 고르실 수 있습니다. 11/26(목) 15:00까지 물류 김하나가 전화드립니다.',
      '깨진 채로 받으셨다니 죄송합니다. 새 상품을 다시 보내 드리거나 전액 환불해 드립니다. 제가 내일 15시에 전화드리겠습니다.',
      "We're sorry that it arrived broken. We can send you a new one or refund it in full. I'll call you by 3 pm tomorrow.",
    ]) {
      expect(look(draft), draft).toEqual([]);
    }
  });

  it('thanks in place of an apology do as well', () => {
    expect(look('알려 주셔서 감사합니다. 새 제품으로 교환해 드립니다. 물류팀이 11월 26일까지 보냅니다.')).toEqual([]);
  });

  it('S3-02 gushing and honouring the coffee are two warnings, and nothing else is asked of a greeting', () => {
    expect(look('사랑합니다 고객님, 커피 나오셨습니다')).toEqual([
      { type: 'honorific', words: ['커피 나오셨'] },
      { type: 'gushing', words: ['사랑합니다'] },
    ]);
  });

  it('S3-02 people may be honoured: only things may not', () => {
    expect(types('고객님께서 말씀하신 대로 처리했습니다.')).toEqual([]);
    expect(types('커피 나왔습니다')).toEqual([]);
    expect(types('환불 가능하십니다')).toEqual(['honorific']);
    expect(types('그 상품은 품절이십니다')).toEqual(['honorific']);
  });

  it('"we will check and call" needs the time of the call', () => {
    expect(look('확인 후 연락드리겠습니다.')).toMatchObject([
      { type: 'missing', later: expect.stringContaining('확인 후') },
    ]);
    expect(look('제가 환불 여부를 확인 후 오늘 17시까지 연락드리겠습니다.')).toEqual([]);
  });

  it('rules of the house and "not my department" are no answer', () => {
    expect(types('내부 규정상 어렵습니다')).toEqual(['barrier']);
    expect(types('그 일은 제 담당이 아닙니다')).toEqual(['barrier']);
    expect(types('It is against company policy')).toEqual(['barrier']);
  });

  it('notices when the customer is asked for what the case knows', () => {
    const onCase = '주문번호 20261008-0071234, 연락처 010-••••-1234로 주세요';
    const asking = '주문번호를 알려 주시겠어요';
    expect(look(asking, onCase)).toEqual([{ type: 'asksAgain', label: { ko: '주문번호', en: 'the order number' } }]);
    expect(types(asking, '계란이 깨졌어요')).toEqual([]);
    expect(types('연락처를 남겨 주세요', onCase)).toEqual(['asksAgain']);
    expect(types('어떤 문제가 있었는지 다시 설명해 주세요')).toEqual(['asksAgain']);
    expect(types('원하시는 쪽을 알려 주세요')).toEqual([]);
  });

  it('says the same of the same draft, whatever it is, and never breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (draft) => {
        expect(look(draft)).toEqual(look(draft));
        expect(look(draft).filter(({ type }) => type === 'missing').length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('reads a long hostile draft in no time', () => {
    const draft = '확인 후 '.repeat(700) + '커피이나오셨'.repeat(300);
    const from = performance.now();
    look(draft, draft);
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});

import { departmentCode } from '../../src/domain/ids.ts';
import type { CareRules } from '../../src/domain/learning/care-rules.ts';

/** Help for those who talk to customers, with the numbers that ship. */
export const careRules: CareRules = {
  effort: {
    points: { contact: 1, channel: 1, handover: 1, explained: 2, broken: 1, waited: 1 },
    cap: 10,
    waitMinutes: 10,
    graceMinutes: 10,
  },
  again: { days: 90 },
  quiet: { days: 90 },
  feedback: { department: departmentCode('it'), channel: 'staff', want: 'other' },
  drafts: {
    apologies: 1,
    sentences: 2,
    apology: ['죄송|사과', '\\bsorry\\b'],
    time: ['\\d{1,2}시|내일', '\\btomorrow\\b'],
    who: ['제가', "\\bI'll\\b"],
    option: ['교환|환불', '\\bor\\b'],
    later: ['확인 후.{0,6}연락', 'get back to you'],
    barriers: ['내부 규정상'],
    honorifics: ['커피 나오셨'],
    gushing: ['사랑합니다'],
    asks: [
      { label: { ko: '주문번호', en: 'the order number' }, any: ['주문번호.{0,10}알려'], known: ['주문번호 \\d'] },
    ],
  },
};

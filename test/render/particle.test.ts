import { describe, expect, it } from 'vitest';
import { withParticle } from '../../src/render/words/particle.ts';

describe('Korean particles', () => {
  it.each([
    ['물류', '물류로'],
    ['품질', '품질로'],
    ['시설', '시설로'],
    ['상품', '상품으로'],
    ['매장·현장 운영', '매장·현장 운영으로'],
    ['IT', 'IT로'],
    ['VOC-0141', 'VOC-0141로'],
    ['VOC-0413', 'VOC-0413으로'],
    ['물류(서울)', '물류(서울)로'],
  ])('%s takes 으로 or 로 by its sound', (word, said) => {
    expect(withParticle(word, '으로/로')).toBe(said);
  });

  it.each([
    ['VOC-0410', '을/를', 'VOC-0410을'],
    ['VOC-0412', '을/를', 'VOC-0412를'],
    ['VOC-0419', '은/는', 'VOC-0419는'],
    ['VOC-0417', '이/가', 'VOC-0417이'],
    ['S4', '과/와', 'S4와'],
    ['QA', '이/가', 'QA가'],
    ['QA팀', '이/가', 'QA팀이'],
    ['CRM', '을/를', 'CRM을'],
    ['team', '은/는', 'team은'],
    ['“고객”', '이/가', '“고객”이'],
    ['', '을/를', '를'],
  ] as const)('%s with %s reads %s', (word, particle, said) => {
    expect(withParticle(word, particle)).toBe(said);
  });
});

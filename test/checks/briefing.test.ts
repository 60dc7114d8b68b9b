import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/ports/interaction.ts';
import { linesOf } from '../render/plain.ts';
import { labelledVoice } from '../support/fixtures.ts';
import { textOf } from '../support/front-door.ts';
import { filed, plans, stages } from '../support/stages.ts';

const hour = 3_600_000;
const briefIn = (reply: Reply): readonly string[] => {
  if (reply.type !== 'say') throw new Error(textOf(reply));
  return linesOf(reply.card);
};

describe('the call brief', () => {
  it('S0-24 a stranded family: what happened, what they want, who calls when, and what the caller may give, in eight lines', async () => {
    const voice = labelledVoice(15);
    const door = await filed({
      words: voice.text,
      kind: voice.kind,
      department: 'operations',
      signals: voice.signals.map(({ code }) => code),
      experience: '연결편을 놓치고 카운터에 직원이 없었다',
      struggled: ['explained'],
    });
    await door.does('soeun', 'acknowledge', 1, { caller: 'duri', callbackAt: door.at(hour), eta: door.at(2 * hour) });
    await door.does('soeun', 'start', 1, { plan: '대체편을 회사가 결제', eta: door.at(2 * hour) });
    const lines = briefIn(await door.press('duri', 'brief', 1));
    expect(lines.length).toBeLessThanOrEqual(8);
    const said = lines.join('\n');
    for (const part of [
      'VOC-0001 · 통화 브리핑',
      '연결편을 놓치고',
      '환불',
      '대체편을 회사가 결제',
      '박두리 님이',
      '고객 노력 2',
      '권한 한도',
    ]) {
      expect(said).toContain(part);
    }
  });

  it('S0-24 after a fix it says what was done and what the customer heard last', async () => {
    const door = await stages.working();
    await door.does('duri', 'contact', 1, { channel: 'phone', gist: '내일 알려 드린다고 했습니다' });
    await door.does('hana', 'fix', 1, plans.fix);
    const said = briefIn(await door.press('duri', 'brief', 1)).join('\n');
    expect(said).toContain('완충재를 두 겹으로 바꿨습니다');
    expect(said).toContain('내일 알려 드린다고 했습니다');
  });

  it('S0-24 is on the case of whoever talks to the customer, and is for nobody who may not see the case', async () => {
    const door = await stages.fixed();
    const own = await door.command('duri', 'VOC-1');
    expect(JSON.stringify(own)).toContain('통화 브리핑');
    expect(JSON.stringify(await door.command('hana', 'VOC-1'))).not.toContain('통화 브리핑');
    expect(textOf(await door.press('yuna', 'brief', 1))).not.toContain('계란');
  });
});

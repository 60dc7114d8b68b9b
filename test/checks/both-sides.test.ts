import { describe, expect, it } from 'vitest';
import { cardText, linesOf } from '../render/plain.ts';
import { textOf } from '../support/front-door.ts';
import { filed, plans, stages } from '../support/stages.ts';

const hour = 3_600_000;

describe('both sides of a case', () => {
  it('S0-17 where the department stands is on the card beside what the customer went through, also after a transfer', async () => {
    const door = await stages.acknowledged();
    await door.does('hana', 'start', 1, { ...plans.start(door), position: '완충재는 계약 단가에 묶여 있습니다' });
    const line = linesOf(await door.card(1, 'logistics')).find((l) => l.includes('고객이 겪은 일'));
    expect(line).toContain('계란 절반이 깨져 왔다');
    expect(line).toContain('물류 입장 완충재는 계약 단가에 묶여 있습니다');
    await door.does('hana', 'transfer', 1, plans.toQuality);
    await door.does('yuna', 'accept', 1);
    expect(cardText(await door.card(1, 'quality'))).toContain('물류 입장 완충재는 계약 단가에 묶여 있습니다');
  });

  it('S0-17 it stands in the decision request too, and may be said or mended there', async () => {
    const door = await stages.acknowledged();
    await door.does('hana', 'start', 1, { ...plans.start(door), position: '완충재는 계약 단가에 묶여 있습니다' });
    const form = await door.press('hana', 'ask-decision', 1);
    expect(JSON.stringify(form)).toContain('완충재는 계약 단가에 묶여 있습니다');
    await door.send('hana', form, { ...plans.ask(door), position: '단가를 올리면 바꿀 수 있습니다' });
    const word = (await door.words('dain')).at(-1);
    if (word === undefined) throw new Error('the executive heard nothing');
    expect(cardText(word)).toContain('계란 절반이 깨져 왔다');
    expect(cardText(word)).toContain('물류 입장 단가를 올리면 바꿀 수 있습니다');
    expect(JSON.stringify(await door.press('dain', 'decide', 1))).toContain('단가를 올리면 바꿀 수 있습니다');
  });

  it('S3-19 S0-20 the filer’s view, the department’s and the customer’s words stand apart, none rewritten', async () => {
    const door = await filed({ opinion: '완충재가 얇아 보입니다' });
    const lines = linesOf(await door.card(1, 'logistics'));
    expect(lines).toContain('새벽배송으로 시킨 계란이 절반 넘게 깨져서 왔어요.');
    expect(lines.filter((l) => l.includes('완충재가 얇아 보입니다'))).toEqual(['접수자 의견 완충재가 얇아 보입니다']);
  });
});

describe('the thing itself', () => {
  it('S4-11 a complaint has a place for model, lot, use and photo, and the card shows it', async () => {
    const product = '모델 HB-200, 바코드 8801234567893, 사진은 이 글타래 첫 메시지';
    const door = await filed({ kind: 'claim', department: 'quality', product });
    expect(cardText(await door.card(1, 'quality'))).toContain(`제품 정보 ${product}`);
  });

  it('S4-11 what is written there is masked like every other text', async () => {
    const door = await filed({ product: 'HB-200, 010-0000-1234로 사진 받음' });
    expect((await door.case(1)).state.voice.product).toBe('HB-200, 010-••••-1234로 사진 받음');
  });

  it('S4-11 S4-15 answering the customer begins with thanks, not with an apology', async () => {
    const door = await stages.fixed();
    const form = await door.press('duri', 'reply', 1);
    expect(JSON.stringify(form)).toContain('감사로 시작해 주세요. 사과는 한 번이면 충분합니다.');
  });
});

describe('recording it later', () => {
  it('S4-03 a fix keeps when it was really done beside when it was recorded', async () => {
    const door = await stages.working();
    await door.does('hana', 'fix', 1, { ...plans.fix, doneAt: door.at(-20 * hour) });
    const { state } = await door.case(1);
    expect(state).toMatchObject({ status: 'fixed', fix: { doneAt: door.now() - 20 * hour, at: door.now() } });
    expect((await door.story(1)).at(-1)).toContain('실제 조치 11/22(일) 14:00');
  });

  it('S4-03 so does a note, on any case, and an answer to the customer', async () => {
    const door = await stages.replied();
    await door.does('hana', 'note', 1, { text: '전화로 포장 업체와 정했습니다', happenedAt: door.at(-hour) });
    expect((await door.story(1)).at(-1)).toContain('메모(11/23(월) 09:00에 있었던 일): 전화로 포장 업체와 정했습니다');
    expect((await door.case(1)).state).toMatchObject({ reply: { at: door.now() } });
  });

  it('S4-03 nothing is recorded before it happens', async () => {
    const door = await stages.working();
    const fix = await door.press('hana', 'fix', 1);
    const early = await door.send('hana', fix, { ...plans.fix, doneAt: door.at(hour) });
    expect(textOf(early)).toBe('doneAt: 아직 오지 않은 시각입니다. 지난 시각을 골라 주세요.');
    const note = await door.press('hana', 'note', 1);
    expect(textOf(await door.send('hana', note, { text: '메모', happenedAt: door.at(hour) }))).toContain('happenedAt');
  });
});

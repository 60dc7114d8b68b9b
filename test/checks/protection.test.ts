import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/calendar.ts';
import { day } from '../../src/domain/instant.ts';
import { suggest } from '../../src/domain/intake/suggest.ts';
import { dayIn } from '../../src/domain/zone.ts';
import { cardText, labelsOf } from '../render/plain.ts';
import { labelledVoice, labelledVoices } from '../support/fixtures.ts';
import { frontDoor, textOf } from '../support/front-door.ts';
import { shipped } from '../support/shipped-playbook.ts';
import { type FrontDoor, filed, plans } from '../support/stages.ts';

const abuse = labelledVoice(24).text;
const flagging = { types: ['verbal_abuse', 'threat'], evidence: '14:20 통화, 녹음 3번' };
const inDays = (door: FrontDoor, n: number) => addDays(day(dayIn(door.now(), shipped.zone)), n);

const flagged = async () => {
  const door = await filed({ words: abuse, experience: '환불과 보상을 요구하셨다', kind: 'claim', conduct: [] });
  await door.does('duri', 'flag', 1, flagging);
  return door;
};
const warned = async () => {
  const door = await flagged();
  await door.does('mirae', 'confirm-flag', 1, { evidence: '녹음 3번을 들었습니다', isWarned: ['yes'] });
  return door;
};
const limited = async () => {
  const door = await warned();
  await door.does('mirae', 'limit', 1, {
    measure: 'writtenOnly',
    until: inDays(door, 4),
    reason: '경고 뒤에도 매장을 찾아오겠다고 함',
    appeal: '고객지원 이메일로 이의를 받습니다',
  });
  await door.does('eunsol', 'agree-limit', 1);
  return door;
};
const says = async (door: FrontDoor, who: string, step: 'conduct' | 'history' | 'words' | 'show' | 'clocks') => {
  const reply = await door.press(who, step, 1);
  return reply.type === 'say' ? cardText(reply.card) : textOf(reply);
};

describe('abusive conduct', () => {
  it('S0-27 the CS leads hear of it in private at once; the department’s card hides the words behind a press', async () => {
    const door = await filed({ words: abuse, experience: '환불과 보상을 요구하셨다', kind: 'claim', conduct: [] });
    expect(cardText(await door.card(1, 'logistics'))).toContain('밤길');
    await door.does('duri', 'flag', 1, flagging);
    for (const lead of ['mirae', 'helen']) {
      const [word] = (await door.words(lead)).slice(-1);
      expect(word?.fallback).toMatch(/녹음 3번|recording|폭언|Verbal/);
    }
    const card = await door.card(1, 'logistics');
    expect(cardText(card)).toContain('응대 주의');
    expect(cardText(card)).not.toMatch(/밤길|협박|녹음/);
    expect(labelsOf(card)).toContain('내용 보기');
    expect(await says(door, 'hana', 'words')).not.toContain('밤길');
    expect(await says(door, 'hana', 'show')).not.toContain('밤길');
  });

  it('S0-27 harsh words are recognised while they are filed, so that no card ever shows them; anger alone is not', async () => {
    const door = await filed({ words: abuse, experience: '환불과 보상을 요구하셨다', kind: 'claim' });
    expect((await door.case(1)).state.conduct).toMatchObject({ level: 1, types: expect.arrayContaining(['threat']) });
    expect(door.owed().some(({ notice }) => notice.type === 'story')).toBe(false);
    expect(cardText(await door.card(1, 'logistics'))).not.toContain('밤길');
    const flaggedInAdvance = labelledVoices.filter(({ text }) => suggest(text, shipped).conduct.length > 0);
    expect(flaggedInAdvance.map(({ index }) => index)).toEqual([24]);
  });

  it('S0-27 whoever opens the folded words leaves a trace, and the words come back whole', async () => {
    const door = await flagged();
    const opened = await door.press('hana', 'unfold', 1);
    expect(opened.type === 'say' && cardText(opened.card)).toContain('밤길 조심해라');
    expect((await door.story(1)).at(-1)).toContain('김하나 님 · 접어 둔 고객의 말을 봤습니다');
    expect(textOf(await door.press('haram', 'unfold', 1))).not.toContain('밤길');
  });

  it('S4-04 the label is “to be confirmed” and seen by the CS leads; a department reads “handle with care” and no more', async () => {
    const door = await flagged();
    expect(await says(door, 'mirae', 'conduct')).toContain('주의(확인 대기)');
    expect(await says(door, 'duri', 'conduct')).toContain('주의(확인 대기)');
    for (const other of ['hana', 'sechan', 'emily', 'aram']) {
      const seen = await says(door, other, 'conduct');
      expect(seen, other).toMatch(/응대 주의|Handle with care/);
      expect(seen, other).not.toMatch(/협박|녹음 3번|확인 대기/);
      expect(await says(door, other, 'history'), other).not.toMatch(/악성|협박|녹음/);
    }
    expect(await says(door, 'helen', 'history')).toContain('flagged abusive conduct');
  });

  it('S4-04 without evidence and somebody else’s confirmation nobody is labelled, and a wrong flag is lifted', async () => {
    const door = await filed({ words: abuse, conduct: [] });
    const form = await door.press('duri', 'flag', 1);
    expect(textOf(await door.send('duri', form, { types: ['threat'], evidence: '' }))).toContain('증거');
    await door.does('mirae', 'flag', 1, flagging);
    expect(textOf(await door.press('mirae', 'confirm-flag', 1))).toContain('다른 사람이 결정');
    await door.does('helen', 'lift', 1, { reason: '깨진 계란에 화가 난 말이었습니다' });
    expect((await door.case(1)).state.conduct).toBeUndefined();
    expect(cardText(await door.card(1, 'logistics'))).toContain('밤길');
  });

  it('S1-11 the policy is shown as steps with who and when for the level where the case is, with the next one as a button', async () => {
    const start = await filed({ words: abuse, conduct: [] });
    const before = await start.press('duri', 'conduct', 1);
    expect(before.type === 'say' && cardText(before.card)).toMatch(/1\) 상담사 · 거친 말이 시작되면: .+2\) 상담사/s);
    expect(before.type === 'say' && labelsOf(before.card)).toEqual(['악성 표시', '보호 요청']);

    const one = await (await flagged()).press('mirae', 'conduct', 1);
    expect(one.type === 'say' && cardText(one.card)).toContain('1) CS 리더 · 오늘 안에');
    expect(one.type === 'say' && labelsOf(one.card)).toEqual(['경고 확인', '표시 해제', '반복 종결', '보호 요청']);

    const two = await (await warned()).press('mirae', 'conduct', 1);
    expect(two.type === 'say' && cardText(two.card)).toContain('혼자 통화하지 않습니다');
    expect(two.type === 'say' && labelsOf(two.card)).toEqual(['응대 제한', '표시 해제', '반복 종결', '보호 요청']);
    expect(two.type === 'say' && cardText(two.card)).not.toMatch(/https?:/);
  });

  it('S1-11 a limit has its end and its way to object, is agreed by who knows the law, and CS reads it when calling', async () => {
    const door = await limited();
    const seen = await says(door, 'duri', 'conduct');
    expect(seen).toContain('응대 제한: 서면으로만 연락');
    expect(seen).toContain('고객지원 이메일로 이의를 받습니다');
    const form = await door.press('duri', 'contact', 1);
    expect(form.type === 'open-form' && JSON.stringify(form.form.intro)).toContain('서면으로만 연락');
    expect(cardText(await door.card(1, 'logistics'))).not.toMatch(/서면|제한/);
  });

  it('S0-27 it refuses nothing and closes nothing: the claim goes its way to the end', async () => {
    const door = await limited();
    const plain = await filed({ words: abuse, kind: 'claim', conduct: [] });
    expect((await door.case(1)).state.assessment).toEqual((await plain.case(1)).state.assessment);
    await door.does('hana', 'acknowledge', 1);
    expect((await door.case(1)).state.status).toBe('acknowledged');
  });
});

describe('care for who takes complaints', () => {
  it('S4-10 after three heavy cases in a day the other CS leads read “rest or rotate”, once', async () => {
    const door = frontDoor();
    await filed({ words: abuse, kind: 'claim' }, door);
    await filed({ signals: ['A3'] }, door);
    await door.care();
    expect(door.calls).toEqual([]);
    await filed({ signals: ['A3'] }, door);
    await door.care();
    await door.care();
    expect(door.calls.map(({ to }) => to)).toEqual(['mirae', 'helen']);
    expect(door.calls[0] && cardText(door.calls[0].card)).toBe(
      '휴식·교대 권고 · 박두리 님이 오늘 힘든 건을 3건 맡았습니다. 쉬게 하거나 교대해 주세요.',
    );
    door.pass(24 * 3_600_000);
    await door.care();
    expect(door.calls).toHaveLength(2);
  });
});

describe('the same demand again', () => {
  const again = { customer: '010-0000-1234' };
  const answered = async (door: FrontDoor, id: number) => {
    await filed(again, door);
    await door.does('hana', 'acknowledge', id);
    await door.does('hana', 'start', id, plans.start(door));
    await door.does('hana', 'fix', id, plans.fix);
    await door.does('duri', 'reply', id, plans.reply);
    await door.does('mirae', 'close', id);
  };
  const notice = { noNewFacts: ['yes'], statement: '두 번 알려 드린 내용이며, 새로운 사실이 있으면 다시 살펴봅니다' };

  it('after two full answers a third identical one is ended by a CS lead with a notice, and not before', async () => {
    const door = frontDoor();
    await answered(door, 1);
    await answered(door, 2);
    await filed(again, door);
    const open = () => door.press('mirae', 'repeat', 3);
    expect(textOf(await door.send('mirae', await open(), { ...notice, earlier: 'VOC-1' }))).toContain('2건 있어야');
    expect(
      textOf(await door.send('mirae', await open(), { earlier: 'VOC-1, VOC-2', statement: notice.statement })),
    ).toContain('새로운 사실이 있으면');
    expect(textOf(await door.press('duri', 'repeat', 3))).toContain('CS 리더');
    await door.does('mirae', 'repeat', 3, { ...notice, earlier: 'VOC-1, VOC-2' });
    expect((await door.case(3)).state).toMatchObject({ status: 'settled', outcome: 'repeated' });
    expect((await door.story(3)).at(-1)).toContain('안내: 두 번 알려 드린 내용');
  });

  it('another customer’s answers do not count', async () => {
    const door = frontDoor();
    await answered(door, 1);
    await answered(door, 2);
    await filed({ customer: '010-0000-9999' }, door);
    const form = await door.press('mirae', 'repeat', 3);
    expect(textOf(await door.send('mirae', form, { ...notice, earlier: 'VOC-1 VOC-2' }))).toContain('2건 있어야');
  });
});

describe('a request for protection', () => {
  it('S4-10 the asker reads that they may stop; the leads are told at once, also at night, and one takes over by a button', async () => {
    const door = await filed();
    door.pass(13 * 3_600_000);
    expect(textOf(await door.press('duri', 'protect', 1))).toBe('지금 응대를 멈춰도 됩니다. CS 리더에게 알렸습니다.');
    for (const lead of ['mirae', 'helen']) {
      const [word] = (await door.words(lead)).slice(-1);
      expect(word && cardText(word)).toMatch(/30분 넘게 쉬게|rest for 30 minutes/);
      expect(word && labelsOf(word)).toEqual([lead === 'mirae' ? '이어받기' : 'Take over']);
    }
    await door.press('helen', 'protect-answer', 1, '1');
    const [told] = (await door.words('duri')).slice(-1);
    expect(told && cardText(told)).toContain('Helen Park 님 · 이어받습니다');
    expect(textOf(await door.press('mirae', 'protect-answer', 1, '1'))).toContain(
      '이미 Helen Park 님이 이어받았습니다',
    );
  });

  it('S4-10 nobody reads of it who is not asked to help: not the thread, not the card, not the history, not the clocks', async () => {
    const door = await filed();
    await door.press('duri', 'protect', 1);
    const places = door
      .owed()
      .filter(({ notice }) => notice.type === 'story' && notice.event.type === 'ProtectionAsked');
    expect(places).toEqual([]);
    expect(cardText(await door.card(1, 'logistics'))).not.toContain('보호 요청 1');
    for (const view of ['history', 'clocks'] as const) expect(await says(door, 'sechan', view)).not.toContain('보호');
    expect(await says(door, 'duri', 'history')).toContain('보호를 요청했습니다');
  });
});

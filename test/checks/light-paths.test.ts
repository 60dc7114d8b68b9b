import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/calendar.ts';
import { day } from '../../src/domain/instant.ts';
import { dueAt } from '../../src/domain/sla/clock-times.ts';
import { mayCloseItself } from '../../src/domain/sla/next-due.ts';
import { runningClock } from '../../src/domain/sla/sla-clock.ts';
import { dayIn } from '../../src/domain/zone.ts';
import { buttonsOf, cardText, labelsOf, menuOf } from '../render/plain.ts';
import { filedAt } from '../support/case-events.ts';
import { labelledVoice } from '../support/fixtures.ts';
import { frontDoor, textOf } from '../support/front-door.ts';
import { shipped } from '../support/shipped-playbook.ts';
import { type FrontDoor, filed, plans } from '../support/stages.ts';

const inDays = (door: FrontDoor, n: number) => addDays(day(dayIn(door.now(), shipped.zone)), n);
const eventsOf = async (door: FrontDoor, id = 1) => (await door.history(id)).map(({ event }) => event.type);

const praise = {
  words: labelledVoice(17).text,
  kind: 'praise',
  experience: '승무원이 딸을 챙겨 주었다',
  department: 'operations',
};
const praised = (values = {}) => filed({ ...praise, praised: 'soeun', ...values });

describe('praise', () => {
  it('S4-08 is asked about by whom it is for, and shared for everybody once they agree', async () => {
    const door = await praised();
    const [word] = (await door.words('soeun')).slice(-1);
    expect(word && cardText(word)).toContain('고객이 배소은 님을 칭찬했습니다.');
    expect(word && cardText(word)).toContain('이하늘');
    expect(word && labelsOf(word)).toEqual(['공유', '나만 보기']);
    expect(textOf(await door.press('jian', 'share', 1))).toContain('칭찬받은 배소은 님이 정합니다');
    expect(textOf(await door.press('duri', 'share', 1))).toContain('칭찬받은 배소은 님이 정합니다');
    await door.does('soeun', 'share', 1);
    expect((await door.case(1)).state).toMatchObject({ status: 'settled', outcome: 'shared' });
    const posts = door.owed().filter(({ notice }) => notice.type === 'story' && notice.audience.to === 'kudos');
    expect(posts.map(({ place }) => place.id)).toEqual(['C0OPERATIONS']);
    expect(await eventsOf(door)).toEqual(['CaseFiled', 'CaseRouted', 'CaseSettled']);
  });

  it('goes to the company’s own channel for praise where there is one', async () => {
    const door = await filed(
      { ...praise, praised: 'soeun' },
      frontDoor({ ...shipped, kudos: { channels: { slack: 'C0KUDOS' }, locale: 'ko' } }),
    );
    await door.does('soeun', 'share', 1);
    const posts = door.owed().filter(({ notice }) => notice.type === 'story' && notice.audience.to === 'kudos');
    expect(posts.map(({ place }) => place.id)).toEqual(['C0KUDOS']);
  });

  it('kept to oneself it is posted nowhere, and ends all the same', async () => {
    const door = await praised();
    await door.does('soeun', 'keep', 1);
    expect((await door.case(1)).state).toMatchObject({ status: 'settled', outcome: 'kept' });
    expect(door.owed().some(({ notice }) => notice.type === 'story' && notice.audience.to === 'kudos')).toBe(false);
    const [word] = (await door.words('duri')).slice(-1);
    expect(word && cardText(word)).toContain('칭찬을 본인에게 전했습니다');
  });

  it('the department lead agrees for somebody who is away, and where nobody was named', async () => {
    const door = await praised();
    const today = inDays(door, 0);
    const form = await door.command('soeun', '부재');
    await door.send('soeun', form, { from: today, until: inDays(door, 3) });
    await door.does('jian', 'share', 1);
    expect((await door.case(1)).state).toMatchObject({ status: 'settled', outcome: 'shared' });
    const [told] = (await door.words('soeun')).slice(-1);
    expect(told && cardText(told)).toContain('칭찬을 함께 나눴습니다');

    const team = await filed(praise);
    const [word] = (await team.words('jian')).slice(-1);
    expect(word && cardText(word)).toContain('고객이 매장·현장 운영 사람들을 칭찬했습니다');
    await team.does('jian', 'share', 1);
    expect((await team.case(1)).state.status).toBe('settled');
  });

  it('has no severity, no ladder and no fix: one quiet date, and one word to the lead when it has passed', async () => {
    const door = await praised();
    const { state } = await door.case(1);
    expect(state.assessment.tier).toBeNull();
    expect(state.sla.clocks.map(({ name }) => name)).toEqual(['share']);
    const clock = runningClock(state.sla, 'share');
    expect(clock && dayIn(dueAt(clock, shipped) ?? door.now(), shipped.zone)).toBe('2026-11-25');
    expect(shipped.sla.ladders.share).toEqual([{ at: 100, to: ['lead'] }]);
    const card = await door.card(1, 'operations');
    expect(labelsOf(card).slice(0, 2)).toEqual(['공유', '나만 보기']);
    expect([...labelsOf(card), ...menuOf(card).map(({ label }) => label)]).not.toContain('조치 완료');
    expect(cardText(card)).toContain('배소은 님');
  });

  it('who does not answer in time is not waited for for ever: their lead ends it, and shares nothing', async () => {
    const door = await praised();
    expect(textOf(await door.press('jian', 'keep', 1))).toContain('칭찬받은 배소은 님이 정합니다');
    door.pass(4 * 24 * 3_600_000);
    expect(textOf(await door.press('jian', 'share', 1))).toContain('칭찬받은 배소은 님이 정합니다');
    await door.does('jian', 'keep', 1);
    expect((await door.case(1)).state).toMatchObject({ status: 'settled', outcome: 'kept' });
  });

  it('goes to where whom it is for works, if the filer leaves the department open', async () => {
    const door = await praised({ department: 'desk' });
    expect((await door.case(1)).state).toMatchObject({ status: 'routed', department: 'operations' });
  });
});

describe('what they like and what they hate', () => {
  it('S2-08 a case keeps both, from the list and in the filer’s own word, and its card says so', async () => {
    const door = await filed({
      words: labelledVoice(8).text,
      likes: ['taste'],
      hates: ['attitude'],
      tag: '한숨',
    });
    expect((await door.case(1)).state.voice).toMatchObject({ likes: ['taste'], hates: ['attitude', '한숨'] });
    expect(cardText(await door.card(1, 'logistics'))).toContain('좋아하는 것 맛 · 싫어하는 것 태도, 한숨');
    const thanks = await praised({ likes: ['attitude'], tag: '물수건' });
    expect((await thanks.case(1)).state.voice).toMatchObject({ likes: ['attitude', '물수건'] });
    expect((await thanks.case(1)).state.voice.hates).toBeUndefined();
  });

  it('S2-17 the experience somebody looks for may be tagged, and never must be', async () => {
    const door = frontDoor();
    const form = await door.command('duri', '배송이 늦었어요');
    const open = await door.refresh('duri', form, { kind: 'complaint' }, 'kind');
    const fields = open.type === 'redraw-form' ? open.form.fields : [];
    const group = fields.find(({ name }) => name === 'groups');
    expect(group?.required).toBe(false);
    expect(group?.type === 'multiSelect' && group.choices.map(({ label }) => label)).toContain('빠른 답');
    expect((await (await filed()).case(1)).state.voice.groups).toBeUndefined();
    const tagged = await filed({ groups: ['quick_answer'] });
    expect((await tagged.case(1)).state.voice.groups).toEqual(['quick_answer']);
  });
});

describe('a suggestion', () => {
  const idea = () =>
    filed({ words: labelledVoice(38).text, kind: 'suggestion', department: 'product', ideas: ['small_delight'] });

  it('S2-18 a small idea goes to its department with its tag, and stands in the list of the month', async () => {
    const door = await idea();
    expect((await door.case(1)).state).toMatchObject({ department: 'product', voice: { ideas: ['small_delight'] } });
    expect(cardText(await door.card(1, 'product'))).toContain('제안의 성격 작은 감동');
    await filed({}, door);
    const list = await door.command('narae', '제안');
    expect(list.type === 'say' && cardText(list.card)).toMatch(/이달의 제안 1[\s\S]*VOC-0001/);
    door.pass(14 * 24 * 3_600_000);
    expect(textOf(await door.command('narae', 'ideas'))).toContain('이달의 제안 0');
  });

  it('ends with its verdict and the reason, told to who filed it; nobody has to fix or answer anything', async () => {
    const door = await idea();
    await door.does('narae', 'acknowledge', 1);
    const [word] = (await door.words('narae')).slice(-1);
    expect(word ? labelsOf(word) : ['판정']).toContain('판정');
    expect(labelsOf(await door.card(1, 'product'))[0]).toBe('판정');
    await door.does('narae', 'verdict', 1, { verdict: 'partly', reason: '승인 화면에 단축키 두 개부터 넣습니다' });
    expect((await door.case(1)).state).toMatchObject({ status: 'settled', outcome: 'told' });
    const [told] = (await door.words('duri')).slice(-1);
    expect(told && cardText(told)).toContain('판정했습니다: 부분 수용 · 이유: 승인 화면에 단축키 두 개부터 넣습니다');
    expect(cardText(await door.card(1, 'product'))).toContain('판정: 부분 수용');
  });

  it('under review has a day, and the promise runs to that day; then a verdict is still owed', async () => {
    const door = await idea();
    await door.does('narae', 'acknowledge', 1);
    const form = await door.press('narae', 'verdict', 1);
    expect(textOf(await door.send('narae', form, { verdict: 'underReview', reason: '개발 일정을 봅니다' }))).toContain(
      '언제까지 검토하는지',
    );
    await door.does('narae', 'verdict', 1, {
      verdict: 'underReview',
      reason: '개발 일정을 봅니다',
      until: inDays(door, 21),
    });
    const { state } = await door.case(1);
    expect(state.status).toBe('acknowledged');
    const fix = runningClock(state.sla, 'fix');
    expect(fix && dayIn(dueAt(fix, shipped) ?? door.now(), shipped.zone)).toBe('2026-12-14');
    await door.does('narae', 'verdict', 1, { verdict: 'notAccepted', reason: '쓰는 분이 두 분뿐입니다' });
    expect(textOf(await door.press('narae', 'verdict', 1))).toContain('마무리된 건입니다');
    await door.does('duri', 'reopen', 1, { reason: '열 분이 더 원하십니다' });
    expect((await door.case(1)).state).toMatchObject({ status: 'working', owner: { id: 'narae' } });
    await door.does('narae', 'verdict', 1, { verdict: 'accepted', reason: '다음 판에 넣습니다' });
  });
});

describe('a requirement of a contract customer', () => {
  const requirement = async (values = {}) => {
    const door = await filed({
      words: labelledVoice(18).text,
      kind: 'requirement',
      department: 'product',
      renewal: '2027-01-31',
      ...values,
    });
    await door.does('narae', 'acknowledge', 1);
    return door;
  };
  const toReplied = async (door: FrontDoor) => {
    await door.does('narae', 'start', 1, plans.start(door));
    await door.does('narae', 'fix', 1, { fixType: 'informed', done: '일정을 정했습니다', evidence: '회의록 12번' });
    await door.does('duri', 'reply', 1, plans.reply);
  };

  it('S3-15 is not closed without a verdict; the verdict and its reason go to the filer', async () => {
    const door = await requirement();
    await toReplied(door);
    expect(textOf(await door.press('mirae', 'close', 1))).toContain('판정이 아직 없습니다');
    await door.does('narae', 'verdict', 1, { verdict: 'accepted', reason: '2027년 1분기에 제공합니다' });
    const [told] = (await door.words('duri')).slice(-1);
    expect(told && cardText(told)).toContain('판정했습니다: 수용 · 이유: 2027년 1분기에 제공합니다');
    expect(textOf(await door.press('junseo', 'verdict', 1))).toContain('이미 신나래 님이 판정했습니다');
    await door.does('mirae', 'close', 1);
    expect((await door.case(1)).state.status).toBe('closed');
  });

  it('S3-15 a case without its verdict is not closed by time either', async () => {
    const door = await requirement();
    await toReplied(door);
    const { state } = await door.case(1);
    expect(mayCloseItself(state)).toBe(false);
    await door.does('narae', 'verdict', 1, { verdict: 'accepted', reason: '1분기에 제공합니다' });
    expect(mayCloseItself((await door.case(1)).state)).toBe(true);
  });

  it('S3-15 the verdict is due in five business days, or on the day that was promised', async () => {
    const due = async (values = {}) => {
      const clock = runningClock((await (await requirement(values)).case(1)).state.sla, 'fix');
      return clock && dayIn(dueAt(clock, shipped) ?? filedAt, shipped.zone);
    };
    expect(await due()).toBe('2026-11-30');
    expect(await due({ promised: '2026-12-10' })).toBe('2026-12-10');
  });

  it('keeps when the contract is renewed, and its card says so', async () => {
    const door = await requirement();
    expect((await door.case(1)).state.voice.renewal).toBe('2027-01-31');
    expect(cardText(await door.card(1, 'product'))).toContain('계약 갱신 2027/1/31');
  });
});

describe('a voice of staff', () => {
  const voice = (values = {}) =>
    filed({ words: labelledVoice(21).text, kind: 'voe', channel: 'staff', department: 'finance', ...values });
  const unnamed = (values = {}) => voice({ unnamed: ['yes'], ...values });

  it('S4-08 gets a number, an owner and a verdict within ten business days, told to who spoke up', async () => {
    const door = await voice({ nearMiss: ['yes'] });
    const { state } = await door.case(1);
    expect(state.voice.nearMiss).toBe(true);
    const fix = runningClock(state.sla, 'fix');
    expect(fix && dayIn(dueAt(fix, shipped) ?? door.now(), shipped.zone)).toBe('2026-12-07');
    await door.does('haram', 'acknowledge', 1);
    await door.does('haram', 'verdict', 1, { verdict: 'accepted', reason: '3만 원까지 상담사가 정합니다' });
    expect((await door.case(1)).state).toMatchObject({
      status: 'settled',
      work: { owner: { id: 'haram' } },
      outcome: 'told',
    });
    const [told] = (await door.words('duri')).slice(-1);
    expect(told && cardText(told)).toContain('3만 원까지 상담사가 정합니다');
  });

  it('S4-08 without a name: no card, thread, history or word shows it, whatever its filer does later', async () => {
    const door = await unnamed();
    await door.does('duri', 'note', 1, { text: '어제도 있었습니다' });
    await door.does('duri', 'obstacle', 1, { text: '답을 기다립니다' });
    expect(JSON.stringify(await door.history(1))).not.toContain('박두리');
    expect(JSON.stringify((await door.case(1)).state)).not.toContain('박두리');
    expect(cardText(await door.card(1, 'finance'))).not.toContain('박두리');
    expect(cardText(await door.card(1, 'finance'))).toContain('이름을 밝히지 않은 직원');
    for (const who of ['haram', 'seyeong', 'mirae', 'aram']) {
      const seen = await door.press(who, 'history', 1);
      expect(seen.type === 'say' && cardText(seen.card), who).not.toContain('박두리');
      for (const word of await door.words(who)) expect(cardText(word), who).not.toContain('박두리');
    }
    const [receipt] = await door.words('duri');
    expect(receipt && cardText(receipt)).toContain('VOC-0001 접수했습니다');
  });

  it('S4-08 the VOC desk can see who it was, by a press that stands in the log; nobody else can', async () => {
    const door = await unnamed();
    expect(textOf(await door.press('aram', 'filer', 1))).toContain('접수자는 박두리 님입니다');
    expect((await door.story(1)).at(-1)).toBe('VOC-0001 · 조아람 님 · 이름을 밝히지 않은 접수자를 확인했습니다.');
    for (const who of ['seyeong', 'mirae', 'dain']) {
      expect(textOf(await door.press(who, 'filer', 1)), who).toContain('VOC 조정관만');
    }
    expect(textOf(await (await voice()).press('aram', 'filer', 1))).toContain('이름이 보이는 건');
  });
});

describe('one text that is two things', () => {
  it('praise with a complaint in it becomes two cases that point at each other, of the same customer', async () => {
    const both = labelledVoice(31).text;
    const door = await filed({ ...praise, words: both, customer: '010-0000-1234' });
    const form = await door.press('duri', 'split', 1);
    const kinds = form.type === 'open-form' ? form.form.fields.find(({ name }) => name === 'kind') : undefined;
    expect(kinds?.type === 'select' && kinds.choices.map(({ value }) => value)).not.toContain('praise');
    const empty = await door.send('duri', form, { kind: '', experience: '' });
    expect(textOf(empty)).toContain('유형을 골라 주세요');
    const sent = await door.send('duri', form, {
      kind: 'complaint',
      words: 'Your app still said "on time" 40 minutes after the delay was announced',
      experience: '지연됐는데 앱은 정시라고 했다',
      wants: ['explanation'],
      department: 'it',
    });
    expect(sent.type).toBe('done');
    const [first, second] = [(await door.case(1)).state, (await door.case(2)).state];
    expect(second).toMatchObject({ status: 'routed', department: 'it', splitFrom: 1, customer: first.customer });
    expect(second.voice).toMatchObject({ kind: 'complaint', channel: 'phone' });
    expect(first.splits).toEqual([2]);
    expect(cardText(await door.card(1, 'operations'))).toContain('나눈 건: VOC-0002');
    expect(cardText(await door.card(2, 'it'))).toContain('VOC-0001');
    expect(textOf(await door.press('hana', 'split', 1))).toContain('상담사');
  });
});

describe('what only some kinds are asked', () => {
  it('S2-07 nothing of it is required, and a complaint is not asked what praise is', async () => {
    const door = frontDoor();
    const form = await door.command('duri', '배송이 늦었어요');
    for (const kind of ['praise', 'complaint', 'suggestion', 'requirement', 'voe'] as const) {
      const open = await door.refresh('duri', form, { kind }, 'kind');
      const fields = open.type === 'redraw-form' ? open.form.fields : [];
      const required = fields.filter((f) => f.required).map(({ name }) => name);
      expect(required, kind).toEqual(['words', 'experience', 'wants', 'channel', 'kind']);
      expect(fields.some(({ name }) => name === 'praised')).toBe(kind === 'praise');
      expect(fields.some(({ name }) => name === 'unnamed')).toBe(kind === 'voe');
    }
    expect(buttonsOf(await (await filed()).card(1, 'logistics')).length).toBeGreaterThan(0);
  });
});

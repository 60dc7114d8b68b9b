import { describe, expect, it } from 'vitest';
import { departmentCode } from '../../src/domain/ids.ts';
import { voiceKinds } from '../../src/domain/intake/voice.ts';
import type { Taxonomies } from '../../src/domain/playbook.ts';
import { caseCard } from '../../src/render/case-card.ts';
import { reading } from '../../src/render/reading.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { cardText, formText } from '../render/plain.ts';
import { labelledVoice, labelledVoices } from '../support/fixtures.ts';
import { frontDoor, textOf } from '../support/front-door.ts';
import { shipped } from '../support/shipped-playbook.ts';
import { filed, plans } from '../support/stages.ts';

describe('filing', () => {
  it('S0-01 every channel a voice comes in by has its own word on the card, and none is "other"', async () => {
    const labels = new Set<string>();
    for (const { code, label } of shipped.taxonomies.channels) {
      const door = await filed({ channel: code });
      expect(cardText(await door.card(1, 'logistics'))).toContain(` · ${label.ko} · `);
      labels.add(label.ko);
    }
    expect(labels.size).toBe(shipped.taxonomies.channels.length);
    for (const channel of ['ars', 'external', 'survey']) {
      expect(shipped.taxonomies.channels.map((c) => c.code)).toContain(channel);
    }
    expect([...labels, ...voiceKinds].filter((name) => /기타|other/i.test(name))).toEqual([]);
  });

  it('S0-01 what staff say about the tools goes to IT like any other voice, with its own word', async () => {
    const door = await filed({ kind: 'voe', channel: 'staff', department: 'it' });
    const card = cardText(await door.card(1, 'it'));
    const { glossary } = wordsIn(shipped.departments.find((d) => d.code === 'it')?.locale ?? shipped.locale);
    expect(card).toContain(glossary.kinds.voe);
    expect(card).toMatch(/IT ?\(/);
  });

  it('S0-13 takes one form and one press of its button', async () => {
    const door = frontDoor();
    const form = await door.command('duri', '새벽배송으로 시킨 계란이 깨져서 왔어요');
    const sent = await door.send('duri', form, {
      channel: 'phone',
      kind: 'complaint',
      experience: '계란이 깨져 왔다',
      wants: ['refund'],
    });
    expect(sent.type).toBe('done');
    expect((await door.case(1)).state).toMatchObject({ status: 'routed', department: 'logistics' });
  });

  it('S0-07 a post that spreads counts as such and says so', async () => {
    const door = await filed({ channel: 'sns', signals: ['E2'] });
    const why = await door.press('duri', 'why', 1);
    if (why.type !== 'say') throw new Error('no answer');
    expect(cardText(why.card)).toContain('공개 글이 퍼지는 중(15)');
  });

  it('S2-07 asks for a need, never for who somebody is', async () => {
    const door = frontDoor();
    const form = await door.command('duri', '유모차로 들어갈 수가 없었어요');
    if (form.type !== 'open-form') throw new Error('no form');
    expect(formText(form.form)).not.toMatch(/나이|연령|성별|소득|학력|직업|결혼/);
    expect(formText(form.form)).toContain('G3 도움이 필요한 고객이 직접 영향을 받음');
  });

  it('S3-17 leaving may be ticked whoever the customer is, a person or a company', async () => {
    const door = frontDoor();
    for (const kind of ['complaint', 'claim', 'inquiry', 'suggestion', 'requirement']) {
      const form = await door.command('duri', '다음에는 다른 곳을 쓰려고요');
      const drawn = await door.refresh('duri', form, { kind }, 'kind');
      if (drawn.type !== 'redraw-form') throw new Error('the form was not drawn again');
      const signals = drawn.form.fields.find((field) => field.name === 'signals');
      const choices = signals !== undefined && 'choices' in signals ? signals.choices.map((c) => c.value) : [];
      expect(choices, kind).toEqual(expect.arrayContaining(['H1', 'H2']));
    }
  });

  it('S2-15 a VIP is filed into the same severity as anybody', async () => {
    const [plain, vip] = [await filed({ signals: ['B1'] }), await filed({ signals: ['B1', 'G1'] })];
    const [a, b] = [(await plain.case(1)).state.assessment, (await vip.case(1)).state.assessment];
    expect([b.tier, b.score, b.roundTheClock]).toEqual([a.tier, a.score, a.roundTheClock]);
  });

  it('S0-14 S2-05 a price nobody can find and a cold food court each reach somebody who can change it', async () => {
    const door = frontDoor();
    const price = await door.command('duri', '매대에 가격표가 안 보여서 계산대에서야 알았어요');
    const cold = await door.command('duri', labelledVoice(22).text);
    const suggested = (reply: typeof price) =>
      reply.type === 'open-form' ? reply.form.fields.find((f) => f.name === 'department') : undefined;
    expect(suggested(price)).toMatchObject({ initial: 'facilities' });
    expect(suggested(cold)).toMatchObject({ initial: 'facilities' });
    for (const department of ['marketing', 'facilities']) {
      const owned = await filed({ department });
      expect((await owned.case(1)).state).toMatchObject({ status: 'routed', department });
    }
    const process = shipped.taxonomies.rootCauses.find((cause) => cause.code === 'process');
    expect(process?.children.map((child) => child.label.ko)).toContain('정보가 보이지 않음');
  });

  it('S2-09 five industries are filed with one playbook', async () => {
    for (const voice of labelledVoices.filter((v) => v.kind !== 'void')) {
      const door = await filed({
        words: voice.text.slice(0, 3_000),
        kind: voice.kind,
        channel: voice.channel,
        department: voice.department,
        touchpoint: voice.touchpoint ?? '',
        signals: voice.kind === 'praise' ? [] : voice.signals.map((s) => s.code),
      });
      const { state } = await door.case(1);
      expect(state.assessment.tier ?? 'none', `voice ${voice.index}`).toBe(voice.severity);
      expect(state).toMatchObject({ status: 'routed', department: voice.department });
    }
  });

  it('S3-12 whatever nobody could place is shown at the desk alone: no department channel hears of it', async () => {
    const door = await filed({ words: '그냥 좀 그랬어요', department: 'desk' });
    const channels = door.owed().filter(({ notice }) => notice.type !== 'word');
    expect(channels.map(({ place }) => place.id)).toEqual([shipped.desk.channels.slack]);
    expect(cardText(await door.card(1, 'desk'))).toContain('분류 미정');
    const told = new Set(door.owed().flatMap(({ person }) => (person === null ? [] : [String(person)])));
    expect([...told].filter((id) => id !== 'duri')).toEqual(['aram', 'hangyeol']);
  });

  it('S0-23 a call is promised by name and time before the case counts as acknowledged', async () => {
    const door = await filed({ signals: ['B1', 'C2', 'F1'] });
    expect(cardText(await door.card(1, 'logistics'))).toContain('사람이 전화(금전, 긴급, 공감)');
    const form = await door.press('hana', 'acknowledge', 1);
    const open = await door.send('hana', form, { caller: '', callbackAt: '' });
    expect(textOf(open)).toContain('caller: 고객에게 전화할 사람을 골라 주세요.');
    expect(textOf(open)).toContain('callbackAt: 전화할 시각을 골라 주세요.');
    expect((await door.case(1)).state.status).toBe('routed');
    await door.does('hana', 'acknowledge', 1, { caller: 'duri', callbackAt: door.at(3_600_000) });
    expect((await door.story(1)).at(-1)).toContain('고객 연락: 11/23(월) 11:00, 박두리 님.');
  });

  it('S3-01 a word that is renamed leaves old cases as they were filed', async () => {
    const door = await filed({ channel: 'kakao' });
    const renamed = shipped.taxonomies.channels.map((c) =>
      c.code === 'kakao' ? { ...c, label: { ko: '톡 상담', en: 'Talk' } } : c,
    );
    const today = { ...shipped, taxonomies: { ...shipped.taxonomies, version: 'next', channels: renamed } };
    const record = await door.case(1);
    const place = { to: 'department', department: departmentCode('logistics') } as const;
    const card = (filedUnder: Taxonomies) =>
      cardText(caseCard(record, place, reading('ko', today.zone, today, filedUnder, door.now())));
    expect(record.state.taxonomy).toBe(shipped.taxonomies.version);
    expect(card(shipped.taxonomies)).toContain(' · 카카오톡 상담 · ');
    expect(card(today.taxonomies)).toContain(' · 톡 상담 · ');
  });
});

describe('refusing', () => {
  it('S0-16 S4-05 the reasons on offer are the allowed ones, and no excuse is among them', () => {
    const { refusalReasons, transferReasons } = shipped.taxonomies;
    expect(refusalReasons.map((r) => r.code)).toEqual([
      'facts_differ',
      'law_or_terms',
      'safety',
      'already_there',
      'same_case',
      'cost',
      'roadmap',
    ]);
    expect(refusalReasons.filter((r) => r.needsDecision).map((r) => r.code)).toEqual(['cost']);
    const offered = [...refusalReasons, ...transferReasons].map((r) => r.label.ko).join(' ');
    expect(offered).not.toMatch(/담당 ?아님|소수|원래|인력|고객 ?과실|바쁨/);
  });

  it('S0-16 a minority view is answered by what would count instead', async () => {
    const door = await filed();
    const form = await door.press('sechan', 'refuse', 1);
    const answer = await door.send('sechan', form, { ...plans.refuse, reason: '소수 의견' });
    expect(textOf(answer)).toContain('근거(건수·비율·규정)를 적어 주세요');
    expect((await door.case(1)).state.status).toBe('routed');
  });

  it('S1-01 an apology is not among the fixes, and is asked what it solved', async () => {
    expect(shipped.taxonomies.fixTypes.map((f) => f.label.ko).join(' ')).not.toContain('사과');
    const door = await filed();
    await door.does('hana', 'acknowledge', 1);
    await door.does('hana', 'start', 1, plans.start(door));
    const form = await door.press('hana', 'fix', 1);
    expect(textOf(await door.send('hana', form, { ...plans.fix, fixType: '사과' }))).toContain(
      '무엇을 해결했는지 골라 주세요',
    );
  });
});

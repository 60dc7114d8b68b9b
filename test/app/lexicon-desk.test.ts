import { describe, expect, it } from 'vitest';
import { drawCard } from '../../adapters/slack/blocks.ts';
import { drawForm } from '../../adapters/slack/modals.ts';
import type { Playbook } from '../../src/domain/playbook.ts';
import type { Reply } from '../../src/ports/interaction.ts';
import { buttonsOf, cardText, labelsOf, linesOf } from '../render/plain.ts';
import { frontDoor, textOf } from '../support/front-door.ts';
import { lintBlocks, lintView } from '../support/lint-blocks.ts';
import { lookAlikeRules } from '../support/look-alike-rules.ts';
import { shipped } from '../support/shipped-playbook.ts';

/** The shipped company with a handful of words. */
const playbook: Playbook = { ...shipped, lookAlikes: { ...shipped.lookAlikes, lexicon: lookAlikeRules.lexicon } };
const door = () => frontDoor(playbook);

const cardOf = (reply: Reply) => {
  if ((reply.type !== 'say' && reply.type !== 'done') || reply.card === null) throw new Error(reply.type);
  return reply.card;
};
const formOf = (reply: Reply) => {
  if (reply.type !== 'open-form') throw new Error(textOf(reply));
  return reply.form;
};
const adds = async (d: ReturnType<typeof door>, words: string, beside = '계란', who = 'aram') =>
  d.send(who, await d.press(who, 'add-word', null, beside), { words });

describe('/voc 사전', () => {
  it('shows everybody the group a word stands in, with all that means the same', async () => {
    const card = cardOf(await door().command('hana', '사전 달걀'));
    expect(linesOf(card)).toEqual([
      '말 사전 · 달걀',
      '무엇 계란 · 달걀 · egg',
      '말은 VOC 조정관과 관리자가 고칩니다. 더할 말이 있으면 알려 주세요: 조아람 님, 문한결 님.',
    ]);
    expect(labelsOf(card)).toEqual([]);
  });

  it('shows things and troubles apart, also of a whole sentence, in either language', async () => {
    const d = door();
    expect(linesOf(cardOf(await d.command('aram', '사전 달걀이 깨졌어요')))).toEqual(
      expect.arrayContaining(['무엇 계란 · 달걀 · egg', '무슨 일 깨지다 · 금 가다 · broken · crack']),
    );
    expect(linesOf(cardOf(await d.command('emily', 'words broken'))).slice(0, 2)).toEqual([
      'Lexicon · broken',
      'Trouble 깨지다 · 금 가다 · broken · crack',
    ]);
  });

  it('alone says what it is for, how much it holds and who edited what lately', async () => {
    const d = door();
    await adds(d, '오리알');
    const card = cardOf(await d.command('aram', '사전'));
    const lines = linesOf(card);
    expect(lines).toContain('묶음 5개, 말 17개');
    expect(lines.at(-1)).toBe('11/23(월) 10:00 조아람 님이 ‘계란’ 묶음에 더함: 오리알');
    expect(labelsOf(card)).toEqual(['묶음 만들기']);
    expect(labelsOf(cardOf(await d.command('hana', '사전')))).toEqual([]);
  });

  it('offers editing to the VOC desk and administrators, and tells the others who does it', async () => {
    const d = door();
    for (const who of ['aram', 'hangyeol', 'gyuri']) {
      expect(labelsOf(cardOf(await d.command(who, '사전 달걀')))).toEqual(['말 더하기', '말 빼기']);
    }
    const forms = await Promise.all([
      d.press('aram', 'add-word', null, '계란'),
      d.press('aram', 'new-group', null),
      d.press('aram', 'remove-word', null, '계란'),
    ]);
    const said = '말은 VOC 조정관과 관리자만 고칠 수 있습니다. 부탁해 주세요: 조아람 님, 문한결 님.';
    for (const step of ['add-word', 'new-group', 'remove-word'] as const) {
      expect(textOf(await d.press('mirae', step, null, '계란'))).toBe(said);
    }
    for (const form of forms)
      expect(textOf(await d.send('mirae', form, { words: '오리알', word: 'egg' }))).toContain(said);
    expect(d.lexicon.edits()).toEqual([]);
  });

  it('with more than two words behind it is a customer’s voice; with two it may be, and filing is one press away', async () => {
    const d = door();
    const filing = formOf(await d.command('duri', '사전 안내 없이 요금이 올랐어요'));
    expect(filing.step).toBe('file');
    const card = cardOf(await d.command('duri', '사전 안내 없음'));
    const [file] = buttonsOf(card);
    expect(file?.press).toEqual({ step: 'file', caseId: null, arg: '사전 안내 없음' });
    expect(cardText(card)).toContain('고객의 말을 적으려던 것이라면');
    expect(labelsOf(cardOf(await d.command('duri', '사전 달걀')))).toEqual([]);
  });

  it('draws cards and forms that Slack takes, in both languages, from the shipped words too', async () => {
    for (const locale of ['ko', 'en'] as const) {
      for (const words of [playbook, shipped]) {
        const d = frontDoor({ ...words, people: words.people.map((p) => ({ ...p, locale })) });
        for (const line of [
          'words',
          'words 배송',
          'words 없는말',
          `words ${'가'.repeat(3000)}`,
          'words {{constructor}}',
        ]) {
          for (const who of ['aram', 'hana']) {
            const { blocks, text } = drawCard(cardOf(await d.command(who, line)));
            expect(lintBlocks(blocks, 'message', text), line).toEqual([]);
          }
        }
        for (const step of ['add-word', 'new-group', 'remove-word'] as const) {
          expect(lintView(drawForm(formOf(await d.press('aram', step, null, '계란'))), 'modal')).toEqual([]);
        }
      }
    }
  });
});

describe('the VOC desk', () => {
  it('adds words to a group, is told what follows, and takes the last one back with one choice made', async () => {
    const d = door();
    const done = await adds(d, '오리알, duck egg', '달걀');
    expect(textOf(done)).toBe(
      '‘계란’ 묶음에 더했습니다: 오리알 · duck egg. 1분 안에 모든 곳에서 쓰입니다. 이전에 등록한 건도 바로 이 말로 찾습니다.',
    );
    expect(linesOf(cardOf(done))).toContain('무엇 계란 · 달걀 · egg · 오리알 · duck egg');
    const undo = buttonsOf(cardOf(done)).find(({ press }) => press.step === 'remove-word');
    const form = await d.press('aram', 'remove-word', null, undo?.press.arg);
    expect(formOf(form).fields[0]).toMatchObject({ type: 'select', initial: '오리알' });
    expect(textOf(await d.send('aram', form, {}))).toContain('‘계란’ 묶음에서 뺐습니다: 오리알.');
    expect(d.lexicon.current().things[0]).toEqual(['계란', '달걀', 'egg', 'duck egg']);
    // From the group's own button no word is chosen for anybody.
    expect(formOf(await d.press('aram', 'remove-word', null, '계란')).fields[0]).not.toHaveProperty('initial');
  });

  it('begins a group from a word that was sought in vain, and ends it with its last word', async () => {
    const d = door();
    const none = cardOf(await d.command('aram', '사전 해먹'));
    expect(cardText(none)).toContain('‘해먹’은 아직 어느 묶음에도 없습니다.');
    const [begin] = buttonsOf(none);
    const form = await d.press('aram', 'new-group', null, begin?.press.arg);
    expect(textOf(await d.send('aram', form, { kind: 'trouble' }))).toContain('새 묶음을 만들었습니다: 해먹.');
    expect(d.lexicon.current().troubles.at(-1)).toEqual(['해먹']);
    const removal = await d.press('aram', 'remove-word', null, '해먹');
    expect(textOf(await d.send('aram', removal, { word: '해먹' }))).toContain('묶음을 없앴습니다: 해먹.');
    expect(d.lexicon.current().troubles).toEqual(lookAlikeRules.lexicon.troubles);
  });

  it.each([
    ['', '한글이나 영어로 말을 적어 주세요.'],
    ['...', '한글이나 영어로 말을 적어 주세요.'],
    ['알', '‘알’: 두 글자 이상이어야 찾을 수 있습니다. 조금 더 길게 적어 주세요.'],
    ['달걀', '‘달걀’은 이미 있습니다: 계란 · 달걀 · egg. 옮기려면 그 묶음에서 먼저 빼 주세요.'],
    ['{{constructor}}', '‘{{constructor}}’: 기호는 빼고 글자와 숫자만 적어 주세요.'],
    ['api문서', '‘api문서’: 한글과 영어를 한 말에 섞지 말고 쉼표로 나누어 적어 주세요.'],
    ['the', '‘the’: 이 말만으로는 건을 찾을 수 없습니다. 뜻이 있는 말로 적어 주세요.'],
    ['감사', '‘감사’는 칭찬을 알아보는 말이라 더할 수 없습니다.'],
    ['010-1234-5678', '전화번호나 이름 같은 개인정보로 보여 적지 않았습니다. 뜻이 같은 말만 적어 주세요.'],
  ])('reads one sentence at the field where it writes %j, and the form stays open', async (words, said) => {
    const d = door();
    for (const form of [await d.press('aram', 'add-word', null, '계란'), await d.press('aram', 'new-group', null)]) {
      expect(await d.send('aram', form, { words })).toEqual({ type: 'field-errors', errors: { words: said } });
    }
    expect(d.lexicon.edits()).toEqual([]);
  });

  it('reads a short sentence also for a word of any length', async () => {
    const d = door();
    for (const words of [
      '가'.repeat(3000),
      'a'.repeat(3000),
      Array.from({ length: 700 }, (_, i) => `낱말${i}`).join(),
    ]) {
      const said = textOf(await adds(d, words));
      expect(said.startsWith('words: ')).toBe(true);
      expect(said.length).toBeLessThan(150);
    }
  });

  it('is told where somebody else was faster', async () => {
    const d = door();
    const [mine, theirs, adding] = [
      await d.press('aram', 'remove-word', null, '계란'),
      await d.press('hangyeol', 'remove-word', null, '계란'),
      await d.press('hangyeol', 'add-word', null, '빠르다'),
    ];
    await d.send('aram', mine, { word: 'egg' });
    expect(await d.send('hangyeol', theirs, { word: 'egg' })).toMatchObject({
      errors: { word: expect.stringContaining('그사이 다른 사람이 뺐습니다') },
    });
    for (const word of ['빠르다', 'too early']) {
      await d.send('aram', await d.press('aram', 'remove-word', null, word), { word });
    }
    expect(await d.send('hangyeol', adding, { words: '이르다' })).toMatchObject({
      errors: { words: expect.stringContaining('그사이 다른 사람이 뺐습니다') },
    });
    expect(textOf(await d.press('hangyeol', 'add-word', null, '빠르다'))).toContain('그사이 다른 사람이 뺐습니다');
  });

  it('finds the lexicon in the help, like administrators; nobody else does', async () => {
    const d = door();
    const has = async (who: string) => JSON.stringify(await d.command(who, '도움말')).includes('"lexicon"');
    expect(await Promise.all(['aram', 'gyuri', 'hana', 'duri'].map(has))).toEqual([true, true, false, false]);
  });
});

import { describe, expect, it } from 'vitest';
import { drawCard as drawInSlack } from '../../adapters/slack/blocks.ts';
import { drawCard as drawInTeams } from '../../adapters/teams/adaptive-card.ts';
import type { ThreadNote } from '../../src/domain/case/thread-notes.ts';
import { refOf } from '../../src/domain/people.ts';
import { noteCard } from '../../src/render/note-card.ts';
import { people } from '../support/a-playbook.ts';
import { lintCard } from '../support/lint-adaptive-card.ts';
import { lintBlocks } from '../support/lint-blocks.ts';
import { en, ko, masked } from './cases-of-every-status.ts';
import { linesOf } from './plain.ts';

const note = (change: Partial<ThreadNote> = {}): ThreadNote => ({
  said: { platform: 'slack', tenant: 'T1', conversation: 'C1', message: '1.1' },
  by: refOf(people.duri),
  text: masked('상자 사진 있나요?'),
  files: 0,
  permalink: null,
  isEdited: false,
  ...change,
});

describe('a note under another card of its case', () => {
  it('is the words under the name of who wrote them, and where, if that is another platform', () => {
    expect(linesOf(noteCard(note(), 'teams', ko))).toEqual(['박두리 님 (Slack)', '상자 사진 있나요?']);
    expect(linesOf(noteCard(note(), 'slack', ko))[0]).toBe('박두리 님');
    expect(linesOf(noteCard(note(), 'teams', en))[0]).toBe('박두리 (Slack)');
  });

  it('says that it was changed, what hangs on it, and where it can be read', () => {
    const card = noteCard(note({ isEdited: true, files: 2, permalink: 'https://a.example/1' }), 'teams', ko);
    expect(linesOf(card).at(-1)).toBe('고침 · 파일 2개 · 원래 메시지');
    expect(linesOf(noteCard(note({ files: 1 }), 'teams', en)).at(-1)).toBe('1 file');
    expect(linesOf(noteCard(note({ text: masked(''), files: 1 }), 'teams', ko))).toEqual([
      '박두리 님 (Slack)',
      '파일 1개',
    ]);
  });

  it('says of what was taken back only that it was', () => {
    const card = noteCard(note({ text: null, files: 2, permalink: 'https://a.example/1' }), 'teams', ko);
    expect(linesOf(card)).toEqual(['박두리 님이 메모를 지웠습니다.']);
    expect(card.fallback).toBe('박두리 님이 메모를 지웠습니다.');
  });

  it('is taken by both platforms, however long and hostile', () => {
    for (const text of [
      '<!here> *굵게* [x](https://a.example) <at>모두</at>',
      '가'.repeat(40_000),
      '👩‍👩‍👧 '.repeat(2_000),
    ]) {
      for (const r of [ko, en]) {
        const card = noteCard(note({ text: masked(text), files: 3, permalink: 'https://a.example/1' }), 'teams', r);
        const { text: fallback, blocks } = drawInSlack(card);
        expect(lintBlocks(blocks, 'message', fallback)).toEqual([]);
        expect(lintCard(drawInTeams(card, { dialogs: true }))).toEqual([]);
      }
    }
  });
});

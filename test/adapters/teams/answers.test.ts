import { describe, expect, it } from 'vitest';
import { type Around, onCard } from '../../../adapters/teams/answers.ts';
import { submitData } from '../../../adapters/teams/carried.ts';
import { drawForm } from '../../../adapters/teams/dialogs.ts';
import { caseId, causationId } from '../../../src/domain/ids.ts';
import { instant } from '../../../src/domain/instant.ts';
import type { Card } from '../../../src/ports/card.ts';
import type { Reply } from '../../../src/ports/interaction.ts';

const card = 'application/vnd.microsoft.card.adaptive';
const sentence = 'application/vnd.microsoft.activity.message';
const around = { title: '확인', submit: '보내기', cancel: '닫기', intro: [], fields: [], outro: [] };

/** Somebody sent the form that had taken the place of the card they pressed. */
function answered(reply: Partial<Extract<Reply, { type: 'done' }>>, where: { isPrivate: boolean; caseId?: string }) {
  const context = where.caseId === undefined ? {} : { caseId: where.caseId };
  const sent: Around = {
    interaction: {
      id: causationId('teams:tenant:form:1'),
      user: { platform: 'teams', tenant: 'tenant', id: 'hana' },
      locale: null,
      at: instant(0),
      surface: 'elsewhere',
      gesture: { type: 'submit', step: 'acknowledge', context, values: {} },
    },
    locale: 'ko',
    isPrivate: where.isPrivate,
    data: submitData({ ...around, step: 'acknowledge', context }, { formId: 'form-1' }),
    zone: 'Asia/Seoul',
    dialogs: true,
    on: null,
  };
  const { body } = onCard({ type: 'done', card: null, home: null, ...reply }, sent);
  return { type: (body as { type: string }).type, text: JSON.stringify(body) };
}

const saying = (text: string): Card => ({
  fallback: text,
  blocks: [{ type: 'line', spans: [{ type: 'text', text }] }],
});

describe('a form that stood in the place of a card, once it was sent', () => {
  it('leaves the place to the case’s own card, which is drawn anew there: an answer may arrive after it', () => {
    const { type, text } = answered({}, { isPrivate: false, caseId: '7' });
    expect(type).toBe(sentence);
    expect(text).toContain('반영했습니다.');
  });

  it('says in a private chat, where no card is drawn anew, which form it was', () => {
    const { type, text } = answered({}, { isPrivate: true, caseId: '7' });
    expect(type).toBe(card);
    expect(text).toContain('확인 · 반영했습니다.');
  });

  it('does the same where it was about no case yet', () => {
    expect(answered({}, { isPrivate: false }).type).toBe(card);
  });

  it('gives way to what there is to be shown, and to Home where it stood on Home', () => {
    expect(answered({ card: saying('원문') }, { isPrivate: false, caseId: '7' }).text).toContain('원문');
    const { type, text } = answered({ home: saying('할 일') }, { isPrivate: true, caseId: '7' });
    expect(type).toBe(card);
    expect(text).toContain('할 일');
  });
});

describe('a form that stands in the place of a card', () => {
  const form = { ...around, step: 'acknowledge', context: { caseId: '7' } } as const;
  const options = { locale: 'ko', zone: 'Asia/Seoul', formId: 'form-1' } as const;

  it('has a way back to the card, for which nothing need be filled in; a window has its own cross', () => {
    const titles = (where: 'card' | 'dialog') =>
      drawForm(form, { ...options, where }).actions?.map(({ title }) => title);
    expect(titles('card')).toEqual(['보내기', '닫기']);
    expect(titles('dialog')).toEqual(['보내기']);
    const [, back] = drawForm(form, { ...options, where: 'card' }).actions ?? [];
    expect(back).toMatchObject({ associatedInputs: 'none', data: { meari: { step: 'show', caseId: 7 } } });
  });

  it('gives the place back to the case’s card, whoever else reads there', () => {
    const press = { step: 'show', caseId: caseId(7), arg: 'back' } as const;
    const interaction = {
      id: causationId('teams:tenant:press:1'),
      user: { platform: 'teams', tenant: 'tenant', id: 'hana' },
      locale: null,
      at: instant(0),
      surface: 'elsewhere',
      gesture: { type: 'press', press },
    } as const;
    const rest = { locale: 'ko', isPrivate: false, data: {}, zone: 'Asia/Seoul', dialogs: true, on: null } as const;
    const { body, privately } = onCard({ type: 'say', card: saying('VOC-0007') }, { interaction, ...rest });
    expect(body).toMatchObject({ type: card });
    expect(JSON.stringify(body)).toContain('VOC-0007');
    expect(privately).toBeNull();
  });
});

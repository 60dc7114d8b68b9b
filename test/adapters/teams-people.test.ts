import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Json } from '../../adapters/sandbox/json.ts';
import { adaptive, attached, caseCard, dialog } from '../support/teams/sample-cards.ts';
import { type ScriptedBot, scriptedBot } from '../support/teams/scripted-bot.ts';

let bot: ScriptedBot;

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  bot = await scriptedBot();
});
afterAll(async () => {
  await bot.stop();
  vi.restoreAllMocks();
});

describe('somebody in Teams', () => {
  it('reads a card as it is drawn: emphasis is none of its words, an escaped sign is', async () => {
    const hana = bot.double.person('hana');
    await hana.say('카드 주세요');
    expect(hana.words().at(-1)).toBe('VOC-0001 *S2* 배송 지연\n담당 *미정*\n확인\n조치\n종결');
  });

  it('presses a button, and sees the card that the answer brings, alone', async () => {
    const [hana, yuna] = [bot.double.person('hana'), bot.double.person('yuna')];
    const { conversation } = await hana.mention('카드 주세요', bot.double.place('물류'));
    bot.answers(() => ({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: adaptive([{ type: 'TextBlock', text: '확인했습니다' }], []),
    }));
    await yuna.press('확인', conversation, 'VOC-0001');
    expect(bot.came[0]).toMatchObject({
      name: 'adaptiveCard/action',
      value: {
        action: { type: 'Action.Execute', id: 'ack', verb: 'press', data: { step: 'acknowledge' } },
        trigger: 'manual',
      },
      from: { aadObjectId: yuna.id },
      channelData: { channel: { id: conversation }, tenant: { id: bot.double.seed.bot.tenantId } },
      locale: 'ko-KR',
    });
    expect(bot.came[0]?.conversation.id).toMatch(/^19:.*;messageid=\d+$/);
    expect(yuna.words(conversation).at(-1)).toBe('확인했습니다');
    expect(hana.words(conversation).at(-1)).toContain('VOC-0001');
  });

  it('answers the question that a button unfolds', async () => {
    bot.answers(() => ({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '닫았습니다' }));
    const hana = bot.double.person('hana');
    await hana.press('종결');
    expect(bot.came[0]?.value).toMatchObject({ action: { data: { step: 'close' } } });
    expect(hana.shown.at(-1)).toBe('닫았습니다');
  });

  it('fills in a dialog; its client asks for what is missing before anything is sent', async () => {
    const hana = bot.double.person('hana');
    bot.answers(() => dialog());
    await hana.press('조치');
    expect(bot.came[0]).toMatchObject({ name: 'task/fetch', value: { data: { step: 'fix' } } });
    expect(JSON.stringify(bot.came[0]?.value)).not.toContain('msteams');
    await hana.submit();
    expect(bot.came).toHaveLength(1);
    expect(hana.errors()).toEqual({ what: '조치를 적어 주세요.' });
    await hana.fill({ what: '다시 보냈습니다', 종류: '교환', told: true });
    await expect(hana.fill({ kind: '없는 것' })).rejects.toThrow('no choice');
    bot.answers(() => ({ task: { type: 'message', value: '저장했습니다' } }));
    await hana.submit();
    expect(bot.came[0]).toMatchObject({
      name: 'task/submit',
      value: { data: { step: 'fix', case: 1, what: '다시 보냈습니다', kind: 'replaced', told: 'true' } },
    });
    expect([hana.hasForm(), hana.shown.at(-1)]).toEqual([false, '저장했습니다']);
  });

  it('reads the sentence the bot drew at a field, and finds typed only what the bot drew again', async () => {
    const hana = bot.double.person('hana');
    bot.answers(() => dialog({ type: 'TextBlock', color: 'Attention', text: '더 자세히 적어 주세요.' }));
    await hana.press('조치');
    expect(hana.errors()).toEqual({ what: '더 자세히 적어 주세요.' });
    expect(hana.suggested('kind')).toBe('solved');
    bot.answers(() => ({}));
    await hana.submit('취소');
    expect(bot.came[0]?.value).toMatchObject({ data: { cancel: true } });
    expect(hana.hasForm()).toBe(false);
  });

  it('enters a moment in its two halves, and reads what is wrong with it below', async () => {
    const hana = bot.double.person('hana');
    const half = (type: string, id: string, label: string): Json => ({ type, id, label, isRequired: true });
    const columns = [half('Input.Date', 'field:due:day', '기한'), half('Input.Time', 'field:due:time', '기한 시각')];
    const wrong = { type: 'TextRun', text: '지난 시각입니다.', color: 'Attention' };
    bot.answers(() =>
      dialog(
        { type: 'ColumnSet', columns: columns.map((input) => ({ type: 'Column', items: [input] })) },
        { type: 'RichTextBlock', inlines: [wrong] },
      ),
    );
    await hana.press('조치');
    expect(hana.errors()).toEqual({ due: '지난 시각입니다.' });
    await hana.fill({ what: '다시 보냄', due: Date.UTC(2026, 10, 23, 1, 5) });
    bot.answers(() => ({}));
    await hana.submit();
    expect(bot.came[0]?.value.data).toMatchObject({ 'field:due:day': '2026-11-23', 'field:due:time': '10:05' });
  });

  it('files a message of a colleague, and from the box below', async () => {
    const [hana, emily] = [bot.double.person('hana'), bot.double.person('emily')];
    const at = await hana.write('냉장고에서 <탄 냄새>가 난대요', bot.double.place('품질'));
    bot.answers(() => dialog());
    await emily.fileMessage(at);
    expect(bot.came[0]).toMatchObject({
      name: 'composeExtension/fetchTask',
      locale: 'en-US',
      value: {
        commandContext: 'message',
        messagePayload: { id: at.message, from: { user: { id: hana.id } }, body: { contentType: 'html' } },
      },
    });
    expect(bot.came[0]?.value.messagePayload.body.content).toContain('&lt;탄 냄새&gt;');
    await emily.fill({ what: '접수' });
    bot.answers(() => ({ composeExtension: { type: 'result', attachments: [attached(caseCard)] } }));
    await emily.submit();
    expect(bot.came[0]).toMatchObject({ name: 'composeExtension/submitAction', value: { data: { what: '접수' } } });
    expect(emily.shown.at(-1)).toContain('VOC-0001');
    bot.answers(() => dialog());
    await emily.fileFromCompose();
    expect(bot.came[0]).toMatchObject({ value: { commandContext: 'compose' } });
    emily.close();
  });

  it('is heard in a channel only where the bot is named, unless it may hear everything; so are changes', async () => {
    const hana = bot.double.person('hana');
    const before = bot.double.deliveries.length;
    await hana.write('우리끼리 하는 말', bot.double.place('품질'));
    expect(bot.double.deliveries).toHaveLength(before);
    const at = await hana.mention('저기요', bot.double.place('품질'));
    await hana.edit(at, '저기요, 정정합니다');
    await hana.erase(at);
    expect(bot.double.deliveries.slice(before).map((d) => d.what)).toEqual([
      'message',
      'messageUpdate',
      'messageDelete',
    ]);
    bot.double.hearAll(true);
    await hana.write('들리는 말', bot.double.place('품질'));
    bot.double.hearAll(false);
    expect(bot.double.deliveries).toHaveLength(before + 4);
  });
});

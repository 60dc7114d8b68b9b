import type { Json } from '../../../adapters/sandbox/json.ts';

export const adaptive = (body: readonly Json[], actions: readonly Json[]): Json => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body,
  actions,
});
export const attached = (content: Json): Json => ({ contentType: 'application/vnd.microsoft.card.adaptive', content });
export const dialog = (...more: readonly Json[]): Json => ({
  task: {
    type: 'continue',
    value: {
      title: '조치 완료',
      card: attached(
        adaptive(
          [
            { type: 'TextBlock', text: '무엇을 했는지 적어 주세요.' },
            { type: 'Input.Text', id: 'what', label: '조치', isRequired: true, errorMessage: '조치를 적어 주세요.' },
            ...more,
            {
              type: 'Input.ChoiceSet',
              id: 'kind',
              label: '종류',
              value: 'solved',
              choices: [
                { title: '해결', value: 'solved' },
                { title: '교환', value: 'replaced' },
              ],
            },
            { type: 'Input.Toggle', id: 'told', title: '고객에게 알렸습니다' },
          ],
          [
            { type: 'Action.Submit', title: '취소', associatedInputs: 'none', data: { cancel: true } },
            { type: 'Action.Submit', title: '저장', style: 'positive', data: { step: 'fix', case: 1 } },
          ],
        ),
      ),
    },
  },
});
export const caseCard = adaptive(
  [
    { type: 'TextBlock', text: '**VOC-0001** \\*S2\\* 배송 지연' },
    {
      type: 'RichTextBlock',
      inlines: [
        { type: 'TextRun', text: '담당 ' },
        { type: 'TextRun', text: '*미정*' },
      ],
    },
  ],
  [
    { type: 'Action.Execute', title: '확인', id: 'ack', verb: 'press', data: { step: 'acknowledge' } },
    { type: 'Action.Submit', title: '조치', data: { msteams: { type: 'task/fetch' }, step: 'fix' } },
    {
      type: 'Action.ShowCard',
      title: '종결',
      card: adaptive(
        [{ type: 'TextBlock', text: '닫을까요?' }],
        [{ type: 'Action.Execute', title: '닫기', verb: 'press', data: { step: 'close' } }],
      ),
    },
  ],
);

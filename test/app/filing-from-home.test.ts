import { expect, it } from 'vitest';
import { frontDoor } from '../support/front-door.ts';

it('what is filed from Home stands on Home when the form has closed', async () => {
  const door = frontDoor();
  const form = await door.says('duri', { type: 'press', press: { step: 'file', caseId: null } }, 'home');
  const answer = await door.send('duri', form, {
    words: '상자가 젖어 있었어요',
    channel: 'phone',
    kind: 'complaint',
    experience: '상자가 젖어 있었다',
    wants: ['refund'],
    department: 'logistics',
  });
  expect(answer.type === 'done' && JSON.stringify(answer.home)).toContain('VOC-0001');
});

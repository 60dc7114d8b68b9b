import type { Entries } from './entries.ts';
import type { SlackPerson } from './slack-person.ts';

/** A complaint that weighs nothing, so that one press acknowledges it; `experience` finds it again. */
export const plainVoice = (department: string, experience: string): Entries => ({
  channel: 'app_chat',
  kind: 'complaint',
  experience,
  wants: ['exchange'],
  department,
  signals: [],
});

/** Files such a complaint with `/voc`; the form is left open where it is not taken. */
export async function filePlainly(person: SlackPerson, department: string, experience: string): Promise<void> {
  await person.command(`/voc ${experience}: 시킨 것과 다른 색이 왔습니다`);
  await person.fill(plainVoice(department, experience));
  await person.submit();
}

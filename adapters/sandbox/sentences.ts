import type { Outcome } from './deliver/send.ts';

/** What Slack itself says to a person when the app did not do its part. */
export type Sentences = {
  readonly notACommand: (command: string) => string;
  readonly commandFailed: (command: string, reason: string) => string;
  readonly appFailed: (reason: string) => string;
  readonly trouble: string;
  readonly required: string;
  readonly tooShort: (least: number) => string;
  readonly tooLong: (most: number) => string;
  readonly notAnEmail: string;
  readonly notAUrl: string;
  readonly notANumber: string;
  readonly gone: string;
  readonly notYours: string;
  readonly onlyForYou: string;
  readonly empty: string;
  readonly noMove: string;
  readonly noJump: string;
  readonly onlyForward: string;
  readonly tooFarAhead: string;
};

const ko: Sentences = {
  notACommand: (command) => `${command} 명령어를 찾을 수 없습니다. 명령어를 확인해 주세요.`,
  commandFailed: (command, reason) => `${command} 명령어를 실행하지 못했습니다(${reason}). 다시 시도해 주세요.`,
  appFailed: (reason) => `앱이 응답하지 않았습니다(${reason}). 다시 시도해 주세요.`,
  trouble: '연결에 문제가 있습니다. 입력하신 내용은 그대로 있으니 다시 시도해 주세요.',
  required: '필수 항목을 입력해 주세요.',
  tooShort: (least) => `${least}자 이상 입력해 주세요.`,
  tooLong: (most) => `${most}자 이하로 입력해 주세요.`,
  notAnEmail: '이메일 주소를 확인해 주세요.',
  notAUrl: '주소를 확인해 주세요.',
  notANumber: '숫자로 입력해 주세요.',
  gone: '화면이 바뀌었습니다. 새 화면에서 다시 시도해 주세요.',
  notYours: '본인이 쓴 메시지만 삭제할 수 있습니다.',
  onlyForYou: '나에게만 표시되는 메시지에는 쓸 수 없는 기능입니다.',
  empty: '메시지를 입력해 주세요.',
  noMove: '시계를 어디로 옮길지 알 수 없습니다. 시계 메뉴에서 골라 주세요.',
  noJump: '고르신 시각은 이미 지났습니다. 시계 메뉴에서 다시 골라 주세요.',
  onlyForward: '시계는 앞으로만 옮길 수 있습니다.',
  tooFarAhead: '시계는 실제 시각에서 10년 뒤까지만 옮길 수 있습니다.',
};

const en: Sentences = {
  notACommand: (command) => `${command} is not a valid command.`,
  commandFailed: (command, reason) => `${command} failed with the error "${reason}".`,
  appFailed: (reason) => `The app did not respond (${reason}). Try again.`,
  trouble: 'We had some trouble connecting. What you typed is still here: try again.',
  required: 'Please complete this required field.',
  tooShort: (least) => `Enter at least ${least} characters.`,
  tooLong: (most) => `Enter at most ${most} characters.`,
  notAnEmail: 'Enter a valid email address.',
  notAUrl: 'Enter a valid URL.',
  notANumber: 'Enter a number.',
  gone: 'This has changed in the meantime. Try again on the new screen.',
  notYours: 'You can only delete your own messages.',
  onlyForYou: 'This cannot be done with a message that only you can see.',
  empty: 'Type a message first.',
  noMove: 'It is not clear where to move the clock. Choose from its menu.',
  noJump: 'That moment has already passed. Choose again from the menu of the clock.',
  onlyForward: 'The clock can only be moved forward.',
  tooFarAhead: 'The clock can be moved to at most ten years from the real time.',
};

export const sentencesFor = (locale: 'ko' | 'en'): Sentences => (locale === 'ko' ? ko : en);

/** Slack's name for a delivery that failed. */
export const reasonOf = (outcome: Extract<Outcome, { type: 'failed' }>): string =>
  outcome.reason === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed';

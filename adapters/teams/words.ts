import type { Locale } from '../../src/domain/playbook.ts';

type TeamsWords = {
  readonly app: string;
  /** Under a required field that was left empty. */
  readonly required: string;
  /** A moment has two fields: this one is the second. */
  readonly time: (label: string) => string;
  readonly bothParts: string;
  /** What Slack does by itself while one types. */
  readonly suggestAgain: string;
  readonly formTooLong: string;
  /** What was asked for has happened. */
  readonly done: string;
  /** More than a sentence was asked for: it is in the private chat, or below in that chat itself. */
  readonly toldPrivately: string;
  readonly toldBelow: string;
  readonly savingIsSlow: string;
  /** A file that was agreed to. */
  readonly fileNotTaken: string;
  readonly fileNotYours: string;
  /** In a client that draws no charts. */
  readonly noCharts: string;
};

/** The few sentences that only this platform needs: they speak of its own fields and windows. */
export const teamsWords: Readonly<Record<Locale, TeamsWords>> = {
  ko: {
    app: '메아리',
    required: '이 칸을 채워 주세요.',
    time: (label) => `${label} (시:분)`,
    bothParts: '날짜와 시각을 함께 골라 주세요.',
    suggestAgain: '다시 제안',
    formTooLong: '글이 길어 이 창에 다 담지 못했습니다. 나누어 등록해 주세요.',
    done: '반영했습니다.',
    toldPrivately: '1:1 대화에 적어 두었습니다.',
    toldBelow: '아래에 적어 두었습니다.',
    fileNotTaken: '파일을 넣지 못했습니다. 내보내기를 다시 요청해 주세요.',
    fileNotYours: '이 파일은 지금 드릴 수 없습니다. 내보내기를 다시 요청해 주세요.',
    savingIsSlow: '저장이 평소보다 오래 걸리고 있습니다. 입력한 내용은 그대로 있으니 잠시 후 다시 눌러 주세요.',
    noCharts: '이 앱에서는 그림이 보이지 않습니다. 같은 내용은 글로 있습니다.',
  },
  en: {
    app: 'Meari',
    required: 'Please fill this in.',
    time: (label) => `${label} (time)`,
    bothParts: 'Please choose both the date and the time.',
    suggestAgain: 'Suggest again',
    formTooLong: 'These words are too long for one window. Please file them in parts.',
    done: 'Done.',
    toldPrivately: 'The answer is in your private chat with Meari.',
    toldBelow: 'The answer is below.',
    fileNotTaken: 'The file could not be put there. Please ask for the export again.',
    fileNotYours: 'This file cannot be given to you now. Please ask for the export again.',
    savingIsSlow:
      'Saving takes longer than usual. What you typed is still here: please press the button again in a moment.',
    noCharts: 'This client shows no charts. The words here say the same.',
  },
};

/** Which language words of our own are in: a delivery does not say whom it is for, its words do. */
export const localeOf = (words: string): Locale => (/\p{Script=Hangul}/u.test(words) ? 'ko' : 'en');

import type { Locale } from '../../src/domain/playbook.ts';

type SlackWords = {
  readonly app: string;
  readonly close: string;
  /** The face of a menu with many entries. */
  readonly more: string;
  readonly savingIsSlow: string;
  readonly formDidNotOpen: string;
  readonly pictureMissing: string;
};

/** The few sentences that only this platform needs: they speak of its own clocks and windows. */
export const slackWords: Readonly<Record<Locale, SlackWords>> = {
  ko: {
    app: '메아리',
    close: '닫기',
    more: '다른 작업 선택',
    savingIsSlow: '저장이 평소보다 오래 걸리고 있습니다. 입력한 내용은 그대로 있으니 잠시 후 다시 눌러 주세요.',
    formDidNotOpen: '창을 열지 못했습니다. 한 번 더 눌러 주세요.',
    pictureMissing: '그림을 붙이지 못했습니다. 같은 내용은 글로 있습니다.',
  },
  en: {
    app: 'Meari',
    close: 'Close',
    more: 'More actions',
    savingIsSlow:
      'Saving takes longer than usual. What you typed is still here: please press the button again in a moment.',
    formDidNotOpen: 'The window could not be opened. Please press once more.',
    pictureMissing: 'The picture could not be attached. The words here say the same.',
  },
};

/** Which language words of our own are in: a delivery does not say whom it is for, its words do. */
export const localeOf = (words: string): Locale => (/\p{Script=Hangul}/u.test(words) ? 'ko' : 'en');

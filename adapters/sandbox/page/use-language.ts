import { useEffect, useState } from 'react';
import type { Language } from './words.ts';

const key = 'sandbox-language';

/** The page speaks the acting person's language until the reader chooses one; then it keeps to the choice. */
export function useLanguage(ofPerson: Language | undefined): {
  readonly language: Language;
  readonly chosen: Language | null;
  readonly choose: (language: Language) => void;
} {
  const [chosen, setChosen] = useState<Language | null>(() => {
    const stored = window.localStorage.getItem(key);
    return stored === 'ko' || stored === 'en' ? stored : null;
  });
  const language = chosen ?? ofPerson ?? (navigator.language.startsWith('ko') ? 'ko' : 'en');
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return {
    language,
    chosen,
    choose: (next) => {
      window.localStorage.setItem(key, next);
      setChosen(next);
    },
  };
}

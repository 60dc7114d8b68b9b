import type { ConfirmationDialog } from '@slack/types';
import { useCallback, useState } from 'react';

export type Question = { readonly asked: ConfirmationDialog; readonly answer: (agreed: boolean) => void };

/** A question that waits for an answer; only one at a time. */
export function useConfirm(): {
  readonly question: Question | null;
  readonly confirm: (asked: ConfirmationDialog) => Promise<boolean>;
} {
  const [question, setQuestion] = useState<Question | null>(null);
  const confirm = useCallback(
    (asked: ConfirmationDialog) =>
      new Promise<boolean>((resolve) => {
        setQuestion({
          asked,
          answer: (agreed) => {
            setQuestion(null);
            resolve(agreed);
          },
        });
      }),
    [],
  );
  return { question, confirm };
}

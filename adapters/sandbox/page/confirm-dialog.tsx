import type { ConfirmationDialog } from '@slack/types';
import { type ReactNode, useId } from 'react';
import { Text } from './blocks/text.tsx';
import { Dialog } from './dialog.tsx';
import { usePage } from './page-context.ts';

export function ConfirmDialog({
  asked,
  answer,
}: {
  readonly asked: ConfirmationDialog;
  readonly answer: (agreed: boolean) => void;
}): ReactNode {
  const { words } = usePage();
  const id = useId();
  return (
    <Dialog label={id} className="dialog confirm" onClose={() => answer(false)}>
      <h2 id={id} className="literal">
        {asked.title?.text ?? words.confirmTitle}
      </h2>
      <div className="dialog-body">
        <Text of={asked.text} />
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button plain" onClick={() => answer(false)}>
          {asked.deny?.text ?? words.no}
        </button>
        <button type="button" className={`button ${asked.style ?? 'primary'}`} onClick={() => answer(true)}>
          {asked.confirm?.text ?? words.yes}
        </button>
      </footer>
    </Dialog>
  );
}

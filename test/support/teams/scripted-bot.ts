import type { Activity, TurnContext } from 'botbuilder';
import type { Json } from '../../../adapters/sandbox/json.ts';
import { attached, caseCard } from './sample-cards.ts';
import { type Stage, teamsStage } from './stage.ts';
import type { TeamsDoubleOptions } from './teams-double.ts';

/** A bot that shows its card when it is asked for one, and answers every press as it was last told to. */
export type ScriptedBot = Stage & {
  /** Invokes as they came in, oldest first, since the last `answers`. */
  readonly came: readonly Activity[];
  /** null: with nothing. */
  readonly answers: (answer: (activity: Activity) => Json | null | Promise<Json | null>) => void;
};

export async function scriptedBot(options: Omit<TeamsDoubleOptions, 'deliverTo'> = {}): Promise<ScriptedBot> {
  const came: Activity[] = [];
  let answer: Parameters<ScriptedBot['answers']>[0] = () => null;
  const logic = async (context: TurnContext): Promise<void> => {
    const { activity } = context;
    if (activity.type === 'message' && activity.text.includes('카드')) {
      await context.sendActivity({ type: 'message', attachments: [attached(caseCard) as never] });
    }
    if (activity.type !== 'invoke') return;
    came.push(activity);
    const body = await answer(activity);
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, ...(body === null ? {} : { body }) } });
  };
  return {
    ...(await teamsStage(logic, options)),
    came,
    answers: (next) => {
      came.length = 0;
      answer = next;
    },
  };
}

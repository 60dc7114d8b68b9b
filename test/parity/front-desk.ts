import { startingValues } from '../../src/app/form-values.ts';
import { type CaseId, caseId, causationId } from '../../src/domain/ids.ts';
import type { Step } from '../../src/ports/card.ts';
import type { FormValues } from '../../src/ports/form.ts';
import type { Gesture, Reply } from '../../src/ports/interaction.ts';
import type { Office } from './office.ts';

/**
 * Acts of the company's people by the front door itself, past any platform: what a scenario starts from, and is not
 * about.
 */
export function frontDesk(
  office: Pick<Office, 'meari' | 'playbook' | 'platform' | 'tenant'>,
  /** Tells its acts from those of another desk. */
  name = 'front-desk',
) {
  const { meari, playbook, platform, tenant } = office;
  let acts = 0;
  let last = 0;

  function says(who: string, gesture: Gesture): Promise<Reply> {
    const id = playbook.people.find((person) => person.id === who)?.chat[platform];
    if (id === undefined) throw new Error(`nobody here is ${who}`);
    acts += 1;
    return meari.receive({
      id: causationId(`${name}:${acts}`),
      user: { platform, tenant, id },
      locale: null,
      at: meari.now(),
      surface: 'elsewhere',
      gesture,
    });
  }

  async function answered(who: string, reply: Reply, values: FormValues): Promise<void> {
    if (reply.type === 'nothing' || reply.type === 'done') return;
    if (reply.type !== 'open-form') throw new Error(`${who} got ${JSON.stringify(reply).slice(0, 400)}`);
    const { step, context } = reply.form;
    const filled = { ...startingValues(reply.form), ...values };
    await answered(who, await says(who, { type: 'submit', step, context, values: filled }), {});
  }

  /** Numbers have gaps; every filing says something of its own. */
  async function filedAs(experience: string): Promise<CaseId | null> {
    for (let n = last + 1; n < last + 20; n++) {
      if ((await meari.store.load(caseId(n)))?.state.voice.experience !== experience) continue;
      last = n;
      return caseId(n);
    }
    return null;
  }

  const press = (who: string, step: Step, id: CaseId, arg?: string): Promise<Reply> =>
    says(who, { type: 'press', press: { step, caseId: id, ...(arg === undefined ? {} : { arg }) } });

  return {
    /** What a press, or a command, is answered with. */
    press,
    command: (who: string, text: string): Promise<Reply> => says(who, { type: 'command', text }),
    /** Presses, fills in the form if one opens, and insists that it went through. */
    does: async (who: string, step: Step, id: CaseId, values: FormValues = {}, arg?: string): Promise<void> => {
      await answered(who, await press(who, step, id, arg), values);
    },
    /** 박두리 files, or `who` does; for logistics, and of no great severity, unless told otherwise. */
    file: async (values: FormValues = {}, who = 'duri'): Promise<CaseId> => {
      const experience = `상자가 젖어 왔다 ${acts + 1}`;
      const form = await says(who, { type: 'command', text: String(values['words'] ?? '상자가 젖어서 왔어요.') });
      await answered(who, form, {
        channel: 'phone',
        kind: 'complaint',
        wants: ['refund'],
        department: 'logistics',
        signals: [],
        experience,
        ...values,
      });
      const id = await filedAs(String(values['experience'] ?? experience));
      if (id === null) throw new Error(`nothing was filed as ${experience}`);
      return id;
    },
    filedAs,
  };
}
export type FrontDesk = ReturnType<typeof frontDesk>;

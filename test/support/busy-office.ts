import { setTimeout as pause } from 'node:timers/promises';
import type { Sandbox } from '../../adapters/sandbox/sandbox.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { plainVoice } from './plain-filing.ts';
import { type SlackPerson, slackPerson } from './slack-person.ts';

const { labels } = wordsIn('ko').steps;
/** Slack's own: after this long a window that was asked for can no longer open. */
const triggerMs = 3_200;

export type Desk = { readonly department: string; readonly channel: string; readonly member: string };

/**
 * People at work while the ground shakes: agents file, members acknowledge and write notes, each presses again where
 * nothing came of it, as people do. `filed` names what the agents were told is filed.
 */
export function busyOffice(sandbox: Pick<Sandbox, 'act' | 'state'>, agents: readonly string[], desks: readonly Desk[]) {
  const filed: string[] = [];
  let count = 0;
  let open = true;

  async function file(agent: SlackPerson, turn: number): Promise<void> {
    const desk = desks[turn % desks.length];
    const experience = `${agent.id}의 ${turn}번째 건`;
    while (desk !== undefined) {
      try {
        if (!agent.hasForm()) await agent.command(`/voc ${experience}: 시킨 것과 다른 색이 왔습니다`);
        for (let waited = 0; !agent.hasForm() && waited < triggerMs; waited += 20) await pause(20);
        if (!agent.hasForm()) continue;
        const view = sandbox.state.modals(agent.id).at(-1)?.id;
        agent.enter(plainVoice(desk.department, experience));
        await agent.submit();
        if (sandbox.state.modals(agent.id).some(({ id }) => id === view)) await pause(100);
        else {
          filed.push(experience);
          return;
        }
      } catch {
        // "Something went wrong": the person presses again.
        await pause(100);
      }
    }
  }

  async function agentAtWork(id: string, offset: number, paceMs: number): Promise<void> {
    const agent = slackPerson(sandbox, id);
    while (open) {
      count += 1;
      await file(agent, offset + count);
      await pause(paceMs);
    }
  }

  async function memberAtWork({ channel, member }: Desk, paceMs: number): Promise<void> {
    const person = slackPerson(sandbox, member);
    for (let turn = 0; open; turn += 1) {
      try {
        const cards = sandbox.state.messages(channel).filter((m) => m.threadTs === null && m.onlyFor === null);
        const waiting = cards.find((m) => JSON.stringify(m.blocks).includes(`"text":"${labels.acknowledge}"`));
        const any = cards[turn % Math.max(1, cards.length)];
        if (waiting !== undefined) await person.press(labels.acknowledge, channel, numberIn(waiting.text));
        else if (any !== undefined) await note(person, channel, numberIn(any.text), turn);
      } catch {
        await pause(100);
      }
      await pause(paceMs);
    }
  }

  async function note(person: SlackPerson, channel: string, about: string, turn: number): Promise<void> {
    if (!person.hasForm()) await person.press(labels.note, channel, about);
    for (let waited = 0; !person.hasForm() && waited < triggerMs; waited += 20) await pause(20);
    if (!person.hasForm()) return;
    person.enter({ text: `${turn}번째 메모` });
    await person.submit();
  }

  let working: Promise<unknown> = Promise.resolve();
  return {
    filed,
    /** `agentMs`, `memberMs`: how long each rests between two things. */
    begin: (agentMs: number, memberMs: number): void => {
      working = Promise.all([
        ...agents.map((agent, i) => agentAtWork(agent, i * 7, agentMs)),
        ...desks.map((desk) => memberAtWork(desk, memberMs)),
      ]);
    },
    /** Everybody finishes what is in hand and goes home. */
    end: async (): Promise<void> => {
      open = false;
      await working;
    },
  };
}

const numberIn = (text: string): string => /VOC-\d+/.exec(text)?.[0] ?? '';

import { isJson, type Json, textOf } from '../json.ts';
import { ClockRefusal } from '../movable-clock.ts';
import { clockView } from '../page-views.ts';
import { findPerson } from '../people.ts';
import type { ClockResult } from '../protocol.ts';
import { type Sentences, sentencesFor } from '../sentences.ts';
import type { World } from '../world.ts';

const isLength = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value > 0;

/** The movement that a request asks for, or why there is none. */
const readMove = ({ clock, jumps }: World, body: Json, say: Sentences): (() => void) | string => {
  const { by, to, rate, for: length } = body;
  if ([by, to, rate].filter((each) => each !== undefined).length !== 1) return say.noMove;
  if (typeof to === 'string') {
    const jump = jumps().find(({ key }) => key === to);
    return jump ? () => clock.to(jump.at) : say.noJump;
  }
  if (typeof by === 'number' && by !== 0) return () => clock.move(by);
  if (rate === 1) return clock.stop;
  if (!isLength(rate) || !(length === undefined || isLength(length))) return say.noMove;
  return () => clock.run(rate, length === undefined ? null : clock.now() + length);
};

const refusal = (fault: ClockRefusal, say: Sentences): string => {
  switch (fault.code) {
    case 'backwards':
      return say.onlyForward;
    case 'too_far':
      return say.tooFarAhead;
    default:
      return say.noMove;
  }
};

/** A person moves the workspace's clock, for everybody in it. */
export const moveClock = (world: World, body: unknown): ClockResult => {
  const asked = isJson(body) ? body : {};
  const person = findPerson(world, textOf(asked, 'as')) ?? findPerson(world, world.seed.users[0]?.id ?? '');
  const say = sentencesFor(person?.locale ?? 'en');
  const move = readMove(world, asked, say);
  if (typeof move === 'string') return { ok: false, error: move };
  try {
    move();
    return { ok: true, clock: clockView(world) };
  } catch (fault) {
    if (fault instanceof ClockRefusal) return { ok: false, error: refusal(fault, say) };
    throw fault;
  }
};

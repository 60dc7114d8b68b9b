import { nameBlocks } from '../blocks.ts';
import { isJson, type Json, listOf } from '../json.ts';
import { findPerson } from '../people.ts';
import { isTooLarge, validateView } from '../validate/validate-view.ts';
import { viewJson } from '../view-json.ts';
import { STACK_LIMIT, type StoredView } from '../views.ts';
import type { World } from '../world.ts';
import { type Answer, type Args, done, fail, type Method } from './call.ts';

/** A view that may be shown, its blocks named; or Slack's refusal. */
export const readView = (
  world: World,
  given: unknown,
  type: 'modal' | 'home',
  current: StoredView | null,
): Json | Answer => {
  if (given === undefined) return fail('invalid_arguments', ['missing required field: view']);
  if (!isJson(given)) return fail('invalid_arguments', ['must provide an object [json-pointer:/view]']);
  if (isTooLarge(given)) return fail('view_too_large');
  const problems = validateView(given, type);
  if (problems.length > 0) return fail('invalid_arguments', problems);
  const external = given['external_id'];
  const holder = typeof external === 'string' && external !== '' ? world.views.byExternalId(external) : null;
  if (holder && holder.id !== current?.id) return fail('duplicate_external_id');
  return { ...given, blocks: nameBlocks(listOf(given['blocks'])) };
};

export const isRefusedView = (view: Json | Answer): view is Answer => view['ok'] === false;

const redeem = (world: World, args: Args): { readonly user: string; readonly view: string | null } | Answer => {
  const trigger = args.text('trigger_id');
  if (trigger === '') return fail('invalid_arguments', ['missing required field: trigger_id']);
  const redeemed = world.triggers.redeem(trigger);
  return typeof redeemed === 'string' ? fail(redeemed) : redeemed;
};

const shown = (world: World, stored: StoredView): Answer => done({ view: viewJson(world, stored) });

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': {
    tier: 'tier4',
    run: (world, args) => {
      // A view that Slack will not take does not use up the trigger.
      const view = readView(world, args.json('view'), 'modal', null);
      if (isRefusedView(view)) return view;
      const trigger = redeem(world, args);
      return 'ok' in trigger ? trigger : shown(world, world.views.open(trigger.user, view));
    },
  },
  'views.push': {
    tier: 'tier4',
    run: (world, args) => {
      const view = readView(world, args.json('view'), 'modal', null);
      if (isRefusedView(view)) return view;
      const trigger = redeem(world, args);
      if ('ok' in trigger) return trigger;
      const stack = world.views.stack(trigger.user);
      // Only what happened in an open modal may put another on top of it.
      if (trigger.view === null || !stack.some((each) => each.id === trigger.view)) return fail('not_found');
      if (stack.length >= STACK_LIMIT) return fail('push_limit_reached');
      return shown(world, world.views.push(trigger.user, view));
    },
  },
  'views.update': {
    tier: 'tier4',
    run: (world, args) => {
      const found = args.has('view_id')
        ? world.views.find(args.text('view_id'))
        : world.views.byExternalId(args.text('external_id'));
      if (!found) return fail('not_found');
      const type = found.view['type'] === 'home' ? 'home' : 'modal';
      const view = readView(world, args.json('view'), type, found);
      if (isRefusedView(view)) return view;
      if (args.has('hash') && args.text('hash') !== found.hash) return fail('hash_conflict');
      return shown(world, world.views.update(found, view));
    },
  },
  'views.publish': {
    tier: 'tier4',
    run: (world, args) => {
      const person = findPerson(world, args.text('user_id'));
      if (!person) return fail('invalid_arguments', ['invalid `user_id`']);
      const current = world.views.home(person.id);
      const view = readView(world, args.json('view'), 'home', current);
      if (isRefusedView(view)) return view;
      if (args.has('hash') && current && args.text('hash') !== current.hash) return fail('hash_conflict');
      return shown(world, world.views.publish(person.id, view));
    },
  },
};

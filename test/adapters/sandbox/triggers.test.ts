import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientOf, errorOf, modal, openStage, type Stage } from './workspace.ts';

describe('the permission to open a modal', () => {
  let stage: Stage;
  let later = 0;
  let trigger = '';
  beforeEach(async () => {
    later = 0;
    stage = await openStage({ now: () => Date.now() + later });
    stage.app.shortcut('new', async ({ ack, body }) => {
      trigger = body.trigger_id;
      await ack();
    });
    stage.app.action('more', async ({ ack, body }) => {
      trigger = 'trigger_id' in body ? body.trigger_id : '';
      await ack();
    });
    await stage.sandbox.act({ as: 'U0HANA', do: 'global-shortcut', callbackId: 'new' });
  });
  afterEach(() => stage.stop());

  const open = (view: object = modal('접수')) =>
    errorOf(clientOf(stage.sandbox).views.open({ trigger_id: trigger, view: view as never }));
  const more = { type: 'button', action_id: 'more', text: { type: 'plain_text', text: '더' } };
  const withButton = modal('접수', { blocks: [{ type: 'actions', block_id: 'b', elements: [more] }] });
  const pressMore = async () => {
    const viewId = stage.sandbox.state.modals('U0HANA').at(-1)?.id ?? '';
    const container = { type: 'view', viewId } as const;
    await stage.sandbox.act({
      as: 'U0HANA',
      do: 'press',
      container,
      blockId: 'b',
      action: { action_id: 'more' },
      values: {},
    });
  };
  const push = () => errorOf(clientOf(stage.sandbox).views.push({ trigger_id: trigger, view: withButton }));

  it('is good once', async () => {
    expect(await open()).toBe('ok');
    expect(await open()).toBe('exchanged_trigger_id');
  });

  it('ends after three seconds', async () => {
    later = 3001;
    expect(await open()).toBe('expired_trigger_id');
  });

  it('cannot be made up', async () => {
    trigger = '1.2.made-up';
    expect(await open()).toBe('invalid_trigger_id');
  });

  it('is not used up by a view that Slack refuses', async () => {
    expect(await open({ ...modal('접수'), title: { type: 'plain_text', text: '가'.repeat(25) } })).toBe(
      'invalid_arguments',
    );
    expect(await open()).toBe('ok');
  });

  it('stacks three modals and not a fourth', async () => {
    await open(withButton);
    await pressMore();
    expect(await push()).toBe('ok');
    await pressMore();
    expect(await push()).toBe('ok');
    await pressMore();
    expect(await push()).toBe('push_limit_reached');
  });

  it('puts nothing on top of a modal in which nothing was pressed', async () => {
    expect(await push()).toBe('not_found');
  });

  it('guards an update by the hash of what was seen', async () => {
    await open();
    const seen = stage.sandbox.state.modals('U0HANA').at(-1);
    const { views } = clientOf(stage.sandbox);
    const view_id = seen?.id ?? '';
    const hash = seen?.hash ?? '';
    expect(await errorOf(views.update({ view_id, hash, view: modal('하나') }))).toBe('ok');
    expect(await errorOf(views.update({ view_id, hash, view: modal('둘') }))).toBe('hash_conflict');
    expect(await errorOf(views.update({ view_id: 'V0NONE', view: modal('둘') }))).toBe('not_found');
  });
});

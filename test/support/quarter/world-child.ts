import { loadConfig } from '../../../src/config.ts';
import { causationId } from '../../../src/domain/ids.ts';
import type { Reply } from '../../../src/ports/interaction.ts';
import { compose, type Meari } from '../../../src/wire.ts';
import { faultOf } from '../../../src/wire-log.ts';
import type { Answer, Order, Shown } from './protocol.ts';

// A Meari in a process of its own that takes the time from whoever started it, rings by itself many times a second and
// whenever it is told, and may be killed at any moment. Once loaded it says `ready` and waits to be opened.

/** Between two rings of its own. */
const ringMs = 80;
let ahead = 0;
let meari: Meari | null = null;

const say = (answer: Answer): void => {
  process.send?.(answer);
};
const telling = (level: 'warn' | 'error') => (what: string, data?: unknown) => say({ did: 'log', level, what, data });

function shown(reply: Reply): Shown {
  switch (reply.type) {
    case 'field-errors':
      return {
        taken: false,
        says: Object.entries(reply.errors)
          .map((each) => each.join(': '))
          .join('; '),
      };
    case 'say':
      return { taken: false, says: reply.card.fallback };
    case 'open-form':
      return { taken: false, says: `a form opens: ${reply.form.step}` };
    default:
      return { taken: true, says: '' };
  }
}

async function follow(order: Order): Promise<void> {
  switch (order.do) {
    case 'open':
      ahead = order.ahead;
      meari = await compose(
        loadConfig({ ...order.env }),
        { info: () => {}, warn: telling('warn'), error: telling('error') },
        { gapMs: () => 0, clock: () => Date.now() + ahead },
      );
      setInterval(() => {
        meari?.keepTime.kick();
        meari?.deliver();
      }, ringMs);
      return say({ did: 'order', id: order.id, reply: null });
    case 'time':
      ahead = order.ahead;
      return;
    case 'tick':
      await meari?.keepTime.tick();
      meari?.deliver();
      return say({ did: 'order', id: order.id, reply: null });
    case 'receive': {
      if (meari === null) return;
      const reply = await meari.receive({
        id: causationId(order.interaction),
        user: { platform: 'slack', tenant: 'T0SANDBOX', id: order.user },
        locale: null,
        at: meari.now(),
        surface: 'elsewhere',
        gesture: order.gesture,
      });
      return say({ did: 'order', id: order.id, reply: shown(reply) });
    }
  }
}

process.on('message', (order: Order) => {
  follow(order).catch((fault: unknown) => say({ did: 'break', what: JSON.stringify(faultOf(fault)) }));
});
process.on('disconnect', () => process.exit(0));
say({ did: 'ready' });

import type { Faults } from '../faults.ts';
import type { Send } from './send.ts';
import type { SocketMode } from './socket-mode.ts';

export type Delivery = { readonly deliver: Send };

/** By socket while the app has one open, else signed over HTTP; as often as the fault switch says, the first answer counts. */
export const createDelivery = (http: Send, sockets: SocketMode, faults: Faults): Delivery => ({
  deliver: async (dispatch, retry) => {
    const send = sockets.isConnected() ? sockets.send : http;
    const first = await send(dispatch, retry);
    for (let sent = 1; sent < faults.settings().duplicateDelivery; sent += 1) await send(dispatch, retry);
    return first;
  },
});

/** Preloaded into a server that has no option for its host: it listens on this machine alone. */
const { Server } = require('node:net');

const { listen } = Server.prototype;
Server.prototype.listen = function listenHere(port, ...rest) {
  const isBare = typeof port === 'number' && typeof rest[0] !== 'string';
  return listen.call(this, port, ...(isBare ? ['127.0.0.1'] : []), ...rest);
};

import type { IncomingMessage } from 'node:http';

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Host name and port of this machine itself, or null. */
const localAuthority = (url: string): string | null => {
  if (!URL.canParse(url)) return null;
  const { hostname, host } = new URL(url);
  return LOCAL.has(hostname) ? host : null;
};

/**
 * Whether the request was meant for this machine by a page of this server. A foreign page whose name has been pointed here (DNS
 * rebinding) shows in Host; a foreign page that posts here shows in Origin.
 */
export const isFromHere = (req: IncomingMessage): boolean => {
  const host = localAuthority(`http://${req.headers.host ?? ''}`);
  if (host === null) return false;
  const { origin } = req.headers;
  if (origin !== undefined && localAuthority(origin) !== host) return false;
  const site = req.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  // A link elsewhere may lead here; nothing elsewhere may read or post here.
  return (
    req.method === 'GET' && req.headers['sec-fetch-mode'] === 'navigate' && req.headers['sec-fetch-dest'] === 'document'
  );
};

/** The address asked for; null when it is none ('//'). */
export const urlOf = (req: IncomingMessage): URL | null => {
  const path = req.url ?? '/';
  return URL.canParse(path, 'http://sandbox') ? new URL(path, 'http://sandbox') : null;
};

/** Addresses of this machine, as sockets report them. */
export const isLoopbackAddress = (address: string | undefined): boolean =>
  address !== undefined && (/^(::ffff:)?127\./.test(address) || address === '::1');

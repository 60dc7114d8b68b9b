/** The address of a message is made of its conversation and its time. */
export function permalink(channel: unknown, ts: unknown, domain: string | null): string | null {
  if (domain === null || typeof channel !== 'string' || typeof ts !== 'string') return null;
  if (!/^[A-Z0-9]+$/.test(channel) || !/^\d+\.\d+$/.test(ts)) return null;
  const host = domain.includes('.') ? domain : `${domain}.slack.com`;
  return `https://${host}/archives/${channel}/p${ts.replace('.', '')}`;
}

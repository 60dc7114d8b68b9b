import { unescaped } from './text.ts';

/** What a person typed, from Slack's encoding of it: `<@U1|kim>` → `@kim`, `<https://a.b|here>` → `here (https://a.b)`. */
export function plainText(encoded: string): string {
  return unescaped(encoded.replace(/<([^<>\n]+)>/g, (_, inside: string) => readable(inside)));
}

function readable(inside: string): string {
  const bar = inside.indexOf('|');
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? '' : inside.slice(bar + 1);
  switch (target.charAt(0)) {
    case '@':
    case '#':
      return `${target.charAt(0)}${label || target.slice(1)}`;
    case '!':
      return special(target.slice(1), label);
    default:
      return link(target, label);
  }
}

function special(target: string, label: string): string {
  if (target.startsWith('date^')) return label;
  if (target.startsWith('subteam^')) return label.startsWith('@') ? label : `@${label || target.slice(8)}`;
  return `@${target}`;
}

function link(target: string, label: string): string {
  const address = target.replace(/^(?:mailto|tel):/, '');
  if (label === '' || label === address || target.replace(/^https?:\/\//, '') === label.replace(/^https?:\/\//, '')) {
    return label.includes('://') || label === '' ? address : label;
  }
  return /^(?:mailto|tel):/.test(target) ? label : `${label} (${address})`;
}

/** `<@U0BOT> 배송이 늦어요` → `배송이 늦어요`: the bot's own name says nothing. */
export function withoutMention(encoded: string, botUserId: string): string {
  return encoded.replace(new RegExp(`<@${botUserId.replace(/\W/g, '')}(?:\\|[^<>]*)?>\\s*`, 'g'), '').trim();
}

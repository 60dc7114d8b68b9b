import type { Words } from '../words.ts';

export const exporting: Words['export'] = {
  making: (days, n) =>
    `${n} cases filed ${days} are being written into tables. The file comes to your private conversation with Meari.`,
  makingOwn: (days, n) =>
    `${n} cases of your department filed ${days} are being written into tables. The file comes to your private conversation with Meari.`,
  nothing: (days) => `No case was filed ${days}.`,
  tooMany: (days, n, most) =>
    `${days} has ${n} cases, and chat takes out ${most} at most. Name a shorter period, or ask an administrator for an export by the command line (npm run meari -- export).`,
  noPeriod: 'A period reads like 2026-11, 2026-11-23 or 2026-11-01~2026-11-30. Without one it is this month.',
  notAllowed:
    'Executives, the VOC desk and administrators take records out, and whoever leads a department takes out its own.',
  failed: 'The file could not be sent. Please ask again in a while; if it still fails, tell an administrator.',
  title: (days, n) => `VOC ${days} · ${n} cases`,
};

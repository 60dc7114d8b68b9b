import type { Words } from '../words.ts';

export const notes: Words['notes'] = {
  elsewhere: (who, platform) => `${who} (${platform})`,
  edited: 'edited',
  files: (n) => `${n} ${n === 1 ? 'file' : 'files'}`,
  takenBack: (who) => `${who} deleted a note.`,
  kept: (number) => `Kept as a note of ${number}.`,
};

import type { Words } from '../words.ts';

export const lexicon: Words['lexicon'] = {
  title: 'Lexicon',
  titleOf: (search) => `Lexicon · ${search}`,
  what: 'Words of one group mean the same: a case told with any of them is found as similar.',
  holds: (groups, words) => `${groups} groups, ${words} words`,
  how: 'Type /voc words and a word to see the groups it stands in, such as /voc words egg',
  kinds: { thing: 'Thing', trouble: 'Trouble' },
  list: (words) => words.join(' · '),
  others: (n) => `${n} more`,
  notThere: (search) => `“${search}” stands in no group yet.`,
  joinHow: 'Look up a word that means the same and press [Add words], or begin with [New group].',
  moreGroups: (n) => `${n} more groups. Look for a longer word.`,
  latest: 'Edited lately',
  edited: {
    added: (who, when, words, beside) =>
      beside === null ? `${when} ${who} began a group: ${words}` : `${when} ${who} added to “${beside}”: ${words}`,
    removed: (who, when, word, beside) =>
      beside === null
        ? `${when} ${who} removed the group: ${word}`
        : `${when} ${who} removed from “${beside}”: ${word}`,
  },
  ask: (who) => `The VOC desk and administrators edit the words. If one is missing, please tell them: ${who}.`,
  editorsOnly: (who) => `Only the VOC desk and administrators edit the words. Please ask them: ${who}.`,
  noEditor: 'Only the VOC desk and administrators edit the words. Please name somebody in the playbook.',
  meantVoice: "If these are a customer's words, press [File a VOC].",
  group: 'Group',
  words: 'Words to add',
  wordsHint:
    'Nouns as they are, English words in their base form; several are separated by commas. Korean is welcome too.',
  groupWords: 'Words that mean the same',
  groupWordsHint: 'Separated by commas, such as: duck egg, 오리알',
  kind: 'What are they about?',
  kindChoices: {
    thing: 'What a case is about (product, function, place, person)',
    trouble: 'What went wrong (broken, late, not working)',
  },
  word: 'Word to remove',
  follows: 'Used everywhere within a minute; cases filed before are found by it at once.',
  added: (words, beside) => (beside === null ? `A new group: ${words}.` : `Added to “${beside}”: ${words}.`),
  removed: (word, beside) => (beside === null ? `The group is gone: ${word}.` : `Removed from “${beside}”: ${word}.`),
  problems: {
    none: 'Please write a word, in Korean or English.',
    short: (word) => `“${word}”: only words of two letters or more can be looked for. Please write a longer one.`,
    long: (word, most) => `“${word}”: up to ${most} characters. Please write it shorter.`,
    marks: (word) => `“${word}”: please write letters and digits only, without signs.`,
    mixed: (word) => `“${word}”: please separate Korean and English with a comma.`,
    unheard: (word) => `“${word}”: no case can be found by this alone. Please write a word with a meaning of its own.`,
    there: (word, group) => `“${word}” is there already: ${group}. To move it, remove it from that group first.`,
    tells: {
      praise: (word) => `“${word}” tells praise from a complaint, so it cannot be added.`,
      question: (word) => `“${word}” tells a question from a complaint, so it cannot be added.`,
    },
    many: {
      group: (most) => `A group holds up to ${most} words. Please begin a new group for some of them.`,
      message: (most) => `Up to ${most} words at a time. Please add them in parts.`,
    },
    gone: 'Somebody has removed it meanwhile. Please close this and look again with /voc words.',
    personal: 'It looks like personal data, a phone number or a name, so it was not kept. Please write only the words.',
  },
};

import type { Parts } from '../../calendar.ts';
import type { Words } from '../words.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const time: Words['time'] = {
  date: (p: Parts, withYear: boolean): string =>
    `${weekdays[p.weekday] ?? ''} ${p.date} ${months[p.month - 1] ?? ''}${withYear ? ` ${p.year}` : ''}`,
  today: (clock) => `today ${clock}`,
  until: (when) => when,
};

export const glossary: Words['glossary'] = {
  tiers: { S1: 'critical', S2: 'major', S3: 'moderate', S4: 'minor' },
  noTier: 'no severity',
  kinds: {
    complaint: 'complaint',
    claim: 'claim',
    inquiry: 'inquiry',
    suggestion: 'suggestion',
    requirement: 'B2B requirement',
    praise: 'praise',
    voe: 'voice of employee',
    void: 'void',
  },
  touchpoints: { pre: 'Before', first: 'First contact', core: 'In use', last: 'Finishing', post: 'Afterwards' },
  touchpointHints: {
    pre: 'looking, comparing, being promised',
    first: 'meeting us, signing up',
    core: 'using what they paid for',
    last: 'paying, receiving, leaving',
    post: 'later, coming back',
  },
  statuses: {
    new: 'filed',
    routed: 'assigned',
    acknowledged: 'acknowledged',
    working: 'working',
    held: 'on hold',
    adjudication: 'adjudication',
    deciding: 'awaiting a decision',
    fixed: 'fixed',
    replied: 'replied',
    closed: 'closed',
    refused: 'refused',
    merged: 'merged',
    withdrawn: 'withdrawn',
    void: 'void',
  },
  verdicts: {
    accepted: 'accepted',
    dissatisfied: 'not satisfied',
    unreachable: 'could not be reached',
    notDue: 'no reply due',
  },
  personalData: {
    rrn: 'resident number',
    card: 'card number',
    passport: 'passport number',
    phone: 'phone number',
    account: 'account number',
    email: 'e-mail address',
    address: 'address',
    name: 'name',
  },
  roles: {
    csAgent: 'CS agent',
    csLead: 'CS lead',
    vocDesk: 'VOC desk',
    deptLead: 'department lead',
    executive: 'executive',
    privacyOfficer: 'privacy officer',
    admin: 'administrator',
  },
  needsHuman: { money: 'money', urgent: 'urgent', empathy: 'empathy' },
  desk: 'VOC desk',
  unrouted: 'No department yet',
  person: (name) => name,
  cases: (n) => (n === 1 ? '1 case' : `${n} cases`),
  won: (amount) => `₩${amount}`,
  points: (n) => (n === 1 ? '1 point' : `${n} points`),
};

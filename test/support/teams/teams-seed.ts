import { createHash } from 'node:crypto';
import type { Playbook } from '../../../src/domain/playbook.ts';
import type { BotRegistration } from './local-issuer.ts';

export type TeamsUser = {
  readonly aadObjectId: string;
  readonly name: string;
  readonly email: string;
  /** As the person's client says it: `ko-KR`, `en-US`. */
  readonly locale: string;
  /** Of another company; absent: of the tenant itself. */
  readonly tenantId?: string;
  /** Let into the tenant from outside. */
  readonly isGuest?: boolean;
  /** Has not installed the bot. */
  readonly withoutBot?: boolean;
};
type TeamsTeam = { readonly id: string; readonly aadGroupId: string; readonly name: string };
export type TeamsChannel = {
  readonly id: string;
  readonly name: string;
  readonly team: string;
};

export type TeamsSeed = {
  readonly bot: BotRegistration & { readonly name: string };
  /** `withoutBot`: nobody has added the bot to it. */
  readonly teams: readonly (TeamsTeam & { readonly withoutBot?: boolean })[];
  /** Besides the one that every team has and that carries the team's own id. */
  readonly channels: readonly TeamsChannel[];
  readonly users: readonly TeamsUser[];
};

export const botRegistration = {
  appId: '4c1b2f6e-0b2d-4f0e-9d8a-7f5a3e2c1b00',
  password: 'a secret of the tests',
  tenantId: '72f988bf-1111-4222-8333-0123456789ab',
} as const;
export const otherTenant = '0a0a0a0a-9999-4888-8777-00000000cafe';

/** The same name, the same id, in every run. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const thread = (name: string): string => `19:${idOf(name).replaceAll('-', '')}@thread.tacv2`;
const team = (name: string) => ({ id: thread(`team ${name}`), aadGroupId: idOf(`group ${name}`), name });

const factory = team('제조본부');
const closed = team('임원실');
const user = (name: string, mailbox: string, locale = 'ko-KR'): TeamsUser => ({
  aadObjectId: idOf(mailbox),
  name,
  email: `${mailbox}@hanbit.example`,
  locale,
});

/** A small company: a team with two channels besides General, a team without the bot, four people and a stranger. */
export const smallCompany = {
  bot: { ...botRegistration, name: '메아리' },
  teams: [factory, { ...closed, withoutBot: true }],
  channels: [
    { id: thread('물류'), name: '물류', team: factory.id },
    { id: thread('품질'), name: '품질', team: factory.id },
    { id: thread('보안'), name: '보안', team: closed.id },
  ],
  users: [
    user('김하나', 'hana'),
    user('강유나', 'yuna'),
    user('Emily Carter', 'emily', 'en-US'),
    { ...user('전마루', 'maru'), withoutBot: true },
    { aadObjectId: idOf('stranger'), name: '나그네', email: 'x@other.example', locale: 'ko-KR', tenantId: otherTenant },
  ],
} as const satisfies TeamsSeed;

/** A playbook's company: its people, by the id it gives them or one made of their own, and every channel it names. */
export function teamsOf(playbook: Playbook): TeamsSeed {
  const named = [
    { id: playbook.desk.channels.teams, name: 'voc-desk' },
    ...playbook.departments.map((d) => ({ id: d.channels.teams, name: d.name[playbook.locale] })),
  ];
  return {
    bot: smallCompany.bot,
    teams: [factory],
    channels: named.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, name, team: factory.id }])),
    users: playbook.people.map((person) => ({
      aadObjectId: person.chat.teams ?? idOf(person.id),
      name: person.name,
      email: person.email ?? `${person.id}@hanbit.example`,
      locale: person.locale === 'ko' ? 'ko-KR' : 'en-US',
    })),
  };
}

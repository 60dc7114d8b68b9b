import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/database.ts';
import { type DirectoryOptions, directory } from '../../db/directory.ts';
import { personId } from '../../src/domain/ids.ts';
import type { Locale, Playbook } from '../../src/domain/playbook.ts';
import type { Profile } from '../../src/ports/chat-gateway.ts';
import type { Directory, Known } from '../../src/ports/directory.ts';
import type { ExternalUser } from '../../src/ports/interaction.ts';
import { aPlaybook, cs, logistics, people } from '../support/a-playbook.ts';
import { eachDatabase } from '../support/databases.ts';

const slack = (id: string, tenant = 'T1'): ExternalUser => ({ platform: 'slack', tenant, id });
const profile = (of: Partial<Profile> = {}): Profile => ({
  isColleague: true,
  name: '한지우',
  email: null,
  locale: null,
  zone: null,
  ...of,
});

/** 김하나 is known by her work e-mail only. */
const playbook: Playbook = {
  ...aPlaybook,
  people: aPlaybook.people.map((p) => (p.id === people.hana.id ? { ...p, chat: {} } : p)),
};

eachDatabase((_, open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  /** Each has its own memory, as each replica does. */
  const aDirectory = (options: Partial<DirectoryOptions> = {}) =>
    directory(db, {
      playbook,
      profile: async () => null,
      tenants: () => [{ platform: 'slack', tenant: 'T1' }],
      ...options,
    });

  const withMail = (email: string): Playbook => ({
    ...playbook,
    people: playbook.people.map((p) => (p.id === people.hana.id ? { ...p, email } : p)),
  });
  const met = async (one: Directory, user: ExternalUser, hint: Locale | null = null): Promise<Known> => {
    const known = await one.resolve(user, hint);
    if (known === null) throw new Error(`${user.id} is nobody here`);
    return known;
  };

  describe('somebody of the playbook', () => {
    it('is known by chat id, without asking the platform', async () => {
      const found = await aDirectory({
        profile: async () => {
          throw new Error('not needed');
        },
      }).resolve(slack('UDURI'), 'en');
      const { id, name, department, roles } = people.duri;
      expect(found).toEqual({ person: { id, name, department, roles }, locale: 'ko', zone: 'Asia/Seoul' });
    });

    it('is found by work e-mail where the playbook names no chat id, and has a place by user id from then on', async () => {
      const one = aDirectory({ profile: async () => profile({ email: 'HANA@meari.test', zone: 'Europe/Berlin' }) });
      const found = await one.resolve(slack('U-hana'), null);
      expect(found).toMatchObject({ person: { id: people.hana.id, department: logistics }, zone: 'Europe/Berlin' });
      const place = { platform: 'slack', tenant: 'T1', kind: 'person', id: 'U-hana' };
      expect(await one.placesOf(people.hana.id)).toEqual([place]);
      expect(await aDirectory().placesOf(people.hana.id)).toEqual([place]);
      expect(await aDirectory().resolve(slack('U-hana'), null)).toEqual(found);
    });

    it('has a place by work e-mail before ever speaking, without asking the platform', async () => {
      const one = aDirectory({
        playbook: withMail('fresh@meari.test'),
        profile: async () => {
          throw new Error('addressing must not wait for the platform');
        },
      });
      const place = { platform: 'slack', tenant: 'T1', kind: 'person', id: 'fresh@meari.test' };
      expect(await one.placesOf(people.hana.id)).toEqual([place]);
    });

    it('is somebody else once the playbook names another e-mail: rights and private words move with it', async () => {
      const before = aDirectory({ profile: async () => profile({ email: 'hana@meari.test' }) });
      await met(before, slack('U-former'));
      const grown = { playbook: withMail('new@meari.test') };
      const place = { platform: 'slack', tenant: 'T1', kind: 'person' };
      expect(await aDirectory(grown).placesOf(people.hana.id)).toEqual([{ ...place, id: 'new@meari.test' }]);
      const former = await met(aDirectory(grown), slack('U-former'));
      expect(former.person).toMatchObject({ id: 'slack:T1:U-former', department: null, roles: [] });
      const after = aDirectory({ ...grown, profile: async () => profile({ email: 'new@meari.test' }) });
      expect((await met(after, slack('U-next'))).person.id).toBe(people.hana.id);
      expect(await aDirectory(grown).placesOf(people.hana.id)).toEqual([{ ...place, id: 'U-next' }]);
      expect((await met(aDirectory(grown), slack('U-former'))).person.roles).toEqual([]);
    });

    it('is one user in a workspace: who had the e-mail before is looked at anew', async () => {
      const mail = (email: string) => aDirectory({ profile: async () => profile({ email }) });
      await met(mail('hana@meari.test'), slack('U-first'));
      await met(mail('hana@meari.test'), slack('U-second'));
      expect((await met(mail('left@meari.test'), slack('U-first'))).person.roles).toEqual([]);
      expect((await met(mail('left@meari.test'), slack('U-first'))).person.id).toBe('slack:T1:U-first');
      expect((await met(aDirectory(), slack('U-second'))).person.id).toBe(people.hana.id);
    });

    it('has a place before ever speaking, where the playbook names the chat id', async () => {
      expect(await aDirectory().placesOf(people.aram.id)).toEqual([
        { platform: 'slack', tenant: 'T1', kind: 'person', id: 'UARAM' },
      ]);
    });

    it('is listed by role, over the company or in a department', () => {
      const one = aDirectory();
      expect(one.withRole('csLead', null)).toEqual([people.mirae.id, people.garam.id]);
      expect(one.withRole('deptLead', logistics)).toEqual([people.sechan.id]);
      expect(one.withRole('executive', cs)).toEqual([]);
    });
  });

  describe('anybody else', () => {
    it('is introduced as a colleague who may file, in the language of their client', async () => {
      const found = await met(
        aDirectory({ profile: async () => profile({ email: 'jiwoo@meari.test' }) }),
        slack('U-new'),
        'en',
      );
      expect(found).toEqual({
        person: { id: personId('slack:T1:U-new'), name: '한지우', department: null, roles: [] },
        locale: 'en',
        zone: 'Asia/Seoul',
      });
      expect(await aDirectory().known(found.person.id)).toMatchObject({ person: { name: '한지우' }, locale: 'ko' });
    });

    it('is nobody here where they are no colleague: whatever they call themselves, and nothing is kept of them', async () => {
      const outside = { profile: async () => profile({ isColleague: false, email: 'mirae@meari.test' }) };
      const one = aDirectory(outside);
      expect(await one.resolve(slack('U-outside'), null)).toBeNull();
      expect(await one.resolve(slack('U-outside'), null)).toBeNull();
      expect(await one.known(personId('slack:T1:U-outside'))).toBeNull();
      expect((await met(aDirectory(), slack('U-outside'))).person.roles).toEqual([]);
      expect(await aDirectory(outside).resolve(slack('U-outside'), null)).toBeNull();
    });

    it('is asked about once, and again only while the platform has not answered', async () => {
      let asked = 0;
      const silent = {
        profile: async () => (++asked < 2 ? null : profile({ name: '늦은 이름', locale: 'en' as const })),
      };
      expect((await met(aDirectory(silent), slack('U-slow'), null)).person.name).toBe('U-slow');
      expect(await met(aDirectory(silent), slack('U-slow'), null)).toMatchObject({
        person: { name: '늦은 이름' },
        locale: 'en',
      });
      const one = aDirectory(silent);
      await one.resolve(slack('U-slow'), null);
      await one.resolve(slack('U-slow'), null);
      expect(asked).toBe(2);
    });

    it('keeps the playbook’s zone where the platform names one that does not exist', async () => {
      const odd = aDirectory({ profile: async () => profile({ zone: 'Mars/Olympus' }) });
      expect((await met(odd, slack('U-odd'), null)).zone).toBe('Asia/Seoul');
    });

    it('becomes somebody of the playbook once that names their e-mail', async () => {
      await aDirectory({ profile: async () => profile({ email: 'late@meari.test' }) }).resolve(slack('U-late'), null);
      const late = { ...people.jiho, id: personId('late'), email: 'late@meari.test', chat: {} };
      const grown = aDirectory({ playbook: { ...playbook, people: [...playbook.people, late] } });
      expect((await met(grown, slack('U-late'), null)).person).toMatchObject({ id: 'late', department: logistics });
    });
  });

  describe('the language a person chose', () => {
    it('wins over everything, at once here and soon in every replica', async () => {
      const one = aDirectory();
      const before = await met(one, slack('UYUNA'));
      expect(before.locale).toBe('ko');
      await one.speak(before.person.id, 'en');
      expect((await met(one, slack('UYUNA'), 'ko')).locale).toBe('en');
      expect((await one.known(before.person.id))?.locale).toBe('en');
      expect((await aDirectory().known(before.person.id))?.locale).toBe('en');
    });

    it('may be chosen before the first word', async () => {
      const one = aDirectory();
      await one.speak(people.byeol.id, 'en');
      expect((await met(one, slack('UBYEOL'), null)).locale).toBe('en');
    });
  });

  it('S0-28 greets everybody once, over every replica and whether they were known before or not', async () => {
    const [one, other] = [aDirectory(), aDirectory()];
    await one.resolve(slack('UHANA2'), null);
    for (const id of [people.jiho.id, personId('slack:T1:UHANA2')]) {
      expect([await one.greet(id), await other.greet(id), await one.greet(id)]).toEqual([true, false, false]);
    }
    await one.speak(people.jiho.id, 'en');
    expect(await other.greet(people.jiho.id)).toBe(false);
  });

  it('knows nobody by an id it has never seen', async () => {
    expect(await aDirectory().known(personId('slack:T1:U-nobody'))).toBeNull();
    expect(await aDirectory().placesOf(personId('slack:T1:U-nobody'))).toEqual([]);
  });
});

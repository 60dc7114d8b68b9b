import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig, shippedPlaybook } from '../../src/config.ts';
import { ConfigError } from '../../src/config-error.ts';
import { touchpoints } from '../../src/domain/intake/voice.ts';
import { loadPlaybook, readPlaybook } from '../../src/playbook/load-playbook.ts';
import { type Change, changed, folder, lineOf, only, problemsOf, saved, source } from '../support/playbook-file.ts';
import { shipped } from '../support/shipped-playbook.ts';

describe('the company that ships', () => {
  it('has twelve departments, each with a channel, a lead and a label in both languages', () => {
    expect(shipped.departments.map((d) => d.code).sort()).toEqual([
      'b2b',
      'cs',
      'facilities',
      'finance',
      'it',
      'legal',
      'logistics',
      'marketing',
      'operations',
      'product',
      'quality',
      'security',
    ]);
    for (const { code, name, channels } of shipped.departments) {
      expect(channels.slack).toMatch(/^C0[A-Z0-9]+$/);
      expect(name.ko && name.en).toBeTruthy();
      expect(shipped.people.some((p) => p.department === code && p.roles.includes('deptLead'))).toBe(true);
    }
    expect(shipped.desk.channels.slack).toBe('C0VOCDESK');
  });

  it('has people in every role, some of whom read English', () => {
    const count = (role: string) => shipped.people.filter((p) => p.roles.some((r) => r === role)).length;
    for (const role of ['csAgent', 'vocDesk', 'executive']) expect(count(role)).toBeGreaterThanOrEqual(2);
    for (const role of ['csLead', 'privacyOfficer', 'admin']) expect(count(role)).toBeGreaterThanOrEqual(1);
    expect(shipped.people.filter((p) => p.locale === 'en').length).toBeGreaterThanOrEqual(3);
    for (const p of shipped.people) {
      expect(p.chat.slack).toMatch(/^U0[A-Z0-9]+$/);
      expect(p.email).toMatch(/@hanbit\.example$/);
    }
  });

  it('warns of nothing', () => expect(readPlaybook(shippedPlaybook).warnings).toEqual([]));

  it('knows fourteen channels, so that a phone menu, a survey or a consumer body is not filed as "other"', () => {
    const codes = shipped.taxonomies.channels.map((c) => c.code);
    expect(codes).toHaveLength(14);
    for (const code of ['ars', 'external', 'survey', 'staff', 'partner']) expect(codes).toContain(code);
    expect(codes).not.toContain('other');
  });

  it('lists information that cannot be seen as a cause under technology and process', () => {
    const process = shipped.taxonomies.rootCauses.find((c) => c.code === 'process');
    expect(process?.label.ko).toBe('기술·프로세스');
    expect(process?.children.map((c) => c.label.ko)).toContain('정보가 보이지 않음');
  });

  it('offers no apology as a fix, and no excuse as a refusal', () => {
    const offered = [...shipped.taxonomies.fixTypes, ...shipped.taxonomies.refusalReasons];
    for (const { label } of offered)
      expect(`${label.ko} ${label.en}`).not.toMatch(/사과|apolog|담당 아님|소수|원래|인력|과실/i);
    expect(shipped.taxonomies.refusalReasons.filter((r) => r.needsDecision).map((r) => r.code)).toEqual(['cost']);
    expect(shipped.taxonomies.fixTypes.filter((f) => f.compensates).map((f) => f.code)).toEqual([
      'replaced',
      'compensated',
    ]);
  });

  it('uses every touchpoint in its rules', () => {
    expect(new Set(shipped.suggestions.touchpoints.map((r) => r.then))).toEqual(new Set(touchpoints));
  });

  it('lets the clock wait for the customer alone', () => {
    expect(shipped.taxonomies.holdReasons.filter((r) => r.customer).map((r) => r.code)).toEqual(['customer']);
    expect(shipped.limits.holdDays).toBe(10);
  });

  it('uses no word that blames', () => {
    expect(source).not.toMatch(/진상|블랙|민원인|귀책|독촉|위반|고객 통제|단순 불만|사과 완료/);
  });
});

describe('the version of the words', () => {
  const { version } = shipped.taxonomies;

  it('is the same for the same words, whoever reads them and however the file is laid out', () => {
    expect(loadPlaybook(changed(['  channels:', '  # another comment\n  channels:'])).taxonomies.version).toBe(version);
    expect(loadPlaybook(changed(['hops: 2', 'hops: 3'])).taxonomies.version).toBe(version);
    expect(loadPlaybook(changed(['{ code: ars, ko: ARS,', '{ ko: ARS, code: ars,'])).taxonomies.version).toBe(version);
  });

  it('is another one as soon as a label, a code or the order changes', () => {
    const others = [
      changed(['ko: 앱 채팅, en: App chat }\n    - { code: kakao', 'ko: 앱 상담, en: App chat }\n    - { code: kakao']),
      changed(['{ code: misrouted,', '{ code: wrong,']),
      changed([
        '{ code: cost, ko: 비용 대비 보류, en: Postponed because of its cost, needsDecision: true }',
        '{ code: cost, ko: 비용 대비 보류, en: Postponed because of its cost }',
      ]),
    ].map((path) => loadPlaybook(path).taxonomies.version);
    expect(new Set([...others, version]).size).toBe(4);
  });
});

describe('a playbook with problems', () => {
  it('says the line, the path, what is wrong and how to mend it', () => {
    const path = changed([
      'email: hana@hanbit.example, department: logistics',
      'email: hana@hanbit.example, department: logistic',
    ]);
    const { where, what, mend } = only(path);
    expect(where).toBe(
      `${path}:${lineOf('id: hana,')} people[${shipped.people.findIndex((p) => p.id === 'hana')}].department`,
    );
    expect(what).toBe('"logistic" is no department');
    expect(mend).toContain('logistics');
  });

  it('names them all at once, those of shape and those of sense', () => {
    const found = problemsOf(
      changed(
        ['hops: 2', 'hops: 0'],
        ['zone: Asia/Seoul', 'zone: Asia/Soul'],
        ['roles: [csLead, deptLead]', 'roles: [csBoss, deptLead]'],
        ['{ code: email, ko: 이메일, en: E-mail }', '{ code: email, ko: 이메일 }'],
        ['thresholds: { S1: 75, S2: 45, S3: 20 }', 'thresholds: { S1: 75, S2: 45, S3: 50 }'],
        ['  - then: marketing', '  - then: marketting'],
        ["'re-?verify (your|within|at)', 'enter", "'re-?verify (your|within|at', 'enter"],
        ['slack: C0CS', 'slack: "#cs"'],
      ),
    );
    const said = found.map((p) => `${p.where.split(' ')[1]}: ${p.what}`);
    expect(said).toEqual(
      expect.arrayContaining([
        'limits.hops: is too small',
        'zone: is not known',
        'people[2].roles[0]: is not known',
        'taxonomies.channels[4].en: is missing',
        'severity.thresholds: the tiers are out of order',
        'routing[3].then: "marketting" is no department',
        expect.stringMatching(/^suggestions\.kinds\[0\]\.any\[0\]: the pattern is no regular expression/),
        'departments[0].slack: is not written as it must be',
      ]),
    );
    expect(found.every((p) => p.mend.length > 5 && /:\d+ /.test(p.where))).toBe(true);
  });

  it('refuses a rule for a channel that nobody can choose', () => {
    expect(only(changed(['channel: [csm]', 'channel: [cms]'])).what).toBe('"cms" is no channel');
  });

  it('refuses a code that is used twice', () => {
    expect(only(changed(['id: sechan,', 'id: hana,'])).what).toBe('"hana" is used twice');
    expect(only(changed(['slack: U0JIHO', 'slack: U0HANA'])).what).toBe('"U0HANA" is used twice');
    expect(only(changed(['{ code: kakao,', '{ code: phone,'])).what).toBe('"phone" is used twice');
    expect(only(changed(['{ code: rules, ko: 제도·약관', '{ code: usability, ko: 제도·약관'])).what).toBe(
      '"usability" is used twice',
    );
  });

  it('refuses a department that nobody belongs to, or that has no channel', () => {
    const nobody = problemsOf(
      changed(
        ['department: legal, slack: U0YUNSEUL', 'department: cs, slack: U0YUNSEUL'],
        ['department: legal, roles: [deptLead], slack: U0SEOU', 'department: cs, slack: U0SEOU'],
      ),
    );
    expect(nobody.map((p) => p.what)).toEqual(['nobody belongs to "legal"']);
    expect(only(changed([', slack: C0LEGAL', ''])).what).toBe('"legal" has no channel');
  });

  it('refuses a company without a VOC desk', () => {
    const none = changed(
      ['email: aram@hanbit.example, roles: [vocDesk]', 'email: aram@hanbit.example'],
      ['email: hangyeol@hanbit.example, roles: [vocDesk]', 'email: hangyeol@hanbit.example'],
    );
    expect(only(none).what).toContain('nobody is vocDesk');
  });

  it('refuses a lead of no department, an unknown signal, an unknown group and a floor that is no tier', () => {
    expect(
      only(
        changed([
          'email: gyuri@hanbit.example, roles: [admin]',
          'email: gyuri@hanbit.example, roles: [admin, deptLead]',
        ]),
      ).what,
    ).toBe('is deptLead of no department');
    expect(only(changed(['{ then: K1, any', '{ then: K9, any'])).what).toBe('"K9" is no signal');
    expect(only(changed(['{ voe: [A, B, C, I, K] }', '{ voe: [A, X] }'])).what).toBe('"X" is no group of signals');
    expect(only(changed(['floor: S2, needsHuman', 'floor: S9, needsHuman'])).what).toBe('is not known');
  });

  it('refuses an unknown touchpoint and an unknown kind', () => {
    expect(only(changed(['    - then: pre', '    - then: before'])).mend).toContain('pre, first, core, last, post');
    expect(only(changed(['    - then: void', '    - then: spam'])).mend).toContain('complaint, claim, inquiry');
  });

  it('tells a value of the wrong kind from one that is not there', () => {
    expect(only(changed(['hops: 2', 'hops: two']))).toMatchObject({
      what: 'is not a number',
      mend: 'Write a number here.',
    });
    expect(only(changed(['  hops: 2', '  # hops'])).what).toBe('is missing');
  });

  it('refuses a misspelt key instead of ignoring it', () => {
    expect(only(changed(['locale: ko\n\n# ── 숫자', 'locale: ko\nlanguage: ko\n\n# ── 숫자']))).toMatchObject({
      what: 'is not a key of the playbook',
    });
  });

  it('refuses a file that is not there, not YAML, not UTF-8, or empty', () => {
    expect(only(join(folder, 'nowhere.yaml')).what).toContain('ENOENT');
    expect(problemsOf(saved('company: { ko: x\nzone: [')).every((p) => p.what.startsWith('not readable as YAML'))).toBe(
      true,
    );
    expect(only(saved(Buffer.from([0x63, 0x3a, 0x20, 0xc7, 0xd1]))).what).toBe('not UTF-8');
    expect(problemsOf(saved('')).length).toBeGreaterThan(0);
    expect(problemsOf(saved('- just\n- a list\n')).length).toBeGreaterThan(0);
  });

  it('stops the start together with the environment', () => {
    const PLAYBOOK = changed(['hops: 2', 'hops: two']);
    try {
      loadConfig({ PLAYBOOK, PORT: 'x' });
      throw new Error('accepted');
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      expect(String(error)).toContain('PORT');
      expect(String(error)).toContain('limits.hops');
    }
  });
});

describe('a playbook that hardly means it', () => {
  const warnings = (...changes: readonly Change[]) => readPlaybook(changed(...changes)).warnings.join('\n');

  it('is warned when facilities are missing, for no department is without customers', () => {
    const renamed = source.replaceAll(/\bfacilities\b/g, 'estates');
    expect(readPlaybook(saved(renamed)).warnings.join()).toContain('facilities');
  });

  it('is warned of a department without a lead, and of decisions nobody can make', () => {
    expect(warnings(['roles: [deptLead], slack: U0SECHAN', 'slack: U0SECHAN'])).toContain(
      '"logistics" has no deptLead',
    );
    expect(
      warnings(
        ['roles: [executive], slack: U0DAIN', 'slack: U0DAIN'],
        ['roles: [executive], locale: en', 'locale: en'],
      ),
    ).toContain('executive');
  });

  it('is warned when no hold waits for the customer, so that the fix clock would never stand still', () => {
    expect(warnings([', customer: true', ''])).toContain('no hold reason has "customer: true"');
  });

  it('is warned when it offers an apology for a fix', () => {
    expect(
      warnings(['{ code: solved, ko: 해결, en: Problem solved }', '{ code: sorry, ko: 사과, en: Apology }']),
    ).toContain('사과');
  });

  it('passes the warnings on as notices', () => {
    const PLAYBOOK = saved(source.replaceAll(/\bfacilities\b/g, 'estates'));
    expect(loadConfig({ PLAYBOOK }).notices.join()).toContain('facilities');
  });
});

describe('what a playbook never asks', () => {
  it('has no place for age, sex, income or education', () => {
    const keys = ['age', 'sex', 'gender', 'income', 'education', '나이', '성별', '소득', '학력'];
    const asked = keys.map((key) => `${key}: []`);
    const path = changed(
      ['limits:\n', `${asked.join('\n')}\nlimits:\n`],
      ['  # 고객이 원하는 것', `  ${asked.join('\n  ')}\n  # 고객이 원하는 것`],
    );
    const refused = problemsOf(path).filter((p) => p.what === 'is not a key of the playbook');
    expect(refused).toHaveLength(2 * keys.length);
    expect(source).not.toMatch(/나이|성별|소득|학력|\b(gender|income|education)\b/);
  });

  it('asks for support only as a need', () => {
    expect(shipped.severity.signals.find((s) => s.code === 'G3')?.label.ko).toContain('도움이 필요한');
  });
});

/**
 * Draws the pictures of the READMEs and the guides from the product itself: `npm run pictures`. A short story is played in
 * the sandbox, and what the department sees (the card, and in its thread how it got there) is photographed in each
 * language; then, of a case that nobody has acknowledged, the reminder.
 */
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { departmentCode } from '../../src/domain/ids.ts';
import { type Instant, instant } from '../../src/domain/instant.ts';
import { personOf } from '../../src/domain/playbook.ts';
import { onDuty } from '../../src/domain/sla/duty.ts';
import { wordsIn } from '../../src/render/words/locales.ts';
import { launchBrowser, openPage, screenshot } from './chromium.ts';
import { startMeari } from './meari-process.ts';
import { sandboxDesk } from './sandbox-desk.ts';
import { shipped } from './shipped-playbook.ts';

type Story = {
  readonly locale: 'ko' | 'en';
  readonly file: string;
  readonly agent: string;
  readonly member: string;
  readonly channel: string;
  readonly words: string;
  readonly experience: string;
  readonly wants: readonly string[];
  readonly heardBy: string;
  readonly kind: string;
  readonly plan: string;
  readonly fix: readonly [type: string, done: string, evidence: string, cause: string];
  readonly forgotten: {
    readonly file: string;
    readonly words: string;
    readonly experience: string;
    readonly department: string;
    /** Whoever is on duty in that department then. */
    readonly onDuty: (at: Instant) => string;
  };
};

const stories: readonly Story[] = [
  {
    locale: 'ko',
    file: 'story.png',
    agent: '박두리',
    member: '김하나',
    channel: 'voc-물류',
    words: '새벽배송으로 시킨 계란이 절반 넘게 깨져서 왔어요. 지난달에도 똑같았는데요. 연락은 010-0000-1234로 주세요.',
    experience: '새벽배송 계란이 두 번째로 깨져서 왔다',
    wants: ['환불', '재발 방지'],
    heardBy: '전화',
    kind: '불만',
    plan: '완충재를 두 겹으로 바꿔 오늘 다시 보냅니다',
    fix: ['해결', '완충재를 두 겹으로 바꾸고 새 계란을 보냈습니다', '송장 6897-1234-5678, 사진 3장', '제품 › 포장'],
    forgotten: {
      file: 'reminder.png',
      words: '새벽배송 상자가 젖어서 왔어요. 안쪽까지요.',
      experience: '새벽배송 상자가 젖은 채로 왔다',
      department: '물류',
      onDuty: (at) => {
        const [first] = onDuty(departmentCode('logistics'), at, shipped);
        return (first && personOf(shipped, first)?.name) ?? '';
      },
    },
  },
  {
    locale: 'en',
    file: 'story-en.png',
    agent: 'Emily Carter',
    member: 'Daniel Reyes',
    channel: 'voc-IT',
    words: 'The exported report just stops at row 10,000. No warning, no error. Write me at kim.lee@example.com.',
    experience: 'The export loses rows without a word',
    wants: ['Explanation', 'That it stops happening'],
    heardBy: 'App chat',
    kind: 'Complaint',
    plan: 'Page through the rows, and say so when there are more',
    fix: ['Problem solved', 'The export now has every row', 'Release 41', 'Technology or process › System error'],
    forgotten: {
      file: 'reminder-en.png',
      words: 'Your autumn newsletter still shows the dates of last year.',
      experience: 'The newsletter shows the dates of last year',
      department: 'Marketing',
      // No rota: the lead is on duty.
      onDuty: () => 'Grace Moon',
    },
  },
];

const dataDir = await mkdtemp(join(tmpdir(), 'meari-pictures-'));
const meari = await startMeari({ DATA_DIR: dataDir });
const browser = await launchBrowser();
try {
  for (const story of stories) await draw(browser, meari.url, story);
} finally {
  await browser.close();
  await meari.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function draw(browser: Browser, url: string, story: Story): Promise<void> {
  const { labels } = wordsIn(story.locale).steps;
  const { fields, filing, forms } = wordsIn(story.locale);
  const page = await openPage(browser, {
    locale: story.locale === 'ko' ? 'ko-KR' : 'en-US',
    viewport: { width: 1360, height: 680 },
  });
  await page.goto(`${url}/`);
  if (story.locale === 'en') await page.getByRole('button', { name: 'English' }).click();
  const at = sandboxDesk(page, story.locale);

  await at.become(story.agent);
  await at.move('morning');
  await at.goTo('시작하기');
  await at.press(labels.file);
  await at.fill({
    [filing.words]: story.words,
    [filing.experience]: story.experience,
    [filing.wants]: story.wants,
    [filing.channel]: story.heardBy,
  });
  await at.seesInForm(filing.preview);
  await at.fill({ [filing.kind]: story.kind });
  await at.submit(filing.submit);

  await at.become(story.member);
  await at.goTo(story.channel);
  await at.sees(story.experience);
  await at.press(labels.acknowledge);
  // Where a person has to call the customer, the acknowledgement asks who does.
  await at
    .form()
    .or(page.getByRole('button', { name: labels.start }))
    .first()
    .waitFor();
  if (await at.form().isVisible()) await at.submit(forms.submit);
  await at.press(labels.start);
  await at.fill({ [fields.plan]: story.plan });
  await at.submit(forms.submit);
  await page.getByRole('main').locator('.replies').last().click();
  const [type, done, evidence, cause] = story.fix;
  await at.press(labels.fix);
  await at.fill({ [fields.fixType]: type, [fields.done]: done, [fields.evidence]: evidence });
  await at.fill({ [fields.rootCause]: cause });
  await at.submit(forms.submit);
  await page.getByRole('complementary').getByText(evidence).first().waitFor();
  await at.sees(new RegExp(labels.reply));
  await page.mouse.move(0, 0);
  await keep(page, story.file);
  await drawReminder(at, story);
  await page.close();
}

/** Nobody acknowledges what somebody filed: at four fifths of the time whoever is on duty is asked in private. */
async function drawReminder(at: ReturnType<typeof sandboxDesk>, story: Story): Promise<void> {
  const { filing, nudges, steps } = wordsIn(story.locale);
  const { forgotten } = story;
  await at.become(story.agent);
  await at.move('morning');
  await at.move('hour');
  await at.goTo('시작하기');
  await at.press(steps.labels.file);
  await at.fill({
    [filing.words]: forgotten.words,
    [filing.experience]: forgotten.experience,
    [filing.wants]: story.wants,
    [filing.channel]: story.heardBy,
  });
  await at.seesInForm(filing.preview);
  await at.fill({ [filing.kind]: story.kind, [filing.department]: forgotten.department });
  await at.submit(filing.submit);
  await at.move('morning');
  await at.moveHours(6);
  await at.become(forgotten.onDuty(instant(await at.time())));
  await at.directly();
  await at.sees(nudges.ahead('').trim());
  await at.page.setViewportSize({ width: 1080, height: 470 });
  await at.page.mouse.move(0, 0);
  await keep(at.page, forgotten.file);
}

async function keep(page: Page, file: string): Promise<void> {
  await rename(await screenshot(page, file.replace('.png', '')), join('docs/pictures', file));
}

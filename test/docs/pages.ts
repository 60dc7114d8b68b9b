import { readdirSync, readFileSync } from 'node:fs';

export type Page = { readonly path: string; readonly text: string };

const page = (path: string): Page => ({ path, text: readFileSync(path, 'utf8') });
const inFolder = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);

/** What somebody who uses, runs or changes Meari reads. */
export const pages: readonly Page[] = ['README.md', 'README.ko.md', 'CONTRIBUTING.md', ...inFolder('docs')].map(page);
/** Every page, with those that are kept for the record. */
export const allPages: readonly Page[] = [...pages, page('CHANGELOG.md'), ...inFolder('docs/decisions').map(page)];

/** A page and the same page in Korean. */
export const pairs: readonly (readonly [Page, Page])[] = pages.flatMap((korean) => {
  const english = pages.find((p) => korean.path.endsWith('.ko.md') && p.path === korean.path.replace('.ko.md', '.md'));
  return english === undefined ? [] : [[english, korean] as const];
});

/** The lines of the shell blocks, without their comments. */
export const shellLines = ({ text }: Page): readonly string[] =>
  [...text.matchAll(/^( *)```sh\n([\s\S]*?)^\1```$/gm)]
    .flatMap(([, , block = '']) => block.split('\n'))
    .map((line) => line.replace(/\s+#\s.*$/, '').trim())
    .filter((line) => line !== '');

const withoutBlocks = (text: string): string => text.replace(/^( *)```\w*\n[\s\S]*?^\1```$/gm, '');

/** Without blocks and code: what is a link there is one. */
export const proseOf = ({ text }: Page): string => withoutBlocks(text).replace(/`[^`\n]*`/g, '');

/** What stands between single backticks in running text. */
export const inlineCode = ({ text }: Page): readonly string[] =>
  [...withoutBlocks(text).matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map(([, code = '']) => code);

/** Every command a page asks somebody to type. */
export const commandsOf = (p: Page): readonly string[] => [
  ...shellLines(p),
  ...inlineCode(p).filter((code) => /^(npm|npx|node) /.test(code)),
];

export const headingsOf = ({ text }: Page): readonly string[] =>
  withoutBlocks(text)
    .split('\n')
    .filter((line) => /^#{1,4} /.test(line));

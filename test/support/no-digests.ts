import type { DigestDesk } from '../../src/app/digests/digest-desk.ts';
import { channelOf, digestNames } from '../../src/domain/digests.ts';
import type { Playbook } from '../../src/domain/playbook.ts';
import type { DigestBook } from '../../src/ports/figures.ts';

const unused = () => {
  throw new Error('not asked for here');
};

/** For tests in which nobody reads a digest. */
export const noDigestDesk: DigestDesk = { press: unused, show: unused };

/** Nobody wants one. */
export const noDigests = ({ people, departments }: Playbook): Pick<DigestBook, 'choices'> => ({
  choices: async () =>
    [...people.map(({ id }) => id), ...departments.map(({ code }) => channelOf(code))].flatMap((subject) =>
      digestNames.map((digest) => ({ subject, digest, wanted: false })),
    ),
});

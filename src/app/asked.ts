import type { Known } from '../ports/directory.ts';
import type { Interaction } from '../ports/interaction.ts';

/** One interaction, and the person behind it. */
export type Asked = { readonly interaction: Interaction; readonly known: Known };

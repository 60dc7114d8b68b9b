import { shippedPlaybook } from '../../src/config.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';

/** The playbook that ships with Meari. */
export const shipped = loadPlaybook(shippedPlaybook);

import { describe } from 'vitest';
import { changeStore } from '../../db/change-store.ts';
import { eachDatabase } from '../support/databases.ts';
import { memoryChanges } from '../support/memory-changes.ts';
import { changeStoreContract } from './change-store.contract.ts';

eachDatabase((_, open) => changeStoreContract(async () => changeStore(await open())));

// Tests above the store lean on this one, so it has to keep the same promises.
describe('in memory', () =>
  changeStoreContract(async () =>
    memoryChanges(
      () => Date.now(),
      () => {},
    ),
  ));

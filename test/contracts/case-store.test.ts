import { describe } from 'vitest';
import { caseStore } from '../../db/case-store.ts';
import { eachDatabase } from '../support/databases.ts';
import { memoryStore } from '../support/memory-store.ts';
import { caseStoreContract } from './case-store.contract.ts';

eachDatabase((_, open) => caseStoreContract(async () => caseStore(await open())));

// Tests above the store lean on this one, so it has to keep the same promises.
describe('in memory', () => caseStoreContract(async () => memoryStore().store));

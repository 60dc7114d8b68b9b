import { describe } from 'vitest';
import { caseStore } from '../../db/case-store.ts';
import { eachDatabase } from '../support/databases.ts';
import { memoryStore } from '../support/memory-store.ts';
import { caseLaws } from './case-laws.ts';

describe('in memory', () => caseLaws(async () => memoryStore().store, 60));
eachDatabase((engine, open) => caseLaws(async () => caseStore(await open()), engine === 'postgres' ? 12 : 4));

import { caseStore } from '../../db/case-store.ts';
import { openDatabase } from '../../db/connect.ts';
import { cardIn, channel, filing } from './a-change.ts';
import { quietLog } from './quiet-log.ts';

// A process of its own that files cases into an embedded database until somebody kills it. It says `open`, then the
// number of every case whose commit has come back; or why it could not open.
const [dataDir = ''] = process.argv.slice(2);
try {
  const db = await openDatabase({ url: null, dataDir, log: quietLog() });
  process.stdout.write('open\n');
  const store = caseStore(db);
  for (;;) {
    const made = await store.commit(filing({ messages: [cardIn(channel('C1'))] }));
    if (made.ok) process.stdout.write(`${made.value.caseId}\n`);
    // Output goes out between two commits, as it does in a server.
    await new Promise((done) => setImmediate(done));
  }
} catch (error) {
  process.stdout.write(`refused ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

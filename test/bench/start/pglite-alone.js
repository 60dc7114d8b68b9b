import { PGlite } from '@electric-sql/pglite';

// The embedded database and nothing else: opened (and made, where there is none), asked once, closed.
const db = await PGlite.create({ dataDir: process.argv[2] });
await db.query('select 1');
process.stdout.write('ready\n');
await db.close();

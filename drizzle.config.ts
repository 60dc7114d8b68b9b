import { defineConfig } from 'drizzle-kit';

// `npx drizzle-kit generate` writes the next migration; Meari applies it at start (db/migrate.ts).
export default defineConfig({ dialect: 'postgresql', schema: './db/schema/*.ts', out: './db/migrations' });

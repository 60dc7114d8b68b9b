import { customType, timestamp } from 'drizzle-orm/pg-core';

/**
 * Text compared byte by byte, whatever the database's locale: lanes are walked in key order, and two databases must
 * agree on that order.
 */
export const plainText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** A point in time, never a wall clock. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

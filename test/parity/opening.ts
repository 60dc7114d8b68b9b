/** Monday 2026-11-23 10:00 in Seoul: when every office opens. */
export const opening = Date.UTC(2026, 10, 23, 1, 0);

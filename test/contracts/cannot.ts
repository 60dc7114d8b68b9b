/** Why a platform cannot, by its own nature, and what people get there instead. */
export type Cannot = { readonly because: string; readonly instead: string };

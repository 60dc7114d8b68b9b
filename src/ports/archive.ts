/** Several files on their way to being one, each a piece at a time. */
export type Archive = {
  readonly write: (file: string, text: string) => void;
  /** No more is written: the whole of it. */
  readonly whole: () => Uint8Array;
};

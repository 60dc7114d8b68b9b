/** What a picture shows, in the reader's language. How it looks is the business of whoever draws it. */
export type Picture =
  /** What became of how many, from the first step to the last. */
  | {
      readonly type: 'funnel';
      readonly title: string;
      readonly steps: readonly { readonly label: string; readonly count: number }[];
    }
  /** The largest first. `unit`: what is counted. `note`: a word on the bar, as how far along it is; may be empty. */
  | {
      readonly type: 'pareto';
      readonly title: string;
      readonly bars: readonly { readonly label: string; readonly count: number; readonly note: string }[];
      readonly unit: string;
    };

/** A picture as the bytes of a square PNG. @throws where it cannot be drawn. */
export type Draw = (picture: Picture) => Promise<Uint8Array>;

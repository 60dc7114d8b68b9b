/** Adaptive Cards 1.5, the part of them that we draw. */
export type TextRun = {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Small' | 'Large';
  readonly isSubtle?: true;
  readonly color?: 'Accent' | 'Attention';
  readonly underline?: true;
  readonly selectAction?: { readonly type: 'Action.OpenUrl'; readonly url: string };
};
type Spaced = { readonly spacing?: 'None' | 'Small' | 'Medium'; readonly separator?: true };

/** The one element that reads nothing into a text. */
export type RichTextBlock = Spaced & { readonly type: 'RichTextBlock'; readonly inlines: readonly TextRun[] };
/** Reads Markdown: for words of our own without any sign in them. */
type TextBlock = Spaced & {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly weight: 'Bolder';
  readonly size: 'Large';
  readonly style: 'heading';
  readonly wrap: true;
};
type Container = Spaced & {
  readonly type: 'Container';
  readonly style: 'emphasis';
  readonly items: readonly Element[];
};
type ColumnSet = Spaced & {
  readonly type: 'ColumnSet';
  readonly columns: readonly {
    readonly type: 'Column';
    readonly width: 'stretch';
    readonly items: readonly Element[];
  }[];
};
/** Teams' own element beside 1.5; what a client without it shows instead is needed. */
type HorizontalBars = Spaced & {
  readonly type: 'Chart.HorizontalBar';
  readonly title: string;
  readonly displayMode: 'AbsoluteWithAxis';
  readonly color: 'categoricalBlue';
  readonly data: readonly { readonly x: string; readonly y: number }[];
  readonly fallback: RichTextBlock;
};
export type ActionSet = Spaced & { readonly type: 'ActionSet'; readonly actions: readonly CardAction[] };

type InputBase = Spaced & {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: true;
  readonly errorMessage?: string;
};
export type InputChoice = { readonly title: string; readonly value: string };
export type Input =
  | (InputBase & {
      readonly type: 'Input.Text';
      readonly isMultiline: boolean;
      readonly maxLength: number;
      readonly value?: string;
      readonly placeholder?: string;
    })
  | (InputBase & { readonly type: 'Input.Number'; readonly min: number; readonly value?: number })
  | (InputBase & {
      readonly type: 'Input.ChoiceSet';
      readonly choices: readonly InputChoice[];
      readonly style: 'compact' | 'expanded' | 'filtered';
      readonly isMultiSelect?: true;
      readonly wrap?: true;
      readonly value?: string;
    })
  | (InputBase & {
      readonly type: 'Input.Toggle';
      readonly title: string;
      readonly valueOn: string;
      readonly valueOff: string;
      readonly value: string;
      readonly wrap: true;
    })
  | (InputBase & { readonly type: 'Input.Date'; readonly value?: string })
  | (InputBase & { readonly type: 'Input.Time'; readonly value?: string });

export type Element = RichTextBlock | TextBlock | Container | ColumnSet | HorizontalBars | ActionSet | Input;

type ActionBase = {
  readonly title: string;
  readonly style?: 'positive' | 'destructive';
  /** Secondary: in the "…" menu. */
  readonly mode?: 'secondary';
  readonly tooltip?: string;
  /** `none`: what was typed stays here, and nothing need be typed. */
  readonly associatedInputs?: 'none';
};
type Data = Readonly<Record<string, unknown>>;
export type SubmitAction = ActionBase & { readonly type: 'Action.Submit'; readonly data: Data };
export type CardAction =
  | SubmitAction
  | (ActionBase & {
      readonly type: 'Action.Execute';
      readonly verb: string;
      readonly data: Data;
      readonly fallback?: SubmitAction;
    })
  | (ActionBase & {
      readonly type: 'Action.ShowCard';
      readonly card: {
        readonly type: 'AdaptiveCard';
        readonly body: readonly Element[];
        readonly actions: readonly CardAction[];
      };
    });

export type AdaptiveCard = {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly Element[];
  readonly actions?: readonly CardAction[];
};

/** As it travels: in a message, in a window, in the answer to a press. */
export const cardContentType = 'application/vnd.microsoft.card.adaptive';

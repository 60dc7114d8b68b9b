import type { KeyboardEvent } from 'react';

/** True while an input method still composes a syllable: its Enter ends the syllable, it does not send. */
export function isComposing(event: KeyboardEvent): boolean {
  // Safari ends the composition before the key event and only keeps the old code 229.
  return event.nativeEvent.isComposing || event.keyCode === 229;
}

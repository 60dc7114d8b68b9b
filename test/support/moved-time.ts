/** A clock that tests move; between moves it goes on, so that no two things happen at one moment. */
export function movedTime(start: number) {
  let shown = start;
  let since = performance.now();
  return {
    now: () => Math.floor(shown + (performance.now() - since)),
    to: (at: number) => {
      shown = at;
      since = performance.now();
    },
  };
}

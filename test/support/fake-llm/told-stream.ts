import type { FakeAnswer } from './fake-answer.ts';

/** A stream that goes on when a test says so. */
export interface ToldStream {
  readonly answer: FakeAnswer & { readonly kind: 'stream' };
  /** The model writes this. */
  writes(piece: string): void;
  /** It is done. */
  ends(): void;
}

/** Makes one; nothing is written yet. */
export function toldStream(): ToldStream {
  const pieces: string[] = [];
  let over = false;
  let wake = () => {};
  async function* told() {
    for (;;) {
      const piece = pieces.shift();
      if (piece !== undefined) yield piece;
      else if (over) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }
  return {
    answer: { kind: 'stream', pieces: told() },
    writes(piece) {
      pieces.push(piece);
      wake();
    },
    ends() {
      over = true;
      wake();
    },
  };
}

/** What the fake endpoint does with one request. Times in ms. */
export type FakeAnswer =
  | {
      readonly kind: 'answer';
      readonly text: string;
      /** `stop` unless given. */
      readonly finish?: string;
      readonly refusal?: string;
      /** Some numbers unless given; null: none. */
      readonly usage?: object | null;
      readonly delayMs?: number;
      /** In one piece, also where a stream was asked for. */
      readonly whole?: true;
    }
  /** Answers with a stream, each piece when it comes. What else a stream may be. */
  | {
      readonly kind: 'stream';
      readonly pieces: Iterable<string> | AsyncIterable<string>;
      /** `done` unless given; `silent`: without the word that it is the end; `cut`: the connection ends; `open`: it does not. */
      readonly end?: 'done' | 'silent' | 'cut' | 'open';
      /** `stop` unless given; null: nothing is said of it. */
      readonly finish?: string | null;
      readonly usage?: object | null;
      /** Said in the last chunk, as Groq and as the others do. */
      readonly error?: string;
    }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  /** Takes the request and says nothing. */
  | { readonly kind: 'hang' }
  /** Sends headers, and then a byte (in a stream a comment or a word) now and then. */
  | { readonly kind: 'drip'; readonly everyMs: number }
  /** Ends the connection in the middle of the body. */
  | { readonly kind: 'truncate' }
  /** Ends the connection at once. */
  | { readonly kind: 'disconnect' }
  /** 200 with these bytes, whatever they are. */
  | { readonly kind: 'raw'; readonly body: string; readonly type?: string }
  /** A stream of these bytes, written apart. */
  | { readonly kind: 'bytes'; readonly chunks: readonly Uint8Array[] }
  /** An answer of so many bytes. */
  | { readonly kind: 'huge'; readonly bytes: number };

/** A right answer with these words. */
export function says(text: string): FakeAnswer {
  return { kind: 'answer', text };
}

/** A right answer to a question for drafts, in English: these replies, sure and without a risk. */
export function saysDrafts(...texts: string[]): FakeAnswer {
  return says(
    JSON.stringify({
      drafts: texts.map((text) => ({ text })),
      language: 'en',
      needsHuman: false,
      risk: [],
    }),
  );
}

/** An error as Groq and OpenAI give it. */
export function errorAnswer(
  status: number,
  code: string | null = null,
  headers: Readonly<Record<string, string>> = {},
): FakeAnswer {
  return {
    kind: 'status',
    status,
    headers,
    body: { error: { message: `status ${status}`, type: 'invalid_request_error', code } },
  };
}

import { type Dispatcher, request } from 'undici';
import { AnswerCutShort, AnswerTooLong } from './fetch-errors.ts';

/** What both clients ask of a fetch. */
export type LimitedFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** How an adapter reaches its provider. */
export interface Way {
  readonly dispatcher: Dispatcher;
  /** Longest answer that is read. */
  readonly answerBytes: number;
}

/** Of an error's body. */
const errorBytes = 64_000;

/**
 * A fetch for the clients: reads no more than it may, follows no redirects, and sends no headers but these. The clients
 * add what they find in the environment (OPENAI_CUSTOM_HEADERS and the like) and what machine they run on; neither is
 * for the provider.
 */
export function limitedFetch({ dispatcher, answerBytes }: Way, apiKey: string): LimitedFetch {
  return async (input, init) => {
    const body = typeof init?.body === 'string' ? init.body : null;
    const response = await request(input instanceof Request ? input.url : input, {
      dispatcher,
      method: body === null ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${apiKey}`,
        accept: 'application/json',
        'accept-encoding': 'identity',
        'user-agent': 'fanline',
        ...(body === null ? {} : { 'content-type': 'application/json' }),
      },
      body,
      ...(init?.signal ? { signal: init.signal } : {}),
    });
    const { statusCode: status, headers } = response;
    const fine = status >= 200 && status < 300;
    const text = await readText(response.body, fine ? answerBytes : errorBytes, fine);
    // Said to be JSON whatever it is, so that what is none fails to parse.
    const kept = new Headers({ 'content-type': 'application/json' });
    for (const name of ['retry-after', 'retry-after-ms', 'x-request-id']) {
      const value = headers[name];
      if (typeof value === 'string') kept.set(name, value);
    }
    return new Response([204, 205, 304].includes(status) ? null : text, { status, headers: kept });
  };
}

/** Reads at most so many bytes; of a longer body the beginning, or nothing where all of it was needed. */
async function readText(
  body: AsyncIterable<Uint8Array>,
  mostBytes: number,
  whole: boolean,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    // Leaving the loop closes the connection.
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > mostBytes) {
        if (whole) throw new AnswerTooLong();
        break;
      }
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof AnswerTooLong) throw error;
    throw new AnswerCutShort('', { cause: error });
  }
  return Buffer.concat(chunks).toString('utf8');
}

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
 * A fetch for the clients: reads no more than it may (streams come as they grow, everything else when it is whole), follows no redirects, and sends no headers but these. The clients
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
    const streamed = fine && /^text\/event-stream\b/i.test(String(headers['content-type']));
    // Said to be JSON whatever else it is, so that what is none fails to parse.
    const kept = new Headers({
      'content-type': streamed ? 'text/event-stream' : 'application/json',
    });
    for (const name of ['retry-after', 'retry-after-ms', 'x-request-id']) {
      const value = headers[name];
      if (typeof value === 'string') kept.set(name, value);
    }
    if (streamed) {
      const body = ReadableStream.from(atMost(response.body, answerBytes));
      return new Response(body, { status, headers: kept });
    }
    const text = await readText(response.body, fine ? answerBytes : errorBytes, fine);
    return new Response([204, 205, 304].includes(status) ? null : text, { status, headers: kept });
  };
}

/** Passes a body on as it comes; a longer one ends in an error, and so does one that was cut off. */
async function* atMost(
  body: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw new AnswerTooLong();
      yield chunk;
    }
  } catch (error) {
    throw asFetchError(error);
  }
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
    throw asFetchError(error);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function asFetchError(error: unknown): Error {
  return error instanceof AnswerTooLong ? error : new AnswerCutShort('', { cause: error });
}

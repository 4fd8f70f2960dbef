import type { IncomingMessage } from 'node:http';
import { ApiError, badRequest } from '../api-error.ts';
import type { Upload } from '../methods/call.ts';
import { parseMultipart } from './multipart.ts';

/** The parameters of a request as they came, before their types are known. */
export interface RawParams {
  values: Record<string, unknown>;
  uploads: Map<string, Upload>;
  /** Everything is text (query, form), so numbers and JSON still have to be read out of it. */
  isText: boolean;
}

/** Uploads go up to 50 MB; a little more for the rest of the form. */
const largestBody = 52 * 1_048_576;
const nothing: ReadonlyMap<string, Upload> = new Map();

/** The whole body. Throws 413 when it is too large. */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  // Events, because an async iterator costs half the calls per second.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > largestBody) reject(new ApiError(413, 'Request Entity Too Large'));
      else chunks.push(chunk);
    });
    request.once('end', () => {
      const [first] = chunks;
      resolve(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks));
    });
    request.once('close', () => {
      if (!request.complete) reject(badRequest('request body is incomplete'));
    });
  });
}

/** Parameters from the query and the body: JSON, urlencoded or multipart. Throws the Bot API's errors. */
export async function readParams(
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<RawParams> {
  const fromQuery = Object.fromEntries(query);
  const body = await readBody(request);
  if (body.length === 0) return { values: fromQuery, uploads: new Map(nothing), isText: true };
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) {
    const values = parseJson(body.toString('utf8'));
    return { values: { ...fromQuery, ...values }, uploads: new Map(), isText: false };
  }
  if (type.startsWith('application/x-www-form-urlencoded')) {
    const values = {
      ...fromQuery,
      ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))),
    };
    return { values, uploads: new Map(), isText: true };
  }
  if (type.startsWith('multipart/form-data')) {
    const { fields, uploads } = parseMultipart(body, type);
    return { values: { ...fromQuery, ...fields }, uploads, isText: true };
  }
  throw badRequest('unsupported content type');
}

function parseJson(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest("can't parse JSON object");
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest('object expected as request');
  return value as Record<string, unknown>;
}

import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { securityHeaders } from './security-headers.ts';

/** The rest of the body is not read to its end, so the connection cannot be used again. */
const tooLong = (context: Context) =>
  context.body(null, 413, { ...securityHeaders, Connection: 'close' });

/** Answers 413 to bodies of more bytes, announced or streamed, before a handler reads them. */
export function limitBody(bytes: number): MiddlewareHandler<{ Bindings: HttpBindings }> {
  const limitOfUnknown = bodyLimit({ maxSize: bytes, onError: tooLong });
  return async (context, next) => {
    const { headers } = context.env.incoming;
    const length = headers['transfer-encoding'] ? undefined : headers['content-length'];
    // Where it says how long it is, Node reads no further than that, and no stream need be made of it.
    if (length !== undefined) return Number(length) > bytes ? tooLong(context) : await next();
    return await limitOfUnknown(context, next);
  };
}

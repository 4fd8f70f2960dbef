import { isIP } from 'node:net';
import { refuse, type Result } from '#src/core/result.ts';
import { isPrivateAddress } from './private-address.ts';

/**
 * Checks the base URL of a creator's own endpoint, as far as that goes without resolving its name; `guardedLookup` does
 * the rest at each connection. https, port 443, no credentials, no query. `allowPrivate`: http and any port, too.
 */
export function checkOwnUrl(
  text: string,
  allowPrivate: boolean,
): Result<{ baseUrl: string }, 'forbidden-url'> {
  const url = text.length <= 500 && URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username || url.password || url.search || url.hash) {
    return refuse('forbidden-url');
  }
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:')) {
    return refuse('forbidden-url');
  }
  // The default port reads as none. URL has already turned 0x7f.1 and the like into plain addresses.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && (url.port !== '' || (isIP(host) !== 0 && isPrivateAddress(host)))) {
    return refuse('forbidden-url');
  }
  return { ok: true, baseUrl: `${url.origin}${url.pathname.replace(/\/+$/, '')}` };
}

import { isIP } from 'node:net';
import type { OwnUrlFault } from '#src/core/llm.ts';
import { refuse, type Result } from '#src/core/result.ts';
import { isPrivateAddress } from './private-address.ts';

/**
 * Checks the base URL of a creator's own endpoint, as far as that goes without resolving its name; `guardedLookup` does
 * the rest at each connection. https, port 443, no credentials, no query. `allowPrivate`: http and any port, too.
 */
export function checkOwnUrl(
  text: string,
  allowPrivate: boolean,
): Result<{ baseUrl: string }, OwnUrlFault> {
  const url = text.length <= 500 && URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username || url.password || url.search || url.hash) return refuse('malformed');
  if (url.protocol !== 'https:') {
    if (url.protocol !== 'http:') return refuse('malformed');
    if (!allowPrivate) return refuse('not-https');
  }
  // URL has already turned 0x7f.1 and the like into plain addresses.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) return refuse('private');
  // The default port reads as none.
  if (!allowPrivate && url.port !== '') return refuse('port');
  return { ok: true, baseUrl: `${url.origin}${url.pathname.replace(/\/+$/, '')}` };
}

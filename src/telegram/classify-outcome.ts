import type { ChatId } from '#src/core/ids.ts';
import { failureReason } from '#src/telegram/failure-reason.ts';
import { isHarmless } from '#src/telegram/harmless-refusals.ts';
import type { BadAnswer, SendOutcome } from '#src/telegram/send-outcome.ts';

/** Network errors that happen before a byte of the request is written (Node and undici error codes). */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EMFILE',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** A 429 without retry_after (not seen in the Bot API server's source): wait this long. */
const defaultRetryAfterSeconds = 3;

/** What a bad answer to this method means. Texts are not an API: matched as lowercase substrings, here and nowhere else. */
export function classifyOutcome(method: string, answer: BadAnswer): SendOutcome {
  switch (answer.kind) {
    case 'lost':
      return neverSent.has(answer.code)
        ? { outcome: 'transient', code: null, description: answer.code }
        : { outcome: 'unknown', description: answer.code };
    case 'foreign':
      // A gateway says 3xx and 4xx by itself; with anything else the request may have been passed on.
      return answer.status >= 300 && answer.status < 500
        ? { outcome: 'transient', code: answer.status, description: `HTTP ${answer.status}` }
        : { outcome: 'unknown', description: `HTTP ${answer.status}` };
    case 'refusal':
      return classifyRefusal(method, answer);
  }
}

function classifyRefusal(
  method: string,
  answer: BadAnswer & { readonly kind: 'refusal' },
): SendOutcome {
  const { code, description } = answer;
  if (code === 429) {
    const seconds = answer.retryAfterSeconds ?? defaultRetryAfterSeconds;
    return { outcome: 'flood', retryAfterMs: Math.max(1, seconds) * 1000 };
  }
  if (code >= 500) return { outcome: 'transient', code, description };
  if (code === 401) return { outcome: 'unauthorized', description };
  if (answer.migrateTo !== undefined)
    return { outcome: 'migrated', to: answer.migrateTo as ChatId };
  const text = description.toLowerCase();
  if (code === 400 && isHarmless(method, text)) return { outcome: 'ok', result: true };
  return { outcome: 'refused', failure: { reason: failureReason(code, text), code, description } };
}

import { type FailedCall, failed } from './adapter.ts';
import { AnswerCutShort, AnswerTooLong, ForbiddenAddress } from './fetch-errors.ts';
import { retryAfterMs } from './retry-after.ts';

/**
 * What an error of either client means; both give the same shapes. `now`: epoch ms. What providers answer when:
 * console.groq.com/docs/errors, docs.x.ai (which says 400 to a wrong key), Ollama's and OpenAI's references.
 */
export function faultOfError(error: unknown, now: number): FailedCall {
  const causes = causesOf(error);
  if (causes.some((cause) => cause instanceof ForbiddenAddress)) {
    return failed('forbidden-url', { blame: 'request' });
  }
  if (causes.some((cause) => cause instanceof AnswerCutShort)) {
    return failed('unreachable', { mayCost: true });
  }
  if (causes.some((cause) => cause instanceof AnswerTooLong || cause instanceof SyntaxError)) {
    return failed('junk', { mayCost: true });
  }
  const { status, headers, error: body } = error as Record<'status' | 'headers' | 'error', unknown>;
  if (typeof status !== 'number') return failed('unreachable');
  const wait = headers instanceof Headers ? retryAfterMs(headers, now) : null;
  return faultOfStatus(status, wordsOf(body), wait);
}

/** What a status means, with the words beside it. `wait`: how long the provider asks to be left alone, in ms. */
export function faultOfStatus(status: number, words: string, wait: number | null): FailedCall {
  const ours = { blame: 'request' } as const;
  switch (status) {
    case 400:
    case 403:
      if (/content.{0,12}(filter|policy|violat)|safety_check|usage guidelines/i.test(words)) {
        return failed('refused', { ...ours, mayCost: true });
      }
      if (status === 403 || /api.?key/i.test(words)) return failed('rejected-key');
      if (/context.?length|too (large|long)|reduce the length/i.test(words)) {
        return failed('too-large', ours);
      }
      if (saysNoModel(words)) return failed('no-such-model', ours);
      // Also what Groq says when a model's JSON did not fit the schema (`json_validate_failed`).
      return failed('junk', {
        ...ours,
        misformed: true,
        mayCost: /json_validate_failed/.test(words),
      });
    case 401:
    case 402:
      return failed('rejected-key');
    case 404:
    case 410:
      return saysNoModel(words) ? failed('no-such-model', ours) : failed('junk');
    case 413:
      return failed('too-large', ours);
    case 422:
      return failed('junk', { ...ours, misformed: true });
    case 429:
      // The key's money is used up: waiting does not help.
      if (/insufficient_quota/.test(words)) return failed('rejected-key');
      return failed('flooded', { retryAfterMs: wait });
    // Groq: no capacity for this tier now.
    case 498:
      return failed('flooded', { retryAfterMs: wait });
    case 408:
    case 409:
    case 424:
    case 425:
    case 499:
      return failed('down', { retryAfterMs: wait });
    default:
      return status >= 500 ? failed('down', { retryAfterMs: wait }) : failed('junk');
  }
}

function saysNoModel(words: string): boolean {
  return /model_(not_found|decommissioned)|model.{0,120}(not (found|exist|available)|decommissioned|retired|deprecated|no longer)/is.test(
    words,
  );
}

/** Code, type and message of an error's body, which is `{error: {…}}`, `{…}` or `{error: text}`. */
export function wordsOf(body: unknown): string {
  if (typeof body === 'string') return body.slice(0, 2_000);
  if (typeof body !== 'object' || body === null) return '';
  const { code, type, message, error } = body as Record<string, unknown>;
  const own = [code, type, message].filter((word) => typeof word === 'string').join(' ');
  return `${own} ${error === body ? '' : wordsOf(error)}`.slice(0, 2_000);
}

function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let at = error; at instanceof Error && causes.length < 8; at = at.cause) causes.push(at);
  return causes;
}

import { tooManyRequests } from './api-error.ts';

interface Bucket {
  tokens: number;
  at: number;
}

interface Rate {
  burst: number;
  /** Milliseconds until one more is allowed. */
  everyMs: number;
}

// core.telegram.org/bots/faq: about 1 message a second in a chat, 20 a minute in a group, 30 a second altogether.
const privateRate: Rate = { burst: 3, everyMs: 1_000 };
const groupRate: Rate = { burst: 20, everyMs: 3_000 };
const botRate: Rate = { burst: 30, everyMs: 1_000 / 30 };

const counted = /^(?:send(?!ChatAction|MessageDraft)|copy|forward)/;

/** Telegram's pace, when it is turned on. */
export class Limits {
  on = false;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts a call that sends `messages` messages. Throws 429 when it comes too early; a refused call is not counted. */
  pass(botId: number, method: string, chatId: unknown, messages: number): void {
    if (!this.on || !counted.test(method)) return;
    const rate = Number(chatId) > 0 ? privateRate : groupRate;
    const wait = Math.max(
      this.#wait(`${botId}`, botRate, messages),
      this.#wait(`${botId}/${String(chatId)}`, rate, messages),
    );
    if (wait > 0) throw tooManyRequests(Math.max(1, Math.ceil(wait / 1_000)));
    for (const key of [`${botId}`, `${botId}/${String(chatId)}`]) {
      const bucket = this.#buckets.get(key);
      if (bucket !== undefined) bucket.tokens -= messages;
    }
  }

  /** How long until the bucket has enough; more than a burst at once waits for a full one. */
  #wait(key: string, rate: Rate, messages: number): number {
    const now = this.#now();
    const bucket = this.#buckets.get(key) ?? { tokens: rate.burst, at: now };
    bucket.tokens = Math.min(rate.burst, bucket.tokens + (now - bucket.at) / rate.everyMs);
    bucket.at = now;
    this.#buckets.set(key, bucket);
    return (Math.min(messages, rate.burst) - bucket.tokens) * rate.everyMs;
  }
}

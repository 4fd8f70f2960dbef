const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Ids that look like Stripe's: the same seed hands out the same ones. */
export class Ids {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761) >>> 0;
  }

  /** `cus_` and 14 characters unless another length is asked for. */
  next(prefix: string, length = 14): string {
    return `${prefix}${this.word(length)}`;
  }

  /** Some letters and digits. */
  word(length: number): string {
    let text = '';
    while (text.length < length) text += letters.charAt(this.below(letters.length));
    return text;
  }

  /** A whole number from 0, less than `limit`. */
  below(limit: number): number {
    // mulberry32: short, and even enough for ids and shuffling.
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }
}

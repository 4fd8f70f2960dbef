import { fold } from '#src/features/search/index.ts';
import { isStop } from './answer-words.ts';

/** From here on two texts say the same. */
const threshold = 0.8;

/** A text's letters in threes, the spaces between words included, as texts are compared by them. */
export type Shape = ReadonlySet<string>;

/** The shape of a text; signs and case count for nothing. */
export function shapeOf(text: string): Shape {
  return threesOf(
    fold(text)
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim(),
  );
}

/** The shape of words (`answerWords`) without those that all texts have, unless there are no others. */
export function tellingShape(words: readonly string[]): Shape {
  const telling = words.filter((word) => !isStop(word));
  return threesOf((telling.length > 0 ? telling : words).join(' '));
}

function threesOf(folded: string): Shape {
  const letters = Array.from(` ${folded} `);
  const shape = new Set<string>();
  for (let at = 0; at + 3 <= letters.length; at += 1) {
    shape.add(`${letters[at]}${letters[at + 1]}${letters[at + 2]}`);
  }
  return shape;
}

/** Jaccard index of two shapes: 0 for nothing in common, 1 for the same. Two empty ones are the same. */
export function likeness(a: Shape, b: Shape): number {
  if (a.size === 0 && b.size === 0) return 1;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const gram of few) if (many.has(gram)) shared += 1;
  return shared / (a.size + b.size - shared);
}

/** Whether two texts say the same but for some letters. */
export function isNearDuplicate(a: Shape, b: Shape): boolean {
  const [few, many] = a.size < b.size ? [a.size, b.size] : [b.size, a.size];
  // The likeness is at most the ratio of the sizes.
  return few >= many * threshold && likeness(a, b) >= threshold;
}

import { createHash } from 'node:crypto';
import type { FanId } from '#src/core/ids.ts';
import { contentWords } from './content-words.ts';

/** Letters of a word by which its forms are known as one. */
const stem = 5;

/** Part of all marks of two texts that both have when they say the same. */
const samePart = 0.5;

/**
 * What the words of a fact are known by when it comes back, without keeping the words themselves: a short hash of each,
 * another for every fan.
 */
export function goneMarks(fanId: FanId, text: string): string[] {
  const marks = contentWords(text).map((word) =>
    createHash('sha256')
      .update(`${fanId} ${word.slice(0, stem)}`)
      .digest('base64url')
      .slice(0, 8),
  );
  return [...new Set(marks)];
}

/** Whether a text with these marks says what one of those that are gone said. */
export function isGone(marks: readonly string[], gone: readonly (readonly string[])[]): boolean {
  return gone.some((before) => {
    const both = marks.filter((mark) => before.includes(mark)).length;
    return both > 0 && both / (marks.length + before.length - both) >= samePart;
  });
}

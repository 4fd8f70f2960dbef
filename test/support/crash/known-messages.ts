import type { Written } from './traffic.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { ending, tailOf } from './traffic.ts';

/** Counts of a check, added up while it runs. */
export interface Counts {
  updates: number;
  relayed: number;
  doubledAndMarked: number;
  delivered: number;
  failed: number;
  unknown: number;
  withdrawn: number;
  /** Answers that the bot said it could not place. */
  refused: number;
  fansDoubled: number;
  lost: number;
  outOfOrder: number;
}

/** A message as the tenant's file has it, with the place where it was written. */
export interface StoredRow {
  readonly id: number;
  readonly direction: 'in' | 'out';
  readonly delivery: string;
  readonly chatId: number;
  readonly chatMessageId: number;
}

/** The version of the words that the newest message shows; undefined when there are none to show. */
export function newestEnding(seen: readonly MessageView[], one: Written): number | undefined {
  if (one.kind === 'sticker') return undefined;
  for (const { text } of [...seen].reverse()) {
    // A card tells the last messages again, as they were when it was brought up to date.
    if (text.includes('\nLast messages\n')) continue;
    for (let version = one.version; version > 0; version -= 1) {
      const words =
        one.kind === 'long' ? tailOf(one.token, version) : `${one.token} ${ending(version)}`;
      if (text.includes(words)) return version;
    }
  }
  return 0;
}

/** Messages by what makes them known again: the token in front, and their files. */
export function indexOf(seen: readonly MessageView[]): ReadonlyMap<string, MessageView[]> {
  const index = new Map<string, MessageView[]>();
  const add = (key: string, message: MessageView) => {
    index.set(key, [...(index.get(key) ?? []), message]);
  };
  for (const message of seen) {
    if (message.media) add(message.media.fileUniqueId, message);
    else {
      for (const [, token = ''] of message.text.matchAll(/(?:^|\n)(\[[fc] \S+ \d+ \d+\])/g)) {
        add(token, message);
      }
    }
  }
  return index;
}

/** For each part of a written message (one, or the files of an album) where it stands. */
export function copiesOf(index: ReadonlyMap<string, MessageView[]>, one: Written): MessageView[][] {
  const keys = one.files.length > 0 ? one.files : [one.token];
  return keys.map((key) => index.get(key) ?? []);
}

/** Where it stands in a chat: the message's id and, as a fraction, the place inside its text, which may hold several. */
export function placeOf({ messageId, text }: MessageView, one: Written): number {
  return messageId + Math.max(0, text.indexOf(one.token)) / 8192;
}

/** Counts and tells what stands in another order than it was written in. */
export function countInversions(
  firsts: readonly { one: Written; at: number }[],
  counts: Counts,
  broken: string[],
  where: string,
): void {
  const inOrder = [...firsts].sort((a, b) => a.one.seq - b.one.seq);
  for (const [index, { one, at }] of inOrder.entries()) {
    const before = inOrder[index - 1];
    if (!before || before.at < at) continue;
    counts.outOfOrder += 1;
    broken.push(
      `${one.token} (${one.kind}) stands before ${before.one.token} (${before.one.kind}) ${where}`,
    );
  }
}

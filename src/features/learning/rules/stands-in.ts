import {
  findAmounts,
  isInstructionLike,
  phrasePattern,
  plainText,
} from '#src/features/drafts/index.ts';

/** A reply as facts are held against it. */
export interface SourceReply {
  /** To whom it went: what is said to one person only may be about that person. */
  readonly fanId: number;
  readonly text: string;
}

/** To how many people something must have been said. */
const leastFans = 2;

const segments = new Intl.Segmenter('und', { granularity: 'word' });
/** Words that turn what stands beside them, or make it a wish. */
const turning = phrasePattern([
  "not|no|never|none|nothing|nobody|without|isn't|aren't|wasn't|don't|doesn't|didn't|can't|won't|wouldn't|cannot|neither|nor|if|wish|would",
  'nunca|jamas|nada|nadie|sin|ni|não|nem|sem|si|se|ojala|oxala',
  'nicht|kein…|nie|niemals|nichts|ohne|wenn|falls|wurde|ware',
  'не|нет|никогда|ничего|без|ні|ніколи|немає|если|бы|якщо|би',
  'لا|لن|لم|ليس…|ما|بدون|لو|اذا',
  'ない|ません|なかった|たら|なら',
]);

/**
 * Whether so many people were told this, word for word: in a statement that has its words side by side, and nothing around them
 * that turns what they say.
 */
export function isSaid(fact: string, replies: readonly SourceReply[]): boolean {
  const words = wordsOf(fact);
  if (words.length < 2) return false;
  const turned = isTurned(fact);
  return toldFans(replies, ({ text }) =>
    sentencesOf(text).some(
      (sentence) =>
        ` ${wordsOf(sentence).join(' ')} `.includes(` ${words.join(' ')} `) &&
        isTurned(sentence) === turned &&
        !isInstructionLike(sentence),
    ),
  );
}

/** Whether so many people were told that this costs so much, in the same currency. */
export function isPriced(
  { what, amount, currency }: { what: string; amount: string; currency: string },
  replies: readonly SourceReply[],
): boolean {
  const words = wordsOf(what);
  const value = Number(amount);
  if (words.length === 0) return false;
  return toldFans(replies, ({ text }) => {
    const there = new Set(wordsOf(text));
    return (
      words.every((word) => there.has(word)) &&
      findAmounts(text).some((sum) => sum.value === value && sum.currency === currency)
    );
  });
}

function toldFans(replies: readonly SourceReply[], says: (reply: SourceReply) => boolean): boolean {
  const fans = new Set<number>();
  for (const reply of replies) {
    if (!fans.has(reply.fanId) && says(reply)) fans.add(reply.fanId);
    if (fans.size >= leastFans) return true;
  }
  return false;
}

/** The sentences that state something: questions do not. */
function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…。！？؟])\s+|(?<=[。！？])|\n+|;\s+/u)
    .filter((sentence) => !/[?？؟]\s*$/u.test(sentence));
}

function wordsOf(text: string): string[] {
  return [...segments.segment(plainText(text))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

function isTurned(text: string): boolean {
  return plainText(text).search(turning) >= 0;
}

import type { MessageEntity } from 'grammy/types';

type Found = 'bot_command' | 'url' | 'email' | 'mention' | 'hashtag' | 'cashtag';

// A rough form of what Telegram's server finds in every text. Order matters: earlier finds win where two overlap.
const patterns: [type: Found, pattern: RegExp][] = [
  ['email', /(?<![\w@.])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?!\w)/giu],
  ['url', /(?<![\w@])https?:\/\/[^\s<>"'“”]+[^\s<>"'“”.,:;!?)\]]/giu],
  [
    'url',
    /(?<![\w@./-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|io|me|dev|app|de|ru|uk|info)(?:\/[^\s<>"']*[^\s<>"'.,:;!?)\]])?(?![\w-])/giu,
  ],
  ['bot_command', /(?<![\w/<>])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\w/<>])/giu],
  ['mention', /(?<![\w@.])@[a-z][a-z0-9_]{2,31}(?!\w)/giu],
  ['hashtag', /(?<![\p{L}\p{N}_#])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_]{1,255}/gu],
  ['cashtag', /(?<![\w$])\$[A-Z]{3,8}(?![\w$])/gu],
];

/** Nothing is looked for inside these. */
const opaque = new Set(['pre', 'code', 'text_link', 'text_mention', 'url', 'email', 'mention']);

/** The entities that Telegram adds by itself: commands, links, mails, mentions, hashtags, cashtags. Offsets in UTF-16 units. */
export function detectEntities(
  text: string,
  given: readonly MessageEntity[] = [],
): MessageEntity[] {
  if (!/[/@#$.]/.test(text)) return [];
  const taken: { offset: number; length: number }[] = given.filter((e) => opaque.has(e.type));
  const found: MessageEntity[] = [];
  for (const [type, pattern] of patterns)
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (
        taken.some(
          (t) => entity.offset < t.offset + t.length && t.offset < entity.offset + entity.length,
        )
      )
        continue;
      taken.push(entity);
      found.push(entity);
    }
  return found;
}

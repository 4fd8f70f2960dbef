import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { repliesPage } from '../queries.ts';
import { fitting, inlineResult } from '../rules/inline-results.ts';
import { maxReplies } from './save-reply.ts';

/** A person who waits for results has typed on after this long. */
const offerMs = 20_000;

/** Offers the saved replies that fit what was typed after the bot's @name; to a fan, nothing. */
export async function offerReplies(
  tx: Tx,
  query: { id: string; typed: string; toStaff: boolean },
  services: Services,
): Promise<void> {
  const replies = query.toStaff ? await repliesPage(tx, { limit: maxReplies, offset: 0 }) : [];
  const now = services.clock.now();
  const results = fitting(replies, query.typed)
    .map(inlineResult)
    .filter((result) => result !== null);
  await enqueue(tx, now, {
    method: 'answerInlineQuery',
    payload: { inline_query_id: query.id, results, cache_time: 0, is_personal: true },
    audience: 'bot',
    chatId: null,
    lane: `inline:${query.id}`,
    expiresAt: now + offerMs,
  });
}

import type { UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { saveReply } from '#src/features/replies/index.ts';
import type { Tx } from '#src/storage/reader.ts';

/** What the creator says often, by its short name. */
const replies: Readonly<Record<string, string>> = {
  hello:
    'Hi {first_name}! So nice of you to write. I read everything myself, it just takes me a moment sometimes 🌙',
  parcel: 'I am asking the shop about your parcel, {first_name}, and write you as soon as I know.',
  dates: 'The next concerts: spring, eight cities. You hear of the dates here first.',
  workshop:
    'The workshop is fine for beginners. Bring a pen and one thing that annoyed you this week.',
};

/** Saves the creator's replies. */
export async function writeReplies(tx: Tx, author: UserId, services: Services): Promise<void> {
  for (const [name, text] of Object.entries(replies)) {
    const content = { kind: 'text', text, entities: [], attachment: null, albumId: null } as const;
    await saveReply(tx, { content, name, by: { author, actor: 'creator' } }, services);
  }
}

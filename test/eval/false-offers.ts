import type { PastAnswerId } from '#src/core/ids.ts';
import { nearestAnswers } from '#src/features/answers/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { Bed } from './bed.ts';

/** Saved replies, name and text, that answer nothing that is asked here; polite, as saved replies are. */
const saved: readonly (readonly [string, string])[] = [
  ['vip club', 'Hope you are well! Join the VIP club for 10, you will love it. Thank you so much!'],
  ['bank holiday', 'I am away and will answer everyone when I am back, thanks for your patience'],
  ['giveaway', 'One entry each, the winner is drawn and announced here. Good luck, you beauties!'],
  ['moderator', 'We look for moderators. Tell me how long you can stay and why you want to'],
  ['podcast', 'How are you? The podcast is out everywhere, I would love to hear what you think'],
  ['urlaub', 'Wie geht es Ihnen? Ich bin im Urlaub und melde mich danach. Vielen Dank!'],
  ['sorteo', '¿Cómo estás? Mil gracias por participar, el sorteo se anuncia aquí. ¡Mucha suerte!'],
  ['отпуск', 'Привет, как дела? Я в отпуске, отвечу, когда вернусь. Спасибо за терпение!'],
  [
    'お休み',
    'お元気ですか？しばらくお休みします。戻りましたらお返事しますね。いつもありがとうございます',
  ],
];

/** Whether something was offered that answers nothing. */
export interface FalseOffers {
  /** A past answer, although all that were on the topic are taken away. */
  readonly pastAnswer: boolean;
  /** A saved reply, of which none is on the topic. */
  readonly savedReply: boolean;
}

class Undone extends Error {}

/** Looks what is offered to a text where nothing fits it; `fitting` are the pairs that would. The bed stays as it was. */
export async function falseOffers(
  { storage, tenantId }: Bed,
  args: { readonly text: string; readonly limit: number },
  fitting: readonly PastAnswerId[],
): Promise<FalseOffers> {
  let found: FalseOffers = { pastAnswer: false, savedReply: false };
  const look = async (tx: Tx) => {
    if (fitting.length > 0) {
      await tx.db.deleteFrom('past_answer').where('id', 'in', fitting).execute();
    }
    const past = await nearestAnswers.run(tx, args);
    await saveReplies(tx);
    const all = await nearestAnswers.run(tx, args);
    found = {
      pastAnswer: past.length > 0,
      savedReply: all.some(({ kind }) => kind === 'saved-reply'),
    };
    throw new Undone();
  };
  await storage.store.transact(tenantId, look).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return found;
}

async function saveReplies(tx: Tx): Promise<void> {
  const rows = saved.map(([name, text]) => ({
    key: name,
    name,
    kind: 'text' as const,
    text,
    entities: null,
    media: null,
    actor: 'creator' as const,
    author_user_id: null,
    used_at: null,
    created_at: 1,
    changed_at: null,
  }));
  await tx.db.insertInto('saved_reply').values(rows).execute();
}

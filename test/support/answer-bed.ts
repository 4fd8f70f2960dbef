import { systemClock } from '#src/core/clock.ts';
import type { ChatId, FanId, MessageId, UserId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { answersReader } from '#src/features/answers/index.ts';
import { readNew } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { rawRows } from './raw-rows.ts';

const services = { clock: systemClock, random: systemRandom, log: silentLog, texts: createTexts() };

let users = 5_200_000_000;

/** A fan with a thread whose id is the fan's. */
export async function makeFan(
  tx: Tx,
  { first = 'Zoe', last = null as string | null, handle = null as string | null } = {},
): Promise<FanId> {
  users += 1;
  const { id } = await tx.db
    .insertInto('fan')
    .values({
      user_id: users as UserId,
      first_name: first,
      last_name: last,
      username: handle,
      language_code: null,
      reach_at: null,
      source: null,
      first_seen_at: users,
      last_seen_at: users,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await rawRows(
    tx,
    `insert into thread (id, fan_id, line, chat_id, created_at) values (${id}, ${id}, 'bot', ${users as ChatId}, 1)`,
  );
  return id;
}

/** What a message is, beside its text. */
export interface SaidAs {
  readonly direction?: 'in' | 'out';
  readonly actor?: 'fan' | 'creator' | 'member' | 'automation';
  readonly kind?: 'text' | 'photo' | 'sticker';
  readonly answers?: MessageId;
  readonly at?: number;
}

/** A message in a fan's thread; from the fan unless it says otherwise. */
export async function say(
  tx: Tx,
  fanId: FanId,
  text: string,
  { direction = 'in', actor, kind = 'text', answers, at = 1 }: SaidAs = {},
): Promise<MessageId> {
  const { id } = await tx.db
    .insertInto('message')
    .values({
      thread_id: fanId as number as never,
      direction,
      actor: actor ?? (direction === 'in' ? 'fan' : 'creator'),
      author_user_id: null,
      kind,
      text,
      entities: null,
      media: null,
      album_id: null,
      answers_message_id: answers ?? null,
      delivery: 'delivered',
      merged_into: null,
      fan_reaction: null,
      creator_reaction: null,
      sent_at: at,
      edited_at: null,
      deleted_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The creator answers a fan. */
export async function answer(
  tx: Tx,
  fanId: FanId,
  text: string,
  as: Omit<SaidAs, 'direction'> = {},
): Promise<MessageId> {
  return await say(tx, fanId, text, { ...as, direction: 'out' });
}

/** A fan writes, and the creator answers. */
export async function exchange(
  tx: Tx,
  fanId: FanId,
  asked: string,
  answered: string,
  at?: number,
): Promise<{ asked: MessageId; answered: MessageId }> {
  const as = at === undefined ? {} : { at };
  return {
    asked: await say(tx, fanId, asked, as),
    answered: await answer(tx, fanId, answered, as),
  };
}

/** Lets the reader of past answers read all that is new, and make anew what was changed. */
export async function readAll(tx: Tx): Promise<void> {
  while (!(await readNew(tx, answersReader, services, 64)));
  while ((await rawRows(tx, 'select 1 from past_answer_stale limit 1')).length > 0) {
    await answersReader.read(tx, [], services);
  }
}

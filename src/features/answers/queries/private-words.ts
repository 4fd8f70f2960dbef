import { sql } from 'kysely';
import type { FanId, PastAnswerId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import { statement } from '#src/storage/statement.ts';
import { type Echo, echoesOf, hasEcho, type Heard, heard } from '../rules/echoes-of.ts';
import { quoted } from './quoted.ts';

/** What so many other fans said, or were answered, is private to nobody. One alone may have heard of it. */
const fewestOthers = 2;
/** Of a word's pairs the newest are looked at; a word that only old ones share counts as rare. */
const mostOfWord = 8;
/** Replies in which words are looked for that are the creator's own. */
const mostReplies = 40;
/** Of a text so much is read. */
const mostLetters = 400;

/** A pair, as its private words are looked for. */
export interface Telling {
  readonly id: PastAnswerId;
  readonly fanText: string;
  readonly replyText: string;
}

const pairsWith = statement((db, given: { match: string }) =>
  db
    .selectFrom('past_answer_word')
    .innerJoin('past_answer', 'past_answer.id', 'past_answer_word.rowid')
    .innerJoin('message', 'message.id', 'past_answer.message_id')
    .innerJoin('thread', 'thread.id', 'message.thread_id')
    .select(['thread.fan_id as fanId', 'past_answer.fan_text as text'])
    .where(sql<boolean>`past_answer_word match ${given.match}`)
    .orderBy('past_answer_word.rowid', 'desc')
    .limit(sql.lit(mostOfWord)),
);

const newestReplies = statement((db, _given: object) =>
  db
    .selectFrom('past_answer')
    .innerJoin('message', 'message.id', 'past_answer.message_id')
    .innerJoin('thread', 'thread.id', 'message.thread_id')
    .select(['thread.fan_id as fanId', 'past_answer.reply_text as text'])
    .orderBy('past_answer.id', 'desc')
    .limit(sql.lit(mostReplies)),
);

/** A text and whose it is, or to whom it went. */
interface Said extends Heard {
  readonly fanId: FanId;
}

/**
 * Of each pair the words (`answerWords`) that its answer repeats from what its fan told, and that hardly another fan's pair
 * has: the name of a cat, a town, a trade. Neither they nor an answer with them may reach another fan. Measured as of
 * now: a word that fans begin to use is private no more. When in doubt a word is private.
 */
export async function privateWords(
  reader: Reader,
  pairs: readonly Telling[],
): Promise<Map<PastAnswerId, ReadonlySet<string>>> {
  const telling = pairs
    .map((pair) => ({ ...pair, echoes: echoesOf(pair.fanText, pair.replyText) }))
    .filter(({ echoes }) => echoes.length > 0);
  const fans = await fansOf(
    reader,
    telling.map(({ id }) => id),
  );
  const asked = new Map<string, readonly Said[]>();
  let replies: readonly Said[] | undefined;
  const found = new Map<PastAnswerId, ReadonlySet<string>>();
  for (const { id, echoes } of telling) {
    const secret = new Set<string>();
    for (const echo of echoes) {
      const { word } = echo;
      const said = asked.get(word) ?? (await saidWith(reader, word));
      asked.set(word, said);
      const others = othersWith(said, echo, fans.get(id));
      if (others.size >= fewestOthers) continue;
      replies ??= (await newestReplies.all(reader, {})).map(toSaid);
      for (const other of othersWith(replies, echo, fans.get(id))) others.add(other);
      if (others.size < fewestOthers) secret.add(word);
    }
    if (secret.size > 0) found.set(id, secret);
  }
  return found;
}

function othersWith(said: readonly Said[], echo: Echo, own: FanId | undefined): Set<FanId> {
  return new Set(
    said.filter((one) => one.fanId !== own && hasEcho(one, echo)).map(({ fanId }) => fanId),
  );
}

async function saidWith(reader: Reader, word: string): Promise<Said[]> {
  return (await pairsWith.all(reader, { match: quoted(word) })).map(toSaid);
}

function toSaid({ fanId, text }: { fanId: FanId; text: string }): Said {
  return { fanId, ...heard(text.slice(-mostLetters)) };
}

async function fansOf(
  reader: Reader,
  ids: readonly PastAnswerId[],
): Promise<Map<PastAnswerId, FanId>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.db
    .selectFrom('past_answer')
    .innerJoin('message', 'message.id', 'past_answer.message_id')
    .innerJoin('thread', 'thread.id', 'message.thread_id')
    .select(['past_answer.id', 'thread.fan_id as fanId'])
    .where('past_answer.id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, fanId }) => [id, fanId]));
}

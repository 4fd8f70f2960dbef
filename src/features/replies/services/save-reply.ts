import type { SavedReplyId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { Author } from '#src/features/members/index.ts';
import type { MessageContent } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { splitRich } from '#src/telegram/rich-text.ts';
import {
  countReplies,
  insertReply,
  replyById,
  replyByKey,
  updateReplyContent,
  updateReplyName,
} from '../queries.ts';
import { keyOf, maxName, readName } from '../rules/reply-name.ts';
import { type SaveRefusal, savable } from '../rules/savable.ts';

/** More than a person finds again. */
export const maxReplies = 200;

/** Why a name is not given. */
export type NameRefusal = 'empty' | 'too-long' | 'taken' | 'gone';

/** Saves content under a name; without one, under its own first words, for the time being. */
export async function saveReply(
  tx: Tx,
  given: { content: MessageContent; name?: string; by: Author },
  services: Services,
): Promise<Result<{ id: SavedReplyId; name: string }, SaveRefusal | NameRefusal | 'too-many'>> {
  const { content } = given;
  const refused = savable(content);
  if (refused) return refuse(refused);
  const named = given.name === undefined ? await freeName(tx, content) : readName(given.name);
  if (!named.ok) return named;
  const { name } = named;
  if (await replyByKey(tx, keyOf(name))) return refuse('taken');
  if ((await countReplies(tx)) >= maxReplies) return refuse('too-many');
  const kept = { ...content, albumId: null };
  const id = await insertReply(
    tx,
    { key: keyOf(name), name, content: kept, ...given.by },
    services.clock.now(),
  );
  return { ok: true, id, name };
}

/** Gives a saved reply another name. */
export async function renameReply(
  tx: Tx,
  id: SavedReplyId,
  typed: string,
  services: Services,
): Promise<Result<{ name: string }, NameRefusal>> {
  const named = readName(typed);
  if (!named.ok) return named;
  const key = keyOf(named.name);
  const other = await replyByKey(tx, key);
  if (other && other.id !== id) return refuse('taken');
  if (!(await replyById(tx, id))) return refuse('gone');
  await updateReplyName(tx, id, { key, name: named.name }, services.clock.now());
  return named;
}

/** Puts other content under a saved reply's name. */
export async function changeReply(
  tx: Tx,
  id: SavedReplyId,
  content: MessageContent,
  services: Services,
): Promise<Result<{ name: string }, SaveRefusal | 'gone'>> {
  const refused = savable(content);
  if (refused) return refuse(refused);
  const reply = await replyById(tx, id);
  if (!reply) return refuse('gone');
  await updateReplyContent(tx, id, { ...content, albumId: null }, services.clock.now());
  return { ok: true, name: reply.name };
}

async function freeName(tx: Tx, content: MessageContent): Promise<Result<{ name: string }, never>> {
  const words = content.text.replace(/\s+/gu, ' ').trim();
  const [start] = splitRich({ text: words }, maxName - 6);
  const read = readName(start?.text ?? '');
  const base = read.ok ? read.name : content.kind;
  let name = base;
  for (let number = 2; await replyByKey(tx, keyOf(name)); number += 1) name = `${base} ${number}`;
  return { ok: true, name };
}

import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { Author } from '#src/features/members/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { EmojiHabit, PersonaLineId, PersonaPart } from '../persona.ts';
import { deleteLine, deletePart, insertLines, linesOf } from '../queries/line-rows.ts';
import { countChange } from '../queries/state-rows.ts';
import { emojiLine } from '../rules/emoji-use.ts';
import { ofFan } from '../rules/language-tags.ts';
import { newLines, type PartRefusal, partLimits, readPart } from '../rules/read-part.ts';
import { writtenNow } from './written-now.ts';
import { personaOf } from './persona-of.ts';

/** Puts what a person typed in place of a part; a refused answer changes nothing. */
export async function setPart(
  tx: Tx,
  part: PersonaPart,
  typed: string,
  by: Author,
  services: Services,
): Promise<Result<{ lines: readonly string[] }, PartRefusal>> {
  const read = readPart(part, typed);
  if (!read.ok) return read;
  await replaceLines(tx, part, read.lines, by, services);
  return read;
}

/** Adds what a person typed to a part; `known`: all of it is there already. */
export async function addToPart(
  tx: Tx,
  part: PersonaPart,
  typed: string,
  by: Author,
  services: Services,
): Promise<Result<{ lines: readonly string[] }, PartRefusal | 'known'>> {
  const read = readPart(part, typed);
  if (!read.ok) return read;
  const present = (await linesOf(tx, part)).map(({ text }) => text);
  const lines = newLines(present, read.lines);
  if (lines.length === 0) return refuse('known');
  if (present.length + lines.length > partLimits[part].most) return refuse('too-many');
  const written = writtenNow(by, services);
  await insertLines(tx, part, lines, written);
  await countChange(tx, written.now);
  return { ok: true, lines };
}

/** Empties a part. */
export async function clearPart(tx: Tx, part: PersonaPart, services: Services): Promise<void> {
  await deletePart(tx, part);
  await countChange(tx, services.clock.now());
}

/** Fans are answered in their own language. */
export async function answerInFansLanguage(tx: Tx, by: Author, services: Services): Promise<void> {
  await replaceLines(tx, 'language', [ofFan], by, services);
}

/** Sets how often emoji are used; the favourite ones stay. */
export async function setEmojiHabit(
  tx: Tx,
  habit: EmojiHabit,
  by: Author,
  services: Services,
): Promise<void> {
  const { emoji } = await personaOf(tx);
  const favourites = habit === 'none' ? [] : (emoji?.favourites ?? []);
  await replaceLines(tx, 'emoji', [emojiLine({ habit, favourites })], by, services);
}

/** Removes one line; gives its part, or undefined when it is not there. */
export async function removeLine(
  tx: Tx,
  id: PersonaLineId,
  services: Services,
): Promise<PersonaPart | undefined> {
  const part = await deleteLine(tx, id);
  if (part) await countChange(tx, services.clock.now());
  return part;
}

async function replaceLines(
  tx: Tx,
  part: PersonaPart,
  lines: readonly string[],
  by: Author,
  services: Services,
): Promise<void> {
  const written = writtenNow(by, services);
  await deletePart(tx, part);
  await insertLines(tx, part, lines, written);
  await countChange(tx, written.now);
}

import type { MessageEntity } from 'grammy/types';
import { badRequest, Violation } from '../api-error.ts';
import { detectEntities } from './detect-entities.ts';
import { parseHtml } from './parse-html.ts';

/** A text as Telegram stores it. Offsets in UTF-16 units. */
export interface FormattedText {
  text: string;
  entities: MessageEntity[];
}

/** Limits in code points (core.telegram.org/constructor/config: message_length_max, caption_length_max). */
export const textLimit = 4096;
/** See {@link textLimit}. */
export const captionLimit = 1024;

/**
 * What Telegram makes of a text with its markup: parsed, checked, cut free of white space around it, links found. Throws
 * the Bot API's errors; an empty or overlong result is left to the caller.
 */
export function formatText(
  raw: string,
  parseMode: unknown,
  given: readonly MessageEntity[] | undefined,
): FormattedText {
  let text = raw;
  let entities = [...(given ?? [])];
  if (parseMode === 'HTML') ({ text, entities } = parseHtml(raw));
  else if (parseMode !== undefined && parseMode !== '')
    throw new Violation('the sandbox knows no parse mode but HTML');
  checkEntities(text, entities);
  const trimmed = trim(text, entities);
  const all = [...trimmed.entities, ...detectEntities(trimmed.text, trimmed.entities)];
  all.sort((a, b) => a.offset - b.offset || b.length - a.length);
  return { text: trimmed.text, entities: all };
}

/** The length that Telegram's limits are about. */
export function codePoints(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // The second half of a pair does not count.
    if (unit < 0xdc00 || unit > 0xdfff) count += 1;
  }
  return count;
}

function checkEntities(text: string, entities: readonly MessageEntity[]) {
  for (const { offset, length } of entities) {
    const start = `entity beginning at UTF-16 offset ${offset}`;
    if (offset < 0 || length <= 0 || offset + length > text.length)
      throw badRequest(`${start} ends after the end of the text at UTF-16 offset ${text.length}`);
    if (splitsPair(text, offset) || splitsPair(text, offset + length))
      throw badRequest(
        `${start} ends in a middle of a UTF-16 symbol at byte offset ${offset + length}`,
      );
  }
}

function splitsPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
}

function trim(text: string, entities: MessageEntity[]): FormattedText {
  const withoutStart = text.trimStart();
  const cut = text.length - withoutStart.length;
  const trimmed = withoutStart.trimEnd();
  if (trimmed.length === text.length) return { text, entities };
  const moved: MessageEntity[] = [];
  for (const entity of entities) {
    const offset = Math.max(0, entity.offset - cut);
    const end = Math.min(trimmed.length, entity.offset + entity.length - cut);
    if (end > offset) moved.push({ ...entity, offset, length: end - offset });
  }
  return { text: trimmed, entities: moved };
}

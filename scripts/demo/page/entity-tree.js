/** @import { MessageEntity } from 'grammy/types' */

/**
 * A piece of a text: plain where it has no entity, else with the pieces inside it.
 *
 * @typedef {{ text: string, entity?: MessageEntity, children?: Piece[] }} Piece
 */

/**
 * Turns Telegram's flat list of entities (offsets in UTF-16 units, as JavaScript counts) into nested pieces.
 * Entities that reach over their parent's end or the text's end are cut there.
 *
 * @param {string} text
 * @param {readonly MessageEntity[]} entities
 * @returns {Piece[]}
 */
export function entityTree(text, entities) {
  const sorted = entities
    .filter((entity) => entity.length > 0 && entity.offset >= 0 && entity.offset < text.length)
    .toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  let next = 0;

  /**
   * @param {number} start
   * @param {number} end
   * @returns {Piece[]}
   */
  function level(start, end) {
    /** @type {Piece[]} */
    const pieces = [];
    let at = start;
    for (let entity = sorted[next]; entity && entity.offset < end; entity = sorted[next]) {
      next += 1;
      const from = Math.max(entity.offset, at);
      const to = Math.min(entity.offset + entity.length, end);
      if (to <= from) continue;
      if (from > at) pieces.push({ text: text.slice(at, from) });
      pieces.push({ text: text.slice(from, to), entity, children: level(from, to) });
      at = to;
    }
    if (at < end) pieces.push({ text: text.slice(at, end) });
    return pieces;
  }

  return level(0, text.length);
}

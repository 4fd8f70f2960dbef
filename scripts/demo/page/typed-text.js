/** @import { MessageEntity } from 'grammy/types' */
/** @import { Piece } from './entity-tree.js' */
import { entityTree } from './entity-tree.js';

const MARKS =
  /```(?:([\w+#-]+)\n)?([\s\S]+?)```|`([^`\n]+)`|\*\*(\S[\s\S]*?)\*\*|__(\S[\s\S]*?)__|~~(\S[\s\S]*?)~~|\|\|(\S[\s\S]*?)\|\|/u;

/** @type {Record<string, string>} */
const MARK_OF = {
  bold: '**',
  italic: '__',
  strikethrough: '~~',
  spoiler: '||',
  code: '`',
  pre: '```',
};

/**
 * What Telegram's apps make of typed marks: `**bold**`, `__italic__`, `~~struck~~`, `||spoiler||`, `` `code` `` and
 * fenced code become entities.
 *
 * @param {string} typed
 * @returns {{ text: string, entities: MessageEntity[] }}
 */
export function readTyped(typed) {
  /** @type {MessageEntity[]} */
  const entities = [];
  const text = read(typed.trim(), 0, entities);
  return { text, entities: entities.toSorted((a, b) => a.offset - b.offset) };
}

/**
 * @param {string} typed
 * @param {number} base where this text begins in the message
 * @param {MessageEntity[]} entities
 * @returns {string} the text without marks
 */
function read(typed, base, entities) {
  let text = '';
  let rest = typed;
  for (let match = MARKS.exec(rest); match; match = MARKS.exec(rest)) {
    text += rest.slice(0, match.index);
    rest = rest.slice(match.index + match[0].length);
    const offset = base + text.length;
    const [, language, fenced, code, ...styled] = match;
    if (fenced !== undefined) {
      const length = fenced.length;
      entities.push({ type: 'pre', offset, length, ...(language && { language }) });
      text += fenced;
    } else if (code !== undefined) {
      entities.push({ type: 'code', offset, length: code.length });
      text += code;
    } else {
      const which = styled.findIndex((inner) => inner !== undefined);
      const inner = read(styled[which] ?? '', offset, entities);
      const type = /** @type {const} */ (['bold', 'italic', 'strikethrough', 'spoiler'])[which];
      if (type) entities.push({ type, offset, length: inner.length });
      text += inner;
    }
  }
  return text + rest;
}

/**
 * The way back: a sent text as one would type it, for the edit field. Formatting that cannot be typed is dropped.
 *
 * @param {string} text
 * @param {readonly MessageEntity[]} entities
 * @returns {string}
 */
export function toTyped(text, entities) {
  return write(entityTree(text, entities));
}

/**
 * @param {readonly Piece[]} pieces
 * @returns {string}
 */
function write(pieces) {
  return pieces
    .map((piece) => {
      const inner = piece.children ? write(piece.children) : piece.text;
      const mark = MARK_OF[piece.entity?.type ?? ''] ?? '';
      const language =
        piece.entity?.type === 'pre' && piece.entity.language ? `${piece.entity.language}\n` : '';
      return mark + language + inner + mark;
    })
    .join('');
}

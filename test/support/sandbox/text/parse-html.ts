import type { MessageEntity } from 'grammy/types';
import { badRequest } from '../api-error.ts';

interface OpenTag {
  name: string;
  offset: number;
  attributes: Map<string, string>;
}

const simple: Record<string, MessageEntity['type']> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  'tg-emoji': 'custom_emoji',
};

const token =
  /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*>|&(lt|gt|amp|quot|#\d+|#x[0-9a-f]+);|</giu;
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** The HTML of `parse_mode`, with the errors of TDLib's parser. Throws the Bot API's error on malformed input. */
export function parseHtml(html: string): { text: string; entities: MessageEntity[] } {
  let text = '';
  let last = 0;
  const open: OpenTag[] = [];
  const entities: MessageEntity[] = [];
  for (const match of html.matchAll(token)) {
    text += html.slice(last, match.index);
    last = match.index + match[0].length;
    const at = Buffer.byteLength(html.slice(0, match.index));
    const [, slash, tag, attributes, reference] = match;
    if (reference !== undefined) text += decode(reference);
    else if (tag === undefined) throw unparsable(`Unsupported start tag "" at byte offset ${at}`);
    else if (slash === '') open.push(openTag(tag.toLowerCase(), attributes ?? '', text.length, at));
    else closeTag(open, tag.toLowerCase(), at, text, entities);
  }
  text += html.slice(last);
  const unclosed = open.at(-1);
  if (unclosed !== undefined)
    throw unparsable(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  return { text, entities };
}

function openTag(name: string, attributeText: string, offset: number, at: number): OpenTag {
  if (simple[name] === undefined)
    throw unparsable(`Unsupported start tag "${name}" at byte offset ${at}`);
  const attributes = new Map<string, string>();
  for (const [, key, quoted, single, bare] of attributeText.matchAll(
    /([a-z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/giu,
  ))
    attributes.set((key ?? '').toLowerCase(), decodeAll(quoted ?? single ?? bare ?? ''));
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler')
    throw unparsable(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`);
  return { name, offset, attributes };
}

function closeTag(
  open: OpenTag[],
  name: string,
  at: number,
  text: string,
  entities: MessageEntity[],
) {
  const tag = open.pop();
  if (tag === undefined) throw unparsable(`Unexpected end tag at byte offset ${at}`);
  if (tag.name !== name)
    throw unparsable(
      `Unmatched end tag at byte offset ${at}, expected "</${tag.name}>", found "</${name}>"`,
    );
  const length = text.length - tag.offset;
  if (length === 0) return;
  const entity = toEntity(tag, tag.offset, length, text);
  const previous = entities.at(-1);
  const sameSpan = previous?.offset === tag.offset && previous.length === length;
  if (name === 'pre' && previous?.type === 'code' && sameSpan) entities.pop();
  if (entity !== undefined) entities.push(entity);
}

function toEntity(
  tag: OpenTag,
  offset: number,
  length: number,
  text: string,
): MessageEntity | undefined {
  const type = simple[tag.name] ?? 'bold';
  if (type === 'text_link') {
    const url = tag.attributes.get('href') ?? text.slice(offset, offset + length);
    const user = /^tg:\/\/user\?id=(\d+)$/.exec(url)?.[1];
    if (user !== undefined)
      return {
        type: 'text_mention',
        offset,
        length,
        user: { id: Number(user), is_bot: false, first_name: '' },
      };
    return URL.canParse(url) ? { type, offset, length, url } : undefined;
  }
  if (type === 'custom_emoji')
    return { type, offset, length, custom_emoji_id: tag.attributes.get('emoji-id') ?? '' };
  if (type === 'blockquote' && tag.attributes.has('expandable'))
    return { type: 'expandable_blockquote', offset, length };
  return { type, offset, length } as MessageEntity;
}

function decodeAll(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|#\d+|#x[0-9a-f]+);/giu, (_, name: string) => decode(name));
}

function decode(reference: string): string {
  const code = /^#x/i.test(reference)
    ? Number.parseInt(reference.slice(2), 16)
    : Number.parseInt(reference.slice(1), 10);
  return reference.startsWith('#')
    ? String.fromCodePoint(code)
    : (named[reference.toLowerCase()] ?? '');
}

function unparsable(text: string) {
  return badRequest(`can't parse entities: ${text}`);
}

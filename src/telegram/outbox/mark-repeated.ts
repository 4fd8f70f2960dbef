import type { ApiCall } from '#src/telegram/outbox/outbox-row.ts';
import { italic, joinRich, maxCaption, maxText } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';

/** Methods whose caption is theirs alone: one that is not given is empty, not that of another message (Bot API 10.3). */
const ownCaption: ReadonlySet<string> = new Set([
  'sendAnimation',
  'sendAudio',
  'sendDocument',
  'sendPhoto',
  'sendVideo',
  'sendVoice',
]);

type Fields = Readonly<Record<string, unknown>>;

/**
 * Says in front of a message, or of an album's first part, that it may be there already. Where Telegram takes no words for it, or no
 * more of them, the call stays as it is.
 */
export function markRepeated(call: ApiCall, words: string): ApiCall {
  const { method, payload } = call;
  if (method === 'sendMessage') {
    return { ...call, payload: inFront(payload, ['text', 'entities', maxText], words) };
  }
  if (method === 'sendMediaGroup') {
    const [first, ...others] = payload['media'] as Fields[];
    const media = [inFront({ caption: '', ...first }, caption, words), ...others];
    return { ...call, payload: { ...payload, media } };
  }
  const own = ownCaption.has(method) ? { caption: '', ...payload } : payload;
  return 'caption' in own ? { ...call, payload: inFront(own, caption, words) } : call;
}

const caption = ['caption', 'caption_entities', maxCaption] as const;

function inFront(
  fields: Fields,
  [text, entities, longest]: readonly [text: string, entities: string, longest: number],
  words: string,
): Fields {
  const said: RichText = {
    text: fields[text] as string,
    entities: (fields[entities] as RichText['entities']) ?? [],
  };
  const marked = joinRich(italic(words), said.text === '' ? '' : '\n', said);
  if (marked.text.length > longest) return fields;
  return { ...fields, [text]: marked.text, [entities]: marked.entities };
}

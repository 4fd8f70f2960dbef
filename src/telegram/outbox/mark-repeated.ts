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

/**
 * Says in front of a message that it may be there already. Where Telegram takes no words for it, or no more of them, the call
 * stays as it is.
 */
export function markRepeated(call: ApiCall, words: string): ApiCall {
  const { method, payload } = call;
  const [text, entities, longest] =
    method === 'sendMessage'
      ? (['text', 'entities', maxText] as const)
      : (['caption', 'caption_entities', maxCaption] as const);
  const given = payload[text] as string | undefined;
  if (given === undefined && !ownCaption.has(method)) return call;
  const said: RichText = {
    text: given ?? '',
    entities: (payload[entities] as RichText['entities']) ?? [],
  };
  const marked = joinRich(italic(words), said.text === '' ? '' : '\n', said);
  if (marked.text.length > longest) return call;
  return { ...call, payload: { ...payload, [text]: marked.text, [entities]: marked.entities } };
}

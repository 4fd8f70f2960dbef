import type { MessageEntity } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import type { Content, Json } from '../state.ts';
import { captionLimit, codePoints, formatText, textLimit } from '../text/formatted-text.ts';
import { type Call, type Method, textParam } from './call.ts';
import { sendContent } from './send.ts';

/** The text of a request, 1 to 4096 characters after markup. Throws the Bot API's errors. */
export function textContent(call: Call): Content & { kind: 'text' } {
  const { text, entities } = formatText(
    textParam(call, 'text') ?? '',
    call.params['parse_mode'],
    call.params['entities'] as MessageEntity[] | undefined,
  );
  if (text === '') throw badRequest('message text is empty');
  if (codePoints(text) > textLimit) throw badRequest('message is too long');
  const preview = call.params['link_preview_options'] as Json | undefined;
  return { kind: 'text', text, entities, preview };
}

/** The caption of a request or of an InputMedia, at most 1024 characters after markup. Throws the Bot API's errors. */
export function captionOf(params: Json): {
  text: string;
  entities: MessageEntity[];
  captionAbove: boolean;
  spoiler: boolean;
} {
  const caption = params['caption'];
  const formatted = formatText(
    typeof caption === 'string' ? caption : '',
    params['parse_mode'],
    params['caption_entities'] as MessageEntity[] | undefined,
  );
  if (codePoints(formatted.text) > captionLimit) throw badRequest('message caption is too long');
  return {
    ...formatted,
    captionAbove: params['show_caption_above_media'] === true,
    spoiler: params['has_spoiler'] === true,
  };
}

/** https://core.telegram.org/bots/api#sendmessage */
export const sendMessage: Method = (call) => sendContent(call, textContent(call));

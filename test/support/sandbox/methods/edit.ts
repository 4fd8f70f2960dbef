import { findMessage, writableChat } from '../access.ts';
import { badRequest } from '../api-error.ts';
import { inlineKeyboard, sameKeyboard } from '../markup.ts';
import { markEdited } from '../messages.ts';
import { renderMessage } from '../render.ts';
import type { Content, Json, MessageState } from '../state.ts';
import type { Call, Method } from './call.ts';
import { inputMedia } from './media.ts';
import { captionOf, textContent } from './text.ts';

const notModified =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

/** The message a bot wants to edit: one of its own, no forward. Throws the Bot API's errors. */
function editable(call: Call): MessageState {
  if (call.params['chat_id'] === undefined) throw badRequest('chat_id is empty');
  if (call.params['message_id'] === undefined)
    throw badRequest('message identifier is not specified');
  const chat = writableChat(call.world, call.bot, call.params['chat_id']);
  const message = findMessage(
    call.world,
    chat,
    call.params['message_id'],
    'message to edit not found',
  );
  if (
    message.from !== call.bot ||
    message.forward !== undefined ||
    message.content.kind === 'service'
  )
    throw badRequest("message can't be edited");
  return message;
}

/** Applies an edit, or refuses one that changes nothing. A keyboard that is not given again is taken away. */
function apply(call: Call, message: MessageState, content: Content): Json {
  const markup = inlineKeyboard(call.params['reply_markup']);
  if (sameContent(message.content, content) && sameKeyboard(message.markup, markup))
    throw badRequest(notModified);
  message.content = content;
  message.markup = markup;
  markEdited(call.world, message);
  return renderMessage(call.world, call.bot, message);
}

function sameContent(a: Content, b: Content): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || !('entities' in a) || !('entities' in b)) return false;
  if (a.text !== b.text || JSON.stringify(a.entities) !== JSON.stringify(b.entities)) return false;
  if (a.kind === 'text')
    return b.kind === 'text' && JSON.stringify(a.preview) === JSON.stringify(b.preview);
  return (
    b.kind !== 'text' &&
    a.file === b.file &&
    a.captionAbove === b.captionAbove &&
    a.spoiler === b.spoiler
  );
}

/** https://core.telegram.org/bots/api#editmessagetext */
const editMessageText: Method = (call) => {
  const content = textContent(call);
  const message = editable(call);
  if (message.content.kind !== 'text') throw badRequest('there is no text in the message to edit');
  return apply(call, message, content);
};

/** https://core.telegram.org/bots/api#editmessagecaption */
const editMessageCaption: Method = (call) => {
  const caption = captionOf(call.params);
  const message = editable(call);
  const { content } = message;
  if (!('file' in content) || content.kind === 'sticker' || content.kind === 'video_note')
    throw badRequest('there is no caption in the message to edit');
  return apply(call, message, { ...content, ...caption, spoiler: content.spoiler });
};

/** https://core.telegram.org/bots/api#editmessagemedia */
const editMessageMedia: Method = (call) => {
  const content = inputMedia(call, call.params['media'] as Json);
  const message = editable(call);
  const { content: old } = message;
  if (!('file' in old) && old.kind !== 'text') throw badRequest("message can't be edited");
  const single = (kind: string) => kind === 'audio' || kind === 'document';
  if (
    message.albumId !== undefined &&
    (single(old.kind) || single(content.kind)) &&
    old.kind !== content.kind
  )
    throw badRequest("can't use the media of the specified type in the album");
  return apply(call, message, content);
};

/** https://core.telegram.org/bots/api#editmessagereplymarkup */
const editMessageReplyMarkup: Method = (call) => {
  const message = editable(call);
  return apply(call, message, message.content);
};

/** Methods that change a message of the bot. */
export const editMethods: Record<string, Method> = {
  editMessageText,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
};

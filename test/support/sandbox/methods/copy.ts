import { findChat, findMessage } from '../access.ts';
import { badRequest } from '../api-error.ts';
import { type NewMessage, post } from '../messages.ts';
import { renderMessage } from '../render.ts';
import type { ChatState, Content, Json, MessageState } from '../state.ts';
import type { Call, Method } from './call.ts';
import { newAlbumId } from './media.ts';
import { placeOf } from './send.ts';
import { throwDice } from './simple-content.ts';
import { captionOf } from './text.ts';

/** Service messages, protected ones and other people's quizzes cannot be copied (core.telegram.org/bots/api#copymessage). */
function canCopy(call: Call, { content, protect }: MessageState): boolean {
  if (content.kind === 'service' || protect) return false;
  return !(content.kind === 'poll' && content.poll.quiz && content.poll.author !== call.bot.id);
}

function copyContent(call: Call, content: Content): Content {
  if (content.kind === 'dice') return throwDice(call.world, content.emoji);
  if (content.kind === 'poll')
    return {
      kind: 'poll',
      poll: {
        ...content.poll,
        id: String(call.world.random.integer(1, 9e15)),
        author: call.bot.id,
      },
    };
  return content;
}

/** https://core.telegram.org/bots/api#copymessage */
const copyMessage: Method = (call) => {
  const caption = captionOf(call.params);
  const source = findChat(call.world, call.bot, call.params['from_chat_id']);
  const original = findMessage(
    call.world,
    source,
    call.params['message_id'],
    'message to copy not found',
  );
  if (!canCopy(call, original)) throw badRequest("the message can't be copied");
  let content = copyContent(call, original.content);
  if ('file' in content && call.params['caption'] !== undefined)
    content = { ...content, ...caption, spoiler: content.spoiler };
  const { chat, ...rest } = placeOf(call);
  return { message_id: post(call.world, chat, { from: call.bot, content, ...rest }).id };
};

/** https://core.telegram.org/bots/api#forwardmessage */
const forwardMessage: Method = (call) => {
  const source = findChat(call.world, call.bot, call.params['from_chat_id']);
  const original = findMessage(
    call.world,
    source,
    call.params['message_id'],
    'message to forward not found',
  );
  if (original.content.kind === 'service' || original.protect)
    throw badRequest("the message can't be forwarded");
  const { chat, ...rest } = placeOf(call);
  const message = post(call.world, chat, {
    from: call.bot,
    content: original.content,
    forward: originOf(original),
    ...rest,
  });
  return renderMessage(call.world, call.bot, message);
};

function originOf(message: MessageState): NonNullable<NewMessage['forward']> {
  return message.forward ?? { from: message.from, date: message.date };
}

/** The messages of a list that exist and pass; ids must rise, as Telegram demands. */
function listed(call: Call, source: ChatState, passes: (message: MessageState) => boolean) {
  const ids = call.params['message_ids'] as number[];
  if (ids.length === 0) throw badRequest('message identifiers are not specified');
  if (ids.length > 100) throw badRequest('too many message identifiers specified');
  if (ids.some((id, index) => index > 0 && id <= (ids[index - 1] ?? 0)))
    throw badRequest('message identifiers must be in a strictly increasing order');
  const found = ids.map((id) => source.messages.get(id)).filter((m) => m !== undefined);
  const passing = found.filter(passes);
  if (passing.length === 0) throw badRequest('there are no messages to copy');
  return passing;
}

/** A new album id for each old one that has at least two members here. */
function albumIds(call: Call, messages: readonly MessageState[]): Map<string, string> {
  const seen = new Set<string>();
  const fresh = new Map<string, string>();
  for (const { albumId } of messages) {
    if (albumId === undefined) continue;
    if (seen.has(albumId) && !fresh.has(albumId)) fresh.set(albumId, newAlbumId(call));
    seen.add(albumId);
  }
  return fresh;
}

function copyMany(call: Call, forward: boolean): Json[] {
  const source = findChat(call.world, call.bot, call.params['from_chat_id']);
  const messages = listed(call, source, (message) =>
    forward ? message.content.kind !== 'service' && !message.protect : canCopy(call, message),
  );
  const { chat, ...rest } = placeOf(call);
  const albums = albumIds(call, messages);
  return messages.map((message) => {
    let content = forward ? message.content : copyContent(call, message.content);
    if ('file' in content && call.params['remove_caption'] === true)
      content = { ...content, text: '', entities: [] };
    const albumId = message.albumId === undefined ? undefined : albums.get(message.albumId);
    const copied = forward ? { forward: originOf(message) } : {};
    return {
      message_id: post(call.world, chat, { from: call.bot, content, albumId, ...copied, ...rest })
        .id,
    };
  });
}

/** Copying and forwarding. */
export const copyMethods: Record<string, Method> = {
  copyMessage,
  copyMessages: (call) => copyMany(call, false),
  forwardMessage,
  forwardMessages: (call) => copyMany(call, true),
};

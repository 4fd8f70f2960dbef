import { badRequest } from '../api-error.ts';
import { chatOfPerson } from '../access.ts';
import { post } from '../messages.ts';
import { renderUser } from '../render.ts';
import type { BotState, Content, FileState, Json, MessageState, UserState } from '../state.ts';
import { captionLimit, codePoints, formatText, textLimit } from '../text/formatted-text.ts';
import type { InlineQueryState, World } from '../world.ts';
import type { Method } from './call.ts';

/** core.telegram.org/bots/api#answerinlinequery */
const mostResults = 50;

/** Files that are sent again by their id: the field of each type (core.telegram.org/bots/api#inlinequeryresultcachedphoto). */
const cached: Readonly<Record<string, [field: string, kind: FileState['kind']]>> = {
  photo: ['photo_file_id', 'photo'],
  video: ['video_file_id', 'video'],
  document: ['document_file_id', 'document'],
  voice: ['voice_file_id', 'voice'],
  audio: ['audio_file_id', 'audio'],
  sticker: ['sticker_file_id', 'sticker'],
  mpeg4_gif: ['mpeg4_file_id', 'animation'],
};

/** A person types the bot's @name and some words. Returns the id of the inline query. */
export function sendInlineQuery(
  world: World,
  user: UserState,
  bot: BotState,
  query: string,
): string {
  if (!bot.inlineMode) throw new Error('This bot has no inline mode.');
  const id = String(world.random.integer(1, 9e15));
  world.inlineQueries.set(id, { bot, user, answer: undefined });
  bot.queue.push('inline_query', user.id, {
    id,
    from: renderUser(user),
    query,
    offset: '',
    chat_type: 'sender',
  });
  return id;
}

/** https://core.telegram.org/bots/api#answerinlinequery */
export const answerInlineQuery: Method = ({ world, bot, params }) => {
  const query = world.inlineQueries.get(String(params['inline_query_id']));
  if (query?.bot !== bot || query.answer !== undefined)
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  const results = params['results'] as Json[];
  if (results.length > mostResults) throw badRequest('RESULTS_TOO_MUCH');
  const ids = results.map((result) => String(result['id']));
  if (ids.some((id) => id === '' || Buffer.byteLength(id) > 64))
    throw badRequest('RESULT_ID_INVALID');
  if (new Set(ids).size < ids.length) throw badRequest('RESULT_ID_DUPLICATE');
  query.answer = results.map((result) => ({
    id: String(result['id']),
    title: typeof result['title'] === 'string' ? result['title'] : '',
    content: contentOf(world, bot, result),
  }));
  return true;
};

/** A person sends one of the bot's results to a chat. */
export function sendResult(
  world: World,
  query: InlineQueryState,
  resultId: string,
  place: { chatId: number; replyTo?: number; topic?: number },
): MessageState {
  const result = query.answer?.find(({ id }) => id === resultId);
  if (result === undefined) throw new Error(`The bot offered no result ${resultId}.`);
  const chat = chatOfPerson(world, query.user, place.chatId);
  const replyTo = place.replyTo === undefined ? undefined : chat.messages.get(place.replyTo);
  return post(world, chat, {
    from: query.user,
    content: result.content,
    viaBot: query.bot,
    replyTo,
    topicId: place.topic ?? replyTo?.topicId,
  });
}

function contentOf(world: World, bot: BotState, result: Json): Content {
  const type = String(result['type']);
  if (type === 'article') {
    const message = result['input_message_content'] as Json | undefined;
    const text = message?.['message_text'];
    if (typeof result['title'] !== 'string' || result['title'] === '')
      throw badRequest('RESULT_TITLE_EMPTY');
    if (typeof text !== 'string' || text === '') throw badRequest('MESSAGE_EMPTY');
    const formatted = formatText(text, undefined, message?.['entities'] as never);
    if (codePoints(formatted.text) > textLimit) throw badRequest('MESSAGE_TOO_LONG');
    return { kind: 'text', ...formatted, preview: undefined };
  }
  const [field, kind] = cached[type] ?? [];
  if (field === undefined || kind === undefined) throw badRequest('RESULT_TYPE_INVALID');
  const file = world.files.forBot(bot, String(result[field]));
  if (file.kind !== kind) throw badRequest('RESULT_TYPE_INVALID');
  const caption = formatText(
    typeof result['caption'] === 'string' ? result['caption'] : '',
    undefined,
    result['caption_entities'] as never,
  );
  if (codePoints(caption.text) > captionLimit) throw badRequest('MEDIA_CAPTION_TOO_LONG');
  return { kind, file, ...caption, captionAbove: false, spoiler: false };
}

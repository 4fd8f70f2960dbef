import type { InlineKeyboardButton } from 'grammy/types';
import type { SearchQueryId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { type Fan, fanLabels, fansByIds } from '#src/features/fans/index.ts';
import { preferencesOf } from '#src/features/preferences/index.ts';
import { cardTap } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { joinRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';
import type { Found } from '../hit.ts';
import { foundText } from '../rules/found-text.ts';
import { tapData } from '../rules/tap-data.ts';
import { termsOf } from '../rules/terms-of.ts';
import type { AnswerPlace, FindRef } from './start-search.ts';

/** Says a page of what was found, in the creator's language and time zone, with a button to each fan on it. */
export async function sayFound(
  tx: Tx,
  { queryId, place, behind }: FindRef,
  { text, found }: { text: string; found: Found },
  services: Services,
): Promise<void> {
  const { language, timeZone } = await preferencesOf(tx);
  const t = services.texts.for(language);
  const fans = await fansByIds(tx, [...new Set(found.hits.map(({ fanId }) => fanId))]);
  const byId = new Map(fans.map((fan) => [fan.id, fan]));
  const shown = foundText(found, {
    typed: text,
    terms: termsOf(text),
    fans: byId,
    when: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone }),
    t,
  });
  const rows = [...fanButtons(found, byId), ...pageButtons(queryId, found, t('search-more'))];
  const note = behind ? `\n\n${t('search-behind')}` : '';
  await sayAt(tx, place, joinRich(shown, note), rows, services);
}

/** Says that a search did not work. */
export async function sayFailed(tx: Tx, place: AnswerPlace, services: Services): Promise<void> {
  const t = services.texts.for((await preferencesOf(tx)).language);
  const { edits: _, ...where } = place;
  await sayAt(tx, where, { text: t('search-failed') }, [], services);
}

/** One button for each fan, with the number of their first hit on the page. */
function fanButtons(found: Found, fans: ReadonlyMap<number, Fan>): InlineKeyboardButton[][] {
  const ids = new Set(found.hits.map(({ fanId }) => fanId));
  const shown = [...ids].flatMap((id) => fans.get(id) ?? []);
  const labels = fanLabels(shown, 'alike');
  return shown.map(({ id }, index) => [
    { text: labels[index] ?? '', callback_data: cardTap('show', id) },
  ]);
}

function pageButtons(
  queryId: SearchQueryId,
  { page, pages }: Found,
  more: string,
): InlineKeyboardButton[][] {
  const row = [
    ...(page > 0 ? [{ text: '‹', callback_data: tapData(queryId, page - 1) }] : []),
    ...(page < pages - 1 ? [{ text: `${more} ›`, callback_data: tapData(queryId, page + 1) }] : []),
  ];
  return row.length > 0 ? [row] : [];
}

async function sayAt(
  tx: Tx,
  place: AnswerPlace,
  { text, entities }: RichText,
  rows: InlineKeyboardButton[][],
  services: Services,
): Promise<void> {
  const { chatId, topicId, replyTo, edits } = place;
  await enqueue(tx, services.clock.now(), {
    method: edits === undefined ? 'sendMessage' : 'editMessageText',
    payload: {
      chat_id: chatId,
      ...(edits === undefined ? {} : { message_id: edits }),
      ...(edits !== undefined || topicId === undefined ? {} : { message_thread_id: topicId }),
      text,
      ...(entities && entities.length > 0 ? { entities } : {}),
      ...(rows.length > 0 ? { reply_markup: { inline_keyboard: rows } } : {}),
      ...(edits !== undefined || replyTo === undefined
        ? {}
        : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
      link_preview_options: { is_disabled: true },
    },
    audience: 'desk',
    chatId,
  });
}

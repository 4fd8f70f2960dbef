import type { Services } from '#src/core/services.ts';
import { allowanceOf } from '#src/features/billing/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import { attachFile } from '#src/telegram/outbox/attach-file.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { FileRef } from '#src/telegram/outbox/file-ref.ts';
import { answerTapOf } from '#src/telegram/say.ts';
import type { PictureTheme } from '../rules/drawing.ts';
import { keyboardFor } from '../rules/keyboard.ts';
import type { PictureWish } from './ask-for-picture.ts';

/** What came of a wish: a picture (new, or one that Telegram has already), or a sentence because there is nothing to draw. */
export type Answer =
  | {
      readonly is: 'picture';
      /** The name under which it is kept (see InsightPictureTable). */
      readonly name: string;
      /** When it was drawn (epoch ms). */
      readonly drawnAt: number;
      readonly photo: Uint8Array | string;
      readonly caption: string;
    }
  | { readonly is: 'sentence'; readonly text: string };

/** The outbox kind of rows that carry a picture. */
export const pictureRow = 'insights-picture';

/** Enqueues the answer to a wish, with the buttons that lead on from it. */
export async function sendPicture(
  tx: Tx,
  wish: PictureWish,
  answer: Answer,
  style: { readonly theme: PictureTheme; readonly language: string },
  services: Services,
): Promise<void> {
  const now = services.clock.now();
  const { place } = wish;
  const t = services.texts.for(style.language);
  const mostDays = allowanceOf(services, tx.tenantId, 'insights-days');
  const reply_markup = keyboardFor(wish, { theme: style.theme, mostDays }, t);
  const tapped = 'tapId' in place ? place : undefined;
  const common = { audience: 'desk', chatId: place.chatId } as const;
  if (answer.is === 'sentence') {
    // A picture cannot become a text again: the sentence comes as an alert, and the picture stays.
    if (tapped?.isPicture)
      return await answerTapOf(tx, now, tapped.tapId, answer.text, { alert: true });
    if (tapped) await answerTapOf(tx, now, tapped.tapId);
    await enqueue(tx, now, {
      ...common,
      method: tapped ? 'editMessageText' : 'sendMessage',
      payload: { ...idsOf(place), text: answer.text, reply_markup },
    });
    return;
  }
  if (tapped) await answerTapOf(tx, now, tapped.tapId);
  const { caption, name } = answer;
  const photo = await fileFor(tx, now, answer.photo, wish.picture);
  await enqueue(tx, now, {
    ...common,
    kind: pictureRow,
    ref: { name, drawnAt: answer.drawnAt },
    method: tapped ? 'editMessageMedia' : 'sendPhoto',
    payload: {
      ...idsOf(place),
      ...(tapped ? { media: { type: 'photo', media: photo, caption } } : { photo, caption }),
      reply_markup,
    },
  });
}

/** Says that a wish could not be fulfilled. */
export async function sayFailed(
  tx: Tx,
  { place }: PictureWish,
  text: string,
  now: number,
): Promise<void> {
  if ('tapId' in place) return await answerTapOf(tx, now, place.tapId, text, { alert: true });
  await enqueue(tx, now, {
    method: 'sendMessage',
    payload: { ...idsOf(place), text },
    audience: 'desk',
    chatId: place.chatId,
  });
}

function idsOf(place: PictureWish['place']): Record<string, number> {
  if ('tapId' in place) return { chat_id: place.chatId, message_id: place.messageId };
  const topic = place.topicId === undefined ? {} : { message_thread_id: place.topicId };
  return { chat_id: place.chatId, ...topic };
}

async function fileFor(
  tx: Tx,
  now: number,
  photo: Uint8Array | string,
  picture: string,
): Promise<FileRef | string> {
  if (typeof photo === 'string') return photo;
  return await attachFile(tx, now, { name: `${picture}.png`, bytes: photo });
}

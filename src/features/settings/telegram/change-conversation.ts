import type { Context } from 'grammy';
import type { ChatId } from '#src/core/ids.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import { answerTap } from '#src/telegram/say.ts';
import { tapData, type QuestionId } from '#src/features/settings/rules.ts';
import type {
  DeskContext,
  DeskConversation,
} from '#src/features/settings/telegram/desk-context.ts';
import { type Card, present } from '#src/telegram/present.ts';
import { questions } from '#src/features/settings/telegram/questions/all-questions.ts';
import { navigation, readAnswer } from '#src/features/settings/telegram/read-answer.ts';
import { settingsMenu } from '#src/features/settings/telegram/settings-menu.ts';
import { takeAnswer } from '#src/features/settings/telegram/take-answer.ts';

/** Its name in the stored state. */
export const changeName = 'change';

/** A text that comes later than this after the question, in seconds, was not meant for it. */
const patienceSeconds = 60 * 60;

/** One entry of /settings: asks its question in place of the menu `menuId`, and shows the menu again. */
export async function change(
  conversation: DeskConversation,
  _first: Context,
  question: QuestionId,
  menuId: number,
): Promise<void> {
  const askedAt = await conversation.external(async (ctx) => {
    await present(ctx, withBack(ctx, question, await questions[question].show(ctx)));
    return Math.floor(ctx.services.clock.now() / 1000);
  });
  for (;;) {
    const before = conversation.checkpoint();
    const update = await conversation.wait();
    const reading = readAnswer(update, question);
    switch (reading.kind) {
      case 'pass':
        await conversation.skip({ next: true });
        break;
      case 'start':
      case 'menu':
        await conversation.halt({ next: true });
        break;
      case 'stale':
        await conversation.external((ctx) => answerTap(ctx, ctx.t('button-out-of-date')));
        await conversation.rewind(before);
        break;
      case 'skip':
      case 'back':
        await conversation.external(async (ctx) => present(ctx, await settingsMenu(ctx)));
        return;
      case 'cancel':
        await conversation.external((ctx) => backToMenu(ctx, menuId, ctx.t('settings-unchanged')));
        return;
      case 'answer': {
        const { answer } = reading;
        if (answer.kind !== 'tap' && (update.message?.date ?? 0) - askedAt > patienceSeconds) {
          await conversation.halt({ next: true });
        }
        const done = await conversation.external(async (ctx) => {
          const framed = (card: Card) => withBack(ctx, question, card);
          const taken = await takeAnswer(ctx, question, answer, framed);
          if (taken.outcome === 'done') await backToMenu(ctx, menuId, taken.note);
          return taken.outcome === 'done';
        });
        if (done) return;
        await conversation.rewind(before);
      }
    }
  }
}

/** Shows the menu again: in place after a tap; after a typed answer below it, and the question loses its buttons. */
async function backToMenu(ctx: DeskContext, menuId: number, note: string): Promise<void> {
  await present(ctx, await settingsMenu(ctx), note);
  if (ctx.callbackQuery || ctx.chatId === undefined) return;
  await enqueue(ctx.tx, ctx.services.clock.now(), {
    method: 'editMessageReplyMarkup',
    payload: { chat_id: ctx.chatId, message_id: menuId },
    audience: 'desk',
    chatId: ctx.chatId as ChatId,
  });
}

function withBack(ctx: DeskContext, question: QuestionId, card: Card): Card {
  const back = { text: ctx.t('button-back'), callback_data: tapData(question, navigation.back) };
  return { ...card, rows: [...card.rows, [back]] };
}

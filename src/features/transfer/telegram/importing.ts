import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import type { ChatId, TopicId } from '#src/core/ids.ts';
import { ask, askAgain, leaveOpen } from '#src/features/prompts/index.ts';
import { isAtDesk } from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { present } from '#src/telegram/present.ts';
import { say } from '#src/telegram/say.ts';
import { refusalKeys } from '../rules/refusal-keys.ts';
import { bringTable } from '../services/bring-table.ts';
import { waitingView } from '../services/forget-waiting.ts';
import { importQuestion } from '../services/import-question.ts';

/** `/import`, alone, as the caption of a table or as an answer to one; and the table that answers its question. */
export const importHandlers = new Composer<FanlineContext>();

const promptKind = 'transfer-import';

const atDesk = importHandlers.filter(isAtDesk);

atDesk.command('import', async (ctx) => {
  const { sender, msg } = ctx;
  if (sender.role !== 'creator') return await say(ctx, ctx.t('transfer-creator-only'));
  const answered = msg.reply_to_message;
  // What somebody else sent is brought along by nobody's mistake.
  if (answered?.document && answered.from?.id === sender.userId) return await take(ctx, answered);
  const waiting = await waitingView(ctx.tx, ctx.t);
  if (waiting) await present(ctx, waiting);
  await ask(ctx, { kind: promptKind, ref: {}, text: await importQuestion(ctx.tx, ctx.t) });
});

atDesk
  .on('message:document')
  .filter((ctx) => /^\/import(@\w+)?$/u.test(ctx.msg.caption?.trim() ?? ''))
  .use(async (ctx) => await take(ctx, ctx.msg));

importHandlers
  .on('message')
  .filter((ctx) => ctx.prompt?.kind === promptKind)
  .use(async (ctx) => await take(ctx, ctx.msg));

async function take(ctx: FanlineContext, sent: Message): Promise<void> {
  const { sender } = ctx;
  if (sender.role !== 'creator') {
    await leaveOpen(ctx.tx, sent);
    return await say(ctx, ctx.t('transfer-creator-only'));
  }
  const { document } = sent;
  if (!document || sent.animation) {
    return await askAgain(ctx, ctx.t('transfer-refused-no-file'));
  }
  const topicId = ctx.msg?.is_topic_message ? ctx.msg.message_thread_id : undefined;
  const brought = await bringTable(
    ctx.tx,
    {
      by: sender.userId,
      place: { chatId: sent.chat.id as ChatId, topicId: (topicId ?? null) as TopicId | null },
      file: {
        fileId: document.file_id,
        name: document.file_name ?? '',
        type: document.mime_type ?? '',
        size: document.file_size ?? 0,
      },
    },
    ctx.services,
  );
  if (!brought.ok) return await askAgain(ctx, ctx.t(refusalKeys[brought.reason]));
  await say(ctx, ctx.t('transfer-looking'), { quote: true });
}

import { Composer } from 'grammy';
import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { say } from '#src/telegram/say.ts';
import { moveDesk } from '../services/move-desk.ts';
import { takeBack } from '../services/take-back.ts';

/** `/desk` and `/delete`: the creator's commands in the private chat or in a group. */
export const deskCommands = new Composer<FanlineContext>();

const fromCreator = deskCommands.filter(
  (ctx) => ctx.sender.role === 'creator' || ctx.sender.role === 'member',
);

fromCreator.command('desk', async (ctx) => {
  const moved = await moveDesk(ctx.tx, ctx.chat, ctx.tenant.botId, ctx.services);
  if (moved.ok) {
    if (moved.done === 'opened') await say(ctx, ctx.t('threads-desk-private'));
    return;
  }
  switch (moved.reason) {
    case 'here-already':
      return await say(ctx, ctx.t('threads-desk-already'));
    case 'no-forum':
      return await say(ctx, ctx.t('threads-desk-no-forum'));
    case 'channel':
      return;
    default:
      return unreachable(moved);
  }
});

fromCreator.command('delete', async (ctx) => {
  const answered = ctx.msg.reply_to_message;
  if (!answered || 'forum_topic_created' in answered) {
    return await say(ctx, ctx.t('threads-delete-how'), { quote: true });
  }
  const chatMessageId = answered.message_id as ChatMessageId;
  const taken = await takeBack(ctx.tx, ctx.chat.id as ChatId, chatMessageId, ctx.services);
  if (taken.ok) {
    if (taken.done === 'unsent') {
      await say(ctx, ctx.t('threads-taken-back-unsent'), { quote: true });
    }
    if (taken.done === 'uncertain') {
      await say(ctx, ctx.t('threads-taken-back-uncertain'), { quote: true });
    }
    return;
  }
  switch (taken.reason) {
    case 'no-relay':
      return await say(ctx, ctx.t('threads-delete-how'), { quote: true });
    case 'not-yours':
      return await say(ctx, ctx.t('threads-delete-not-yours'), { quote: true });
    case 'already':
      return await say(ctx, ctx.t('threads-delete-already'), { quote: true });
    default:
      return unreachable(taken);
  }
});

import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import type { ChatId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import type { Translate } from '#src/core/texts.ts';
import { recentPrompt } from '#src/features/prompts/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { say } from '#src/telegram/say.ts';
import type { MessageReader } from '../ports.ts';
import { nearestCommand } from '../rules/nearest-command.ts';
import { answerFan } from '../services/answer-fan.ts';
import { editAnswer } from '../services/edit-answer.ts';
import { isFanTopic } from '../services/is-fan-topic.ts';
import { mirrorReaction } from '../services/mirror-reaction.ts';
import { receiveEdit } from '../services/receive-edit.ts';
import { receiveMessage } from '../services/receive-message.ts';

/**
 * Messages, edits and reactions of fans in their private chats and of the creator at the desk. `commands` are those there are, for
 * who mistypes one.
 */
export function messageHandlers(
  readers: readonly MessageReader[],
  commands: readonly string[],
): Composer<FanlineContext> {
  const handlers = new Composer<FanlineContext>();

  handlers.on('message', async (ctx) => {
    const { sender, msg } = ctx;
    if (sender.role === 'creator' || sender.role === 'member')
      return await answer(ctx, sender, commands);
    if (ctx.chat.type !== 'private') return await turnAway(ctx);
    if (sender.role === 'fan') await receiveMessage(ctx.tx, ctx.from, msg, ctx.services);
  });

  handlers.on('edited_message', async (ctx) => {
    const { sender, msg } = ctx;
    if (sender.role === 'creator' || sender.role === 'member') {
      return await editAnswer(ctx.tx, msg, ctx.services);
    }
    if (sender.role === 'fan' && ctx.chat.type === 'private') {
      await receiveEdit(ctx.tx, ctx.from, msg, { readers, services: ctx.services });
    }
  });

  handlers.on('message_reaction', async (ctx) => {
    const { sender, messageReaction } = ctx;
    if (sender.role === 'creator' || sender.role === 'member') {
      return await mirrorReaction(ctx.tx, 'creator', messageReaction, ctx.services);
    }
    if (sender.role === 'fan' && ctx.chat.type === 'private') {
      await mirrorReaction(ctx.tx, 'fan', messageReaction, ctx.services);
    }
  });
  return handlers;
}

type Answerer = Extract<FanlineContext['sender'], { role: 'creator' | 'member' }>;

async function answer(
  ctx: FanlineContext,
  sender: Answerer,
  commands: readonly string[],
): Promise<void> {
  const message = ctx.msg;
  if (!message) return;
  const typed = typedCommand(message);
  if (typed !== undefined) {
    // A mistyped command must not reach a fan.
    if (ctx.chat?.type === 'private' || (await isFanTopic(ctx.tx, message))) {
      await say(ctx, unknownCommand(nearestCommand(typed, commands), ctx.t), { quote: true });
    }
    return;
  }
  const { botId } = ctx.tenant;
  const given = { message, botId, author: sender.userId, actor: sender.role };
  const answered = await answerFan(ctx.tx, given, ctx.services);
  if (answered.ok) return;
  switch (answered.reason) {
    case 'service':
    case 'no-topic':
      return;
    case 'no-reply':
      return await tellHow(ctx, message.chat.id as ChatId);
    case 'no-relay':
      return await say(ctx, ctx.t('threads-answer-no-relay'), { quote: true });
    case 'cannot-copy':
      return await say(ctx, ctx.t('threads-answer-cannot-copy'), { quote: true });
    default:
      return unreachable(answered);
  }
}

/** What answers nothing may be the answer to a question whose reply bar was closed: only the person knows. */
async function tellHow(ctx: FanlineContext, chatId: ChatId): Promise<void> {
  const question = await recentPrompt(ctx.tx, chatId, ctx.services.clock.now());
  if (question === undefined) return await say(ctx, ctx.t('threads-answer-how'), { quote: true });
  await say(ctx, ctx.t('threads-answer-question'), { quote: question });
}

/** People at the desk who are neither the creator nor a member, and admins who hide who they are. */
async function turnAway(ctx: FanlineContext): Promise<void> {
  if (!ctx.msg || !(await isFanTopic(ctx.tx, ctx.msg))) return;
  const key = ctx.sender.role === 'nobody' ? 'threads-answer-anonymous' : 'threads-answer-stranger';
  await say(ctx, ctx.services.texts.for(ctx.from?.language_code)(key), { quote: true });
}

/** The command that a message begins with, without its slash and the bot it names. */
function typedCommand({ text, entities }: Message): string | undefined {
  const [first] = entities ?? [];
  if (first?.type !== 'bot_command' || first.offset !== 0) return undefined;
  return text?.slice(1, first.length).split('@', 1)[0] ?? '';
}

function unknownCommand(command: string | undefined, t: Translate): string {
  return command === undefined
    ? t('threads-unknown-command')
    : t('threads-unknown-command-near', { command });
}

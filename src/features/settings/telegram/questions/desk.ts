import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { activeDesk } from '#src/features/threads/index.ts';
import { usePrivateDesk } from '#src/features/settings/service.ts';
import type { Card } from '#src/telegram/present.ts';
import { choice, type Question } from '#src/features/settings/telegram/questions/question.ts';
import { creatorOf } from '#src/features/settings/telegram/desk-context.ts';

/** Where the creator works: this chat, or a group with one topic for each fan. */
export const deskQuestion: Question = {
  id: 'desk',

  async show(ctx) {
    return choices(ctx, ctx.t('desk-question', { desk: await deskPhrase(ctx) }));
  },

  async take(ctx, answer) {
    if (answer.kind !== 'tap') {
      return { outcome: 'again', card: await choices(ctx, ctx.t('desk-tap-a-button')) };
    }
    switch (answer.value) {
      case 'here':
        await usePrivateDesk(ctx.tx, creatorOf(ctx), ctx.services);
        return { outcome: 'done', note: ctx.t('desk-is-here') };
      case 'group':
        return { outcome: 'again', card: groupSteps(ctx) };
      case 'seen':
        return { outcome: 'done', note: ctx.t('desk-is-now', { desk: await deskPhrase(ctx) }) };
      default:
        return { outcome: 'stale' };
    }
  },
};

/** The desk in words: "this chat", or the group's name. */
export async function deskPhrase(ctx: FanlineContext): Promise<string> {
  const desk = await activeDesk(ctx.tx);
  if (desk?.kind !== 'forum') return ctx.t('desk-phrase-private');
  return ctx.t('desk-phrase-group', { title: desk.title ?? ctx.t('desk-untitled') });
}

async function choices(ctx: FanlineContext, text: string): Promise<Card> {
  const inGroup = (await activeDesk(ctx.tx))?.kind === 'forum';
  return {
    text,
    rows: [
      [choice('desk', 'here', `${inGroup ? '' : '✓ '}${ctx.t('desk-use-private')}`)],
      [choice('desk', 'group', `${inGroup ? '✓ ' : ''}${ctx.t('desk-use-group')}`)],
    ],
  };
}

/** The exact steps to a forum desk; `/desk` in the group does the move. */
function groupSteps(ctx: FanlineContext): Card {
  return {
    text: ctx.t('desk-group-steps', { bot: `@${ctx.me.username}` }),
    rows: [[choice('desk', 'seen', ctx.t('button-done'))]],
  };
}

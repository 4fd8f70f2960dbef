import { unreachable } from '#src/core/result.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { say } from '#src/telegram/say.ts';
import { maxGreeting, namePlaceholder } from '#src/features/settings/greeting.ts';
import { chooseGreeting, greetingFor } from '#src/features/settings/service.ts';
import { choice, type Question } from '#src/features/settings/telegram/questions/question.ts';

const standard = 'standard';

/** What fans see first. */
export const greetingQuestion: Question = {
  id: 'greeting',

  async show(ctx) {
    return {
      text: ctx.t('greeting-question', { placeholder: namePlaceholder }),
      rows: [[choice('greeting', standard, ctx.t('greeting-use-standard'))]],
    };
  },

  async take(ctx, answer) {
    const now = ctx.services.clock.now();
    switch (answer.kind) {
      case 'tap':
        if (answer.value !== standard) return { outcome: 'stale' };
        await chooseGreeting(ctx.tx, null, now);
        return { outcome: 'done', note: ctx.t('greeting-standard-chosen') };
      case 'other':
        return again(ctx, ctx.t('greeting-text-only'));
      case 'text': {
        const chosen = await chooseGreeting(ctx.tx, answer.written, now);
        if (!chosen.ok) {
          const says = { empty: 'greeting-empty', 'too-long': 'greeting-too-long' } as const;
          return again(ctx, ctx.t(says[chosen.reason], { limit: maxGreeting }));
        }
        await preview(ctx);
        return { outcome: 'done', note: ctx.t('greeting-saved') };
      }
      default:
        return unreachable(answer);
    }
  },
};

async function again(ctx: FanlineContext, text: string) {
  const { rows } = await greetingQuestion.show(ctx);
  return { outcome: 'again', card: { text, rows } } as const;
}

/** Shows the greeting as a fan with the creator's own name would see it. */
async function preview(ctx: FanlineContext): Promise<void> {
  const about = { botName: ctx.me.first_name, t: ctx.t };
  await say(ctx, await greetingFor(ctx.tx, ctx.from?.first_name ?? '', about));
}

import { Composer } from 'grammy';
import type { FanId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import { authorOf } from '#src/features/members/index.ts';
import { askAgain } from '#src/features/prompts/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { present } from '#src/telegram/present.ts';
import { say } from '#src/telegram/say.ts';
import type { FactId } from '../fact.ts';
import { changeFact, changeSummary } from '../services/change-facts.ts';
import { factsView } from '../services/fact-views.ts';

/** The kinds of this feature's questions. */
export const prompts = { fact: 'facts-edit', summary: 'facts-summary-edit' } as const;

/** Replies to the questions of this feature. */
export const answerHandlers = new Composer<FanlineContext>();

answerHandlers
  .on('message')
  .filter(({ prompt }) => prompt?.kind === prompts.fact || prompt?.kind === prompts.summary)
  .use(async (ctx, next) => {
    const by = authorOf(ctx);
    const { prompt } = ctx;
    if (!by || !prompt) return await next();
    const { text: typed } = ctx.msg;
    if (typed === undefined) return await askAgain(ctx, ctx.t('facts-only-text'));
    const { id, fanId } = prompt.ref as { id: FactId; fanId: FanId };
    const changed =
      prompt.kind === prompts.fact
        ? await changeFact(ctx.tx, id, { typed, by }, ctx.services)
        : await changeSummary(ctx.tx, fanId, { typed, by }, ctx.services);
    if (changed.ok) {
      const card = await factsView(ctx.tx, changed.fanId, ctx.t);
      if (card) await present(ctx, card, ctx.t('facts-changed'));
      return;
    }
    switch (changed.reason) {
      case 'gone':
        return await say(ctx, ctx.t('facts-refused-gone'), { quote: true });
      case 'empty':
        return await askAgain(ctx, ctx.t('facts-only-text'));
      case 'too-long':
        return await askAgain(
          ctx,
          prompt.kind === prompts.fact
            ? ctx.t('facts-refused-too-long')
            : ctx.t('facts-summary-too-long'),
        );
      default:
        return unreachable(changed);
    }
  });

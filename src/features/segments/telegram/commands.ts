import { Composer } from 'grammy';
import { authorOf } from '#src/features/members/index.ts';
import { isAtDesk } from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { say } from '#src/telegram/say.ts';
import { helpWords } from '../rules/help-words.ts';
import { parseText } from '../rules/parse-text.ts';
import { problemWords } from '../rules/problem-words.ts';
import { listView } from '../services/list-view.ts';
import { beginDraft } from '../services/open-draft.ts';
import { namesOf, speechOf } from '../services/speech-of.ts';
import { show, showDraft, tellUnsaved } from './show-draft.ts';

/** `/segments`, `/segments help` and `/segments stage:vip …`. */
export const commandHandlers = new Composer<FanlineContext>();

commandHandlers.filter(isAtDesk).command('segments', async (ctx) => {
  const by = authorOf(ctx);
  if (!by) return;
  const typed = ctx.match.trim();
  if (typed === '') {
    const speech = await speechOf(ctx.tx, ctx.services);
    return await show(
      ctx,
      await listView(ctx.tx, { userId: by.author, page: 0 }, speech, ctx.services),
    );
  }
  if (typed.toLowerCase() === 'help') return await say(ctx, helpWords(ctx.t), { quote: true });
  const read = parseText(typed, await namesOf(ctx.tx));
  if (!read.ok) return await say(ctx, problemWords(read.problem, typed, ctx.t), { quote: true });
  const opened = await beginDraft(ctx.tx, by.author, read.filter, ctx.services);
  await tellUnsaved(ctx, opened.unsaved);
  await showDraft(ctx, opened.draft);
});

import { Composer } from 'grammy';
import type { FanId } from '#src/core/ids.ts';
import { fanName } from '#src/features/fans/index.ts';
import { authorOf } from '#src/features/members/index.ts';
import { ask } from '#src/features/prompts/index.ts';
import { fanAtDesk, isAtDesk } from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { present } from '#src/telegram/present.ts';
import { say } from '#src/telegram/say.ts';
import { readTagCommand } from '../rules/names.ts';
import { allFieldsView } from '../services/field-views.ts';
import { allTagsView, fanTagsView } from '../services/tag-views.ts';
import { noteFan } from './note-fan.ts';
import { tagByNames } from './tag-by-names.ts';

/** `/note`, `/tag`, `/tags` and `/fields`. */
export const commandHandlers = new Composer<FanlineContext>();

const atDesk = commandHandlers.filter(isAtDesk);

atDesk.command('note', async (ctx) => {
  const fanId = await fanMeant(ctx);
  if (fanId === undefined) return await say(ctx, ctx.t('memory-note-how'), { quote: true });
  const text = ctx.match.trim();
  if (text !== '') return await noteFan(ctx, fanId, text);
  const name = await fanName(ctx.tx, fanId);
  await ask(ctx, { kind: 'memory-note', ref: { fanId }, text: ctx.t('memory-ask-note', { name }) });
});

atDesk.command('tag', async (ctx) => {
  const fanId = await fanMeant(ctx);
  if (fanId === undefined) return await say(ctx, ctx.t('memory-tag-how'), { quote: true });
  const { on, off } = readTagCommand(ctx.match);
  if (on.length + off.length > 0) return await tagByNames(ctx, fanId, on, off);
  const card = await fanTagsView(ctx.tx, fanId, 0, ctx.t);
  if (card) await present(ctx, card);
});

atDesk.command('tags', async (ctx) => present(ctx, await allTagsView(ctx.tx, 0, ctx.t)));

atDesk.command('fields', async (ctx) => present(ctx, await allFieldsView(ctx.tx, ctx.t)));

async function fanMeant(ctx: FanlineContext): Promise<FanId | undefined> {
  const author = authorOf(ctx);
  if (!ctx.msg || !author) return undefined;
  return await fanAtDesk(ctx.tx, ctx.msg, author.author, ctx.services.clock.now());
}

import { Composer } from 'grammy';
import type { FanId, FollowupId } from '#src/core/ids.ts';
import { fanName } from '#src/features/fans/index.ts';
import { preferencesOf } from '#src/features/preferences/index.ts';
import { askAgain } from '#src/features/prompts/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { say } from '#src/telegram/say.ts';
import { parseWhen } from '../rules/parse-when.ts';
import { refusalKeys } from '../rules/refusal-keys.ts';
import { putOff, reword } from '../services/follow-up.ts';
import { shownTime } from '../services/followup-views.ts';
import { readReminder, remind } from './commands.ts';

/** Replies to the questions of this feature. */
export const answerHandlers = new Composer<FanlineContext>();

const answers: Readonly<Record<string, (ctx: FanlineContext, text: string) => Promise<void>>> = {
  async 'followups-new'(ctx, text) {
    const fanId = Number(ctx.prompt?.ref['fanId']) as FanId;
    const read = await readReminder(ctx, text);
    if (!read.ok) return await askAgain(ctx, ctx.t(refusalKeys[read.reason]));
    await remind(ctx, fanId, { ...read, what: [read.who, read.what].join(' ').trim() });
  },

  async 'followups-when'(ctx, text) {
    const { language, timeZone } = await preferencesOf(ctx.tx);
    const now = ctx.services.clock.now();
    const read = parseWhen(text, { now, timeZone, language });
    if (!read.ok) return await askAgain(ctx, ctx.t(refusalKeys[read.reason]));
    const moved = await putOff(ctx.tx, idOf(ctx), read.at, ctx.services);
    if (!moved) return await reply(ctx, ctx.t('followups-refused-gone'));
    const lines = [ctx.t('followups-moved', { date: await shownTime(ctx.tx, read.at) })];
    if (read.skipped) lines.push(ctx.t('followups-skipped'));
    await reply(ctx, lines.join('\n'));
  },

  async 'followups-text'(ctx, text) {
    const worded = await reword(ctx.tx, idOf(ctx), text.trim(), ctx.services);
    if (!worded.ok) {
      const why = ctx.t(refusalKeys[worded.reason]);
      return worded.reason === 'gone' ? await reply(ctx, why) : await askAgain(ctx, why);
    }
    const { fanId, dueAt, text: what } = worded.followup;
    const name = await fanName(ctx.tx, fanId);
    const made = ctx.t('followups-made', { name, date: await shownTime(ctx.tx, dueAt) });
    await reply(ctx, what === '' ? made : `${made}\n${what}`);
  },
};

answerHandlers
  .on('message')
  .filter((ctx) => answers[ctx.prompt?.kind ?? ''] !== undefined)
  .use(async (ctx) => {
    const { text } = ctx.msg;
    if (text === undefined) return await askAgain(ctx, ctx.t('followups-only-text'));
    await answers[ctx.prompt?.kind ?? '']?.(ctx, text);
  });

function idOf(ctx: FanlineContext): FollowupId {
  return Number(ctx.prompt?.ref['id']) as FollowupId;
}

async function reply(ctx: FanlineContext, text: string): Promise<void> {
  await say(ctx, text, { quote: true });
}

import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import type { FanId } from '#src/core/ids.ts';
import { type Fan, fanLabels, fanName, safeName, shortened } from '#src/features/fans/index.ts';
import { authorOf } from '#src/features/members/index.ts';
import { preferencesOf } from '#src/features/preferences/index.ts';
import { askAgain } from '#src/features/prompts/index.ts';
import { mostFans, nowCalled, resolveFan } from '#src/features/search/index.ts';
import { fanAtDesk, isAtDesk } from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { present } from '#src/telegram/present.ts';
import { say } from '#src/telegram/say.ts';
import { type Reminder, readCommand } from '../rules/read-command.ts';
import { refusalKeys } from '../rules/refusal-keys.ts';
import { tapData } from '../rules/tap-data.ts';
import { addFollowup } from '../services/follow-up.ts';
import { listView, newView, shownTime } from '../services/followup-views.ts';

/** `/remind <fan> <when> <what>` and `/followups`. */
export const commandHandlers = new Composer<FanlineContext>();

const atDesk = commandHandlers.filter(isAtDesk);

atDesk.command('followups', async (ctx) =>
  present(ctx, await listView(ctx.tx, 0, ctx.services.clock.now(), ctx.t)),
);

atDesk.command('remind', async (ctx) => {
  const text = ctx.match.trim();
  const meant = await fanInSight(ctx);
  if (text === '') {
    const card = meant === undefined ? undefined : await newView(ctx.tx, meant, ctx.t);
    if (card) return await present(ctx, card);
    return await say(ctx, ctx.t('followups-how'), { quote: true });
  }
  const read = await readReminder(ctx, text);
  if (!read.ok) return await say(ctx, ctx.t(refusalKeys[read.reason]), { quote: true });
  // "Remind me in 3 days about Anna": without a fan in sight, the words behind the time name one.
  const who = read.who !== '' ? read.who : meant === undefined ? read.what : '';
  if (who === '' && meant !== undefined) return await remind(ctx, meant, read);
  if (who === '') return await say(ctx, ctx.t('followups-how'), { quote: true });
  const found = await resolveFan(ctx.tx, who);
  const [first] = found.fans;
  if (!first) {
    const name = shortened(safeName(who), 40);
    return await say(ctx, ctx.t('followups-unknown-fan', { name }), { quote: true });
  }
  if (found.fans.length > 1) return await letChoose(ctx, found.fans);
  const note = nowCalled(who, found, ctx.t);
  await remind(ctx, first.id, read.who === '' ? { ...read, what: '' } : read, note);
});

/** Reads the words behind `/remind` by the creator's language and time zone. */
export async function readReminder(ctx: FanlineContext, text: string) {
  const { language, timeZone } = await preferencesOf(ctx.tx);
  return readCommand(text, { now: ctx.services.clock.now(), timeZone, language });
}

/** The words behind the command that this message is. */
export function wordsOf(message: Pick<Message, 'text'>): string {
  return (message.text ?? '').replace(/^\/\S+\s*/u, '').trim();
}

/** Makes the follow-up and says for whom, when and what, and what is to be noted of the fan. */
export async function remind(
  ctx: FanlineContext,
  fanId: FanId,
  { at, what, skipped }: Pick<Reminder, 'at' | 'what' | 'skipped'>,
  note?: string,
): Promise<void> {
  const by = authorOf(ctx);
  if (!by) return;
  const made = await addFollowup(ctx.tx, { fanId, text: what, dueAt: at, ...by }, ctx.services);
  if (!made.ok) return await askAgain(ctx, ctx.t(refusalKeys[made.reason]));
  const name = await fanName(ctx.tx, fanId);
  const date = await shownTime(ctx.tx, at);
  const lines = [ctx.t('followups-made', { name, date })];
  if (what !== '') lines.push(what);
  if (note !== undefined) lines.push(note);
  if (skipped) lines.push(ctx.t('followups-skipped'));
  const open = { text: 'Edit', callback_data: tapData({ do: 'open', id: made.id }) };
  await say(ctx, lines.join('\n'), { quote: true, keyboard: { inline_keyboard: [[open]] } });
}

async function fanInSight(ctx: FanlineContext): Promise<FanId | undefined> {
  const by = authorOf(ctx);
  if (!ctx.msg || !by) return undefined;
  return await fanAtDesk(ctx.tx, ctx.msg, by.author, ctx.services.clock.now());
}

async function letChoose(ctx: FanlineContext, fans: readonly Fan[]): Promise<void> {
  const labels = fanLabels(fans, 'all');
  const keyboard = {
    inline_keyboard: fans.map((fan, index) => [
      { text: labels[index] ?? '', callback_data: tapData({ do: 'who', id: fan.id }) },
    ]),
  };
  const more = fans.length < mostFans ? '' : `\n${ctx.t('followups-none-of-these')}`;
  await say(ctx, `${ctx.t('followups-which-fan')}${more}`, { keyboard, quote: true });
}

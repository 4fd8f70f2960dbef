import { type CallbackQueryContext, Composer } from 'grammy';
import type { FanId, FollowupId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import { fanById, fanName } from '#src/features/fans/index.ts';
import { authorOf } from '#src/features/members/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import { ask } from '#src/features/prompts/index.ts';
import { cardTap } from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { type Card, present } from '#src/telegram/present.ts';
import { answerTap } from '#src/telegram/say.ts';
import { chosenTime } from '../rules/choices.ts';
import { refusalKeys } from '../rules/refusal-keys.ts';
import { type FollowupTap, readTapData } from '../rules/tap-data.ts';
import { moveQuietHours, quietView } from '../services/change-quiet-hours.ts';
import { addFollowup, finish, openOne, putOff } from '../services/follow-up.ts';
import {
  followupView,
  listButton,
  listView,
  newView,
  shownTime,
  snoozeView,
} from '../services/followup-views.ts';
import { readReminder, remind, wordsOf } from './commands.ts';

/** Buttons of follow-ups. Anyone can send any callback data, so role and row are checked at each tap. */
export const tapHandlers = new Composer<FanlineContext>();

type Tapped = CallbackQueryContext<FanlineContext>;

tapHandlers.callbackQuery(/^fu:/, async (ctx) => {
  if (!authorOf(ctx)) return await answerTap(ctx, ctx.t('button-not-yours'));
  const tap = readTapData(ctx.callbackQuery.data);
  if (!tap) return await answerTap(ctx, ctx.t('button-out-of-date'));
  await handleTap(ctx, tap);
});

async function handleTap(ctx: Tapped, tap: FollowupTap): Promise<void> {
  const { tx, t, services } = ctx;
  const now = services.clock.now();
  switch (tap.do) {
    case 'list':
      return await present(ctx, await listView(tx, tap.page, now, t));
    case 'new':
      return await show(ctx, await newView(tx, tap.id as FanId, t), 'button-out-of-date');
    case 'who':
      return await choose(ctx, tap.id as FanId);
    case 'at':
      return await makeAt(ctx, tap.id as FanId, tap);
    case 'other': {
      const fan = await fanById(tx, tap.id as FanId);
      if (!fan) return await answerTap(ctx, t('button-out-of-date'));
      const name = await fanName(tx, fan.id);
      return await question(
        ctx,
        'followups-new',
        { fanId: fan.id },
        t('followups-ask-new', { name }),
      );
    }
    case 'open':
      return await show(ctx, await followupView(tx, tap.id as FollowupId, t));
    case 'snooze':
      return await show(ctx, await snoozeView(tx, tap.id as FollowupId, t));
    case 'later': {
      const timeZone = await preferenceOf(tx, 'timeZone');
      const at = chosenTime(tap.choice, now, timeZone);
      const moved = await putOff(tx, tap.id as FollowupId, at, services);
      if (!moved) return await answerTap(ctx, t('followups-refused-gone'));
      const date = await shownTime(tx, at);
      return await present(ctx, { text: t('followups-moved', { date }), rows: [[listButton(t)]] });
    }
    case 'done':
    case 'drop': {
      const state = tap.do === 'done' ? 'done' : 'dropped';
      const ended = await finish(tx, tap.id as FollowupId, state, services);
      if (!ended) return await answerTap(ctx, t('followups-refused-gone'));
      const name = await fanName(tx, ended.fanId);
      const key = tap.do === 'done' ? 'followups-done' : 'followups-dropped';
      return await present(ctx, { text: t(key, { name }), rows: [[listButton(t)]] });
    }
    case 'when':
      return await askOpen(ctx, tap.id as FollowupId, 'followups-when', t('followups-ask-when'));
    case 'text':
      return await askOpen(ctx, tap.id as FollowupId, 'followups-text', t('followups-ask-text'));
    case 'quiet': {
      const actor = authorOf(ctx)?.actor ?? 'member';
      const { edge, by } = tap;
      if (edge !== 'show') await moveQuietHours(tx, { edge, by, actor }, services);
      return await present(ctx, await quietView(tx, t));
    }
    default:
      return unreachable(tap);
  }
}

async function show(
  ctx: Tapped,
  card: Card | undefined,
  gone: 'followups-refused-gone' | 'button-out-of-date' = 'followups-refused-gone',
): Promise<void> {
  if (!card) return await answerTap(ctx, ctx.t(gone));
  await present(ctx, card);
}

/** One of several fans of a name: the command that asked stands in the message which the question answers. */
async function choose(ctx: Tapped, fanId: FanId): Promise<void> {
  const place = ctx.callbackQuery.message;
  const command = place && 'reply_to_message' in place ? place.reply_to_message : undefined;
  const read = command && (await readReminder(ctx, wordsOf(command)));
  if (!read?.ok || !(await fanById(ctx.tx, fanId))) {
    return await answerTap(ctx, ctx.t('button-out-of-date'));
  }
  await remind(ctx, fanId, read.who === '' ? { ...read, what: '' } : read);
  const name = await fanName(ctx.tx, fanId);
  await present(ctx, { text: ctx.t('followups-chosen', { name }), rows: [] });
}

async function makeAt(
  ctx: Tapped,
  fanId: FanId,
  { choice }: Extract<FollowupTap, { do: 'at' | 'later' }>,
): Promise<void> {
  const by = authorOf(ctx);
  if (!by) return;
  const timeZone = await preferenceOf(ctx.tx, 'timeZone');
  const dueAt = chosenTime(choice, ctx.services.clock.now(), timeZone);
  const made = await addFollowup(ctx.tx, { fanId, text: '', dueAt, ...by }, ctx.services);
  if (!made.ok) return await answerTap(ctx, ctx.t(refusalKeys[made.reason]));
  const name = await fanName(ctx.tx, fanId);
  const date = await shownTime(ctx.tx, dueAt);
  const back = { text: ctx.t('button-back'), callback_data: cardTap('back', fanId) };
  await present(ctx, { text: ctx.t('followups-made', { name, date }), rows: [[back]] });
  await ask(ctx, {
    kind: 'followups-text',
    ref: { id: made.id },
    text: ctx.t('followups-ask-text'),
  });
}

async function askOpen(ctx: Tapped, id: FollowupId, kind: string, text: string): Promise<void> {
  if (!(await openOne(ctx.tx, id))) return await answerTap(ctx, ctx.t('followups-refused-gone'));
  await question(ctx, kind, { id }, text);
}

async function question(
  ctx: Tapped,
  kind: string,
  ref: Readonly<Record<string, unknown>>,
  text: string,
): Promise<void> {
  await ask(ctx, { kind, ref, text });
  await answerTap(ctx);
}

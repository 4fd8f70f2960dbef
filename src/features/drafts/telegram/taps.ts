import { type CallbackQueryContext, Composer } from 'grammy';
import type { ChatId, ChatMessageId, DraftId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import { displayName } from '#src/features/fans/index.ts';
import { type Author, authorOf } from '#src/features/members/index.ts';
import { ask } from '#src/features/prompts/index.ts';
import { preferencesOf, setPreference } from '#src/features/preferences/index.ts';
import { type CardSource, threadById } from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { present } from '#src/telegram/present.ts';
import { answerTap } from '#src/telegram/say.ts';
import type { DraftsParts } from '../ports.ts';
import { notAskedKeys, notSentKeys } from '../rules/over-keys.ts';
import { type AdultTap, type DraftTap, readTapData } from '../rules/tap-data.ts';
import { adultAbout, adultNoted, adultQuestion } from '../services/adult-views.ts';
import { askAnother, askDraft, renewDraft } from '../services/ask-draft.ts';
import { pauseDrafts, pauseThread } from '../services/auto-draft.ts';
import { autoView } from '../services/auto-views.ts';
import { closeElsewhere } from '../services/close-draft.ts';
import { dismissDraft } from '../services/dismiss-draft.ts';
import { openView, warningView } from '../services/draft-views.ts';
import { editQuestion } from '../services/edit-question.ts';
import { findChoice } from '../services/find-choice.ts';
import { takeButtonsOff } from '../services/put-away.ts';
import { receiptView } from '../services/receipt-view.ts';
import { sayAdult } from '../services/say-adult.ts';
import { sendDraft } from '../services/send-draft.ts';
import { editPrompt, type EditRef } from './answers.ts';

type Tapped = CallbackQueryContext<FanlineContext>;
/** Of a button that stands on a card. */
type CardTap = Extract<DraftTap, { do: 'hold' | 'free' }>;
type Place = { readonly chatId: ChatId; readonly chatMessageId: ChatMessageId };

/** Buttons of drafts. Anyone can send any callback data, so role and row are checked at each tap. */
export function tapHandlers(parts: DraftsParts): Composer<FanlineContext> {
  const handlers = new Composer<FanlineContext>();
  handlers.callbackQuery(/^dr:/, async (ctx) => {
    const by = authorOf(ctx);
    if (!by) return await answerTap(ctx, ctx.t('button-not-yours'));
    const tap = readTapData(ctx.callbackQuery.data);
    const { message } = ctx.callbackQuery;
    if (!tap || !message) return await answerTap(ctx, ctx.t('button-out-of-date'));
    const place = {
      chatId: message.chat.id as ChatId,
      chatMessageId: message.message_id as ChatMessageId,
    };
    await handleTap(ctx, tap, { ...parts, by, place });
  });
  return handlers;
}

/** Stops drafts that come by themselves for the fan of a card, or lets them come again; the card says it. */
async function pauseOnCard(ctx: Tapped, tap: CardTap, cards: CardSource): Promise<void> {
  const { tx, services } = ctx;
  const thread = await threadById(tx, tap.threadId);
  if (!thread) return await answerTap(ctx, ctx.t('button-out-of-date'));
  await pauseThread(tx, thread.id, tap.do === 'hold', services);
  const { text, keyboard } = await cards(tx, thread.fanId, services);
  await present(ctx, { text, rows: keyboard.inline_keyboard });
}

async function handleTap(
  ctx: Tapped,
  tap: DraftTap,
  { by, place, memory, cards }: DraftsParts & { by: Author; place: Place },
): Promise<void> {
  const { tx, t, services } = ctx;
  switch (tap.do) {
    case 'ask': {
      const asked = await askDraft(tx, { threadId: tap.threadId, by: by.author }, services);
      return await answerTap(ctx, t(asked.ok ? 'drafts-making' : notAskedKeys[asked.reason]));
    }
    case 'renew': {
      const asked = await renewDraft(tx, { id: tap.id, by: by.author }, services);
      if (asked.ok) await takeButtonsOff(tx, place, services);
      return await answerTap(ctx, t(asked.ok ? 'drafts-making' : notAskedKeys[asked.reason]));
    }
    case 'another':
    case 'shorter':
    case 'warmer': {
      const asked = await askAnother(tx, { ...tap, change: tap.do }, services);
      if (!asked.ok && asked.reason === 'over') {
        return await isOver(ctx, place, t('button-out-of-date'));
      }
      return await answerTap(ctx, t('drafts-making'));
    }
    case 'send':
      return await send(ctx, tap, by, place);
    case 'edit':
      return await edit(ctx, tap, place);
    case 'back': {
      const view = await openView(tx, tap, services, t);
      if (!view) return await isOver(ctx, place, t('button-out-of-date'));
      return await present(ctx, view);
    }
    case 'dismiss':
      return await dismiss(ctx, tap.id, place);
    case 'receipt': {
      const now = services.clock.now();
      const view = await receiptView(tx, tap.id, memory, {
        ...(await preferencesOf(tx)),
        now,
        t,
      });
      return view ? await present(ctx, view) : await answerTap(ctx, t('button-out-of-date'));
    }
    case 'pause':
    case 'resume':
      return await pause(ctx, tap.id, tap.do === 'pause', place);
    case 'hold':
    case 'free':
      return await pauseOnCard(ctx, tap, cards);
    case 'adult':
    case 'adult-of':
      return await adult(ctx, tap, by, place);
    case 'auto':
      return await turnAuto(ctx, tap.turn, by);
    default:
      return unreachable(tap);
  }
}

type ChoiceTap = Extract<DraftTap, { do: 'send' | 'edit' }>;

async function send(ctx: Tapped, tap: ChoiceTap, by: Author, place: Place): Promise<void> {
  const { tx, t, services } = ctx;
  const sent = await sendDraft(tx, { ...tap, by }, services);
  if (sent.ok) {
    await closeElsewhere(tx, sent.draft, place, services);
    return await present(ctx, {
      text: t('drafts-sent', { name: displayName(sent.fan) }),
      rows: [],
    });
  }
  if (sent.reason !== 'written-again') return await refused(ctx, sent.reason, place);
  const found = await findChoice(tx, tap);
  if (!found.ok) return await refused(ctx, found.reason, place);
  const { draft, choice } = found;
  await present(
    ctx,
    await warningView(tx, draft, { choice, known: tap.known, changed: tap.changed }, t),
  );
}

async function edit(ctx: Tapped, tap: ChoiceTap, place: Place): Promise<void> {
  const found = await findChoice(ctx.tx, tap);
  if (!found.ok) return await refused(ctx, found.reason, place);
  const { text, seen } = await editQuestion(ctx.tx, found, tap, ctx.t);
  const ref: EditRef = { id: tap.id, place: tap.place, ...seen };
  await ask(ctx, { kind: editPrompt, ref: { ...ref }, text });
  await answerTap(ctx);
}

async function dismiss(ctx: Tapped, id: DraftId, place: Place): Promise<void> {
  const { tx, t, services } = ctx;
  const dismissed = await dismissDraft(tx, id, services);
  if (!dismissed.ok) return await isOver(ctx, place, t('button-out-of-date'));
  await closeElsewhere(tx, dismissed.draft, place, services);
  await present(ctx, { text: t('drafts-dismissed'), rows: [] });
}

/** Stops drafts that come by themselves for one fan, or lets them come again; the draft itself stays. */
async function pause(ctx: Tapped, id: DraftId, paused: boolean, place: Place): Promise<void> {
  const { tx, t, services } = ctx;
  if (!(await pauseDrafts(tx, id, paused, services))) {
    return await isOver(ctx, place, t('button-out-of-date'));
  }
  const said = t(paused ? 'drafts-paused' : 'drafts-resumed');
  const view = await openView(tx, { id }, services, t);
  if (!view) return await isOver(ctx, place, said);
  await present(ctx, view, said);
}

/** A person says that a fan is an adult: the first tap asks whether they are sure. */
async function adult(ctx: Tapped, tap: AdultTap, by: Author, place: Place): Promise<void> {
  const { tx, t, services } = ctx;
  const about = await adultAbout(tx, tap);
  if (!about) return await adultIsOver(ctx, tap, place);
  const { upTo } = tap;
  if (upTo !== null) {
    const said = { fanId: about.fanId, upTo, by, tapped: place };
    const noted = await sayAdult(tx, said, services);
    if (noted.ok) return await present(ctx, await adultNoted(tx, { tap, about }, t));
  }
  const question = await adultQuestion(tx, { tap, about }, t);
  if (!question) return await adultIsOver(ctx, tap, place);
  await present(ctx, question);
}

/** A card has other buttons, which stay. */
async function adultIsOver(ctx: Tapped, tap: AdultTap, place: Place): Promise<void> {
  const why = ctx.t('button-out-of-date');
  await (tap.do === 'adult' ? isOver(ctx, place, why) : answerTap(ctx, why));
}

/** Settings are the creator's alone. */
async function turnAuto(ctx: Tapped, turn: 'open' | 'on' | 'off', by: Author): Promise<void> {
  const { tx, t, services } = ctx;
  if (by.actor !== 'creator') return await answerTap(ctx, t('button-not-yours'));
  const on = turn === 'on';
  if (turn !== 'open') await setPreference(tx, 'autoDraft', on, by.actor, services.clock.now());
  await present(ctx, await autoView(tx, t));
}

async function refused(ctx: Tapped, reason: keyof typeof notSentKeys, place: Place): Promise<void> {
  const why = ctx.t(notSentKeys[reason]);
  // The fan may come back; everything else stays as it is.
  if (reason === 'blocked' || reason === 'left') return await answerTap(ctx, why, { alert: true });
  await isOver(ctx, place, why);
}

/** Says why a tap does nothing any more, and takes the buttons away that still say otherwise. */
async function isOver(ctx: Tapped, place: Place, why: string): Promise<void> {
  await takeButtonsOff(ctx.tx, place, ctx.services);
  await answerTap(ctx, why);
}

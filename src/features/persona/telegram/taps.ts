import { type CallbackQueryContext, Composer } from 'grammy';
import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import { type Author, authorOf } from '#src/features/members/index.ts';
import { ask } from '#src/features/prompts/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { type Card, present } from '#src/telegram/present.ts';
import { answerTap } from '#src/telegram/say.ts';
import type { FaqEntryId, PersonaPart } from '../persona.ts';
import { askKeys } from '../rules/part-keys.ts';
import { type PersonaTap, readTapData } from '../rules/tap-data.ts';
import { cardView, stepView } from '../services/card-view.ts';
import { answerInFansLanguage, removeLine, setEmojiHabit } from '../services/edit-part.ts';
import { entryView, faqView } from '../services/faq-views.ts';
import { goOnWithSetup, passStep, setupStep } from '../services/guide-setup.ts';
import { removeEntry } from '../services/keep-faq.ts';
import { startLearning } from '../services/learn.ts';
import { partView } from '../services/part-view.ts';
import { proposalView } from '../services/proposal-view.ts';
import { decideLine, takeAll, type TakeRefusal } from '../services/take-line.ts';
import { wipePersona } from '../services/wipe-persona.ts';
import { wipeView } from '../services/wipe-view.ts';
import { askStep, promptKinds } from './ask-step.ts';

/** Buttons of the persona. Anyone can send any callback data, so role and row are checked at each tap. */
export const tapHandlers = new Composer<FanlineContext>();

type Tapped = CallbackQueryContext<FanlineContext>;

tapHandlers.callbackQuery(/^pe:/, async (ctx) => {
  const by = authorOf(ctx);
  if (!by) return await answerTap(ctx, ctx.t('button-not-yours'));
  const tap = readTapData(ctx.callbackQuery.data);
  if (!tap || !ctx.callbackQuery.message) {
    return await answerTap(ctx, ctx.t('button-out-of-date'));
  }
  await handleTap(ctx, tap, by);
});

async function handleTap(ctx: Tapped, tap: PersonaTap, by: Author): Promise<void> {
  const { tx, t, services } = ctx;
  switch (tap.do) {
    case 'card':
      return await present(ctx, await cardView(tx, t));
    case 'setup':
      return await showStep(ctx, await goOnWithSetup(tx, services));
    case 'skip':
      return await skip(ctx, tap.part);
    case 'part':
      return await present(ctx, await partView(tx, tap.part, t));
    case 'set':
      return await askPart(ctx, tap.part, 'set');
    case 'add':
      return await askPart(ctx, tap.part, 'add');
    case 'fan-language':
      await answerInFansLanguage(tx, by, services);
      return await present(ctx, await partView(tx, 'language', t));
    case 'emoji':
      await setEmojiHabit(tx, tap.habit, by, services);
      return await present(ctx, await partView(tx, 'emoji', t));
    case 'line-gone': {
      const part = await removeLine(tx, tap.id, services);
      return await show(ctx, part && (await partView(tx, part, t)));
    }
    case 'faq':
      return await present(ctx, await faqView(tx, tap.page, t));
    case 'faq-new':
      await ask(ctx, { kind: promptKinds.question, ref: {}, text: t('persona-ask-question') });
      return await answerTap(ctx);
    case 'entry':
      return await show(ctx, await entryView(tx, tap.id, t));
    case 'question':
    case 'answer':
      return await askEntry(ctx, tap);
    case 'ask-gone':
      return await show(ctx, await entryView(tx, tap.id, t, 'delete'));
    case 'gone': {
      const gone = await removeEntry(tx, tap.id, services);
      const note = t(gone ? 'persona-deleted' : 'persona-refused-faq-gone');
      return await present(ctx, await faqView(tx, 0, t), note);
    }
    case 'wipe-ask':
    case 'wipe-again':
      return await present(ctx, await wipeView(tx, tap.do === 'wipe-again', t));
    case 'wipe':
      return await wipe(ctx, tap.version);
    case 'learn':
      return await learn(ctx);
    case 'take':
    case 'leave': {
      const decided = await decideLine(tx, tap.id, tap.do, by, services);
      if (!decided) return await answerTap(ctx, t('button-out-of-date'));
      return await show(ctx, await proposalView(tx, decided.proposalId, t), decided.refusal);
    }
    case 'take-all': {
      const refusal = await takeAll(tx, tap.id, by, services);
      return await show(ctx, await proposalView(tx, tap.id, t), refusal);
    }
    default:
      return unreachable(tap);
  }
}

const takeRefusalKeys = {
  changed: 'persona-refused-changed',
  full: 'persona-refused-full',
} as const satisfies Record<TakeRefusal, string>;

async function show(
  ctx: Tapped,
  card: Card | undefined,
  refusal?: TakeRefusal | null,
): Promise<void> {
  if (!card) return await answerTap(ctx, ctx.t('button-out-of-date'));
  await present(ctx, card, refusal ? ctx.t(takeRefusalKeys[refusal]) : undefined);
}

/** The step stands in the card's place, and the question that a reply answers comes below it. */
async function showStep(ctx: Tapped, part: PersonaPart): Promise<void> {
  await present(ctx, await stepView(ctx.tx, part, ctx.t));
  await askStep(ctx, part);
}

async function skip(ctx: Tapped, part: PersonaPart): Promise<void> {
  const next = await passStep(ctx.tx, part, ctx.services);
  if (next === 'done') return await askStep(ctx, 'done');
  if (next !== 'elsewhere') return await showStep(ctx, next);
  const step = await setupStep(ctx.tx);
  await present(
    ctx,
    step ? await stepView(ctx.tx, step, ctx.t) : await cardView(ctx.tx, ctx.t),
    ctx.t('button-out-of-date'),
  );
}

async function askPart(ctx: Tapped, part: PersonaPart, mode: 'set' | 'add'): Promise<void> {
  const how = mode === 'set' ? `\n\n${ctx.t('persona-dash-empties')}` : '';
  const text = `${ctx.t(askKeys[part])}${how}`;
  await ask(ctx, { kind: promptKinds.part, ref: { part, mode }, text });
  await answerTap(ctx);
}

async function askEntry(
  ctx: Tapped,
  tap: { readonly do: string; readonly id: FaqEntryId },
): Promise<void> {
  if (!(await entryView(ctx.tx, tap.id, ctx.t))) {
    return await answerTap(ctx, ctx.t('button-out-of-date'));
  }
  const isQuestion = tap.do === 'question';
  await ask(ctx, {
    kind: isQuestion ? promptKinds.question : promptKinds.answer,
    ref: { id: tap.id },
    text: ctx.t(isQuestion ? 'persona-ask-question' : 'persona-ask-other-answer'),
  });
  await answerTap(ctx);
}

async function wipe(ctx: Tapped, version: number): Promise<void> {
  const { tx, t } = ctx;
  if (await wipePersona(tx, version, ctx.services)) {
    return await present(ctx, await cardView(tx, t), t('persona-wiped'));
  }
  await present(ctx, await wipeView(tx, false, t), t('persona-refused-changed'));
}

async function learn(ctx: Tapped): Promise<void> {
  const { message } = ctx.callbackQuery;
  if (!message) return;
  const place = {
    chatId: message.chat.id as ChatId,
    chatMessageId: message.message_id as ChatMessageId,
  };
  await startLearning(ctx.tx, place, ctx.services);
  await answerTap(ctx, ctx.t('persona-learning'));
}

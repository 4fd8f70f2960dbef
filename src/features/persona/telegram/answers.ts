import { Composer } from 'grammy';
import { type Author, authorOf } from '#src/features/members/index.ts';
import { askAgain, ask } from '#src/features/prompts/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { present } from '#src/telegram/present.ts';
import { say } from '#src/telegram/say.ts';
import { type FaqEntryId, type PersonaPart, personaParts } from '../persona.ts';
import { titleKeys } from '../rules/part-keys.ts';
import { partLimits } from '../rules/read-part.ts';
import { faqRefusalKeys, partRefusalKeys } from '../rules/refusal-keys.ts';
import { shorten } from '../rules/shorten.ts';
import { shownLine } from '../rules/shown-line.ts';
import { addToPart, clearPart, setPart } from '../services/edit-part.ts';
import { entryView } from '../services/faq-views.ts';
import { passStep } from '../services/guide-setup.ts';
import { addQuestion, writeEntry } from '../services/keep-faq.ts';
import { partView } from '../services/part-view.ts';
import { askStep, promptKinds } from './ask-step.ts';

/** Replies to the questions of this feature. */
export const answerHandlers = new Composer<FanlineContext>();

type Answer = (ctx: FanlineContext, typed: string, by: Author) => Promise<void>;

const answers: Readonly<Record<string, Answer>> = {
  [promptKinds.part]: answerPart,
  [promptKinds.question]: answerQuestion,
  [promptKinds.answer]: (ctx, typed, by) => answerEntry(ctx, 'answer', typed, by),
};

answerHandlers
  .on('message')
  .filter((ctx) => answers[ctx.prompt?.kind ?? ''] !== undefined)
  .use(async (ctx) => {
    const by = authorOf(ctx);
    if (!by) return;
    const { text } = ctx.msg;
    if (text === undefined) return await askAgain(ctx, ctx.t('persona-only-text'));
    await answers[ctx.prompt?.kind ?? '']?.(ctx, text, by);
  });

/** A dash skips a step of the guided setup, and empties a part that is written anew. */
const dash = /^\s*[-–—]\s*$/u;

async function answerPart(ctx: FanlineContext, typed: string, by: Author): Promise<void> {
  const part = personaParts.find((one) => one === ctx.prompt?.ref['part']);
  const mode = ctx.prompt?.ref['mode'];
  if (!part) return;
  if (dash.test(typed)) return await takeDash(ctx, part, mode === 'setup');
  const change = mode === 'add' ? addToPart : setPart;
  const written = await change(ctx.tx, part, typed, by, ctx.services);
  if (!written.ok) {
    const { most, longest } = partLimits[part];
    return await askAgain(ctx, ctx.t(partRefusalKeys[written.reason], { most, longest }));
  }
  if (mode === 'setup') {
    return await goOn(ctx, part, await keptText(ctx, part, written.lines));
  }
  await present(ctx, await partView(ctx.tx, part, ctx.t), ctx.t('persona-part-kept'));
}

async function takeDash(ctx: FanlineContext, part: PersonaPart, inSetup: boolean): Promise<void> {
  if (inSetup) return await goOn(ctx, part, ctx.t('persona-skipped', { part: titleOf(ctx, part) }));
  await clearPart(ctx.tx, part, ctx.services);
  await present(ctx, await partView(ctx.tx, part, ctx.t));
}

/** Asks the next part. Where the setup asks for another one, or is over, the answer was kept all the same. */
async function goOn(ctx: FanlineContext, part: PersonaPart, before: string): Promise<void> {
  const next = await passStep(ctx.tx, part, ctx.services);
  if (next === 'elsewhere') return await say(ctx, before, { quote: true });
  await askStep(ctx, next, before);
}

async function keptText(
  ctx: FanlineContext,
  part: PersonaPart,
  lines: readonly string[],
): Promise<string> {
  const language = await preferenceOf(ctx.tx, 'language');
  const shown = lines.map((line) => shownLine(part, line, language, ctx.t));
  const text = shown.length > 1 ? `\n${shown.map((one) => `• ${one}`).join('\n')}` : ` ${shown[0]}`;
  return shorten(ctx.t('persona-kept', { part: titleOf(ctx, part), text }), 1_500);
}

function titleOf(ctx: FanlineContext, part: PersonaPart): string {
  return ctx.t(titleKeys[part]);
}

async function answerQuestion(ctx: FanlineContext, typed: string, by: Author): Promise<void> {
  if (ctx.prompt?.ref['id'] !== undefined) return await answerEntry(ctx, 'question', typed, by);
  const added = await addQuestion(ctx.tx, typed, by, ctx.services);
  if (!added.ok) return await refused(ctx, added.reason);
  const { id, question, alike } = added;
  const known = alike ? `${ctx.t('persona-faq-alike', { question: alike.question })}\n\n` : '';
  await ask(ctx, {
    kind: promptKinds.answer,
    ref: { id },
    text: `${known}${ctx.t('persona-ask-answer', { question })}`,
  });
}

async function answerEntry(
  ctx: FanlineContext,
  half: 'question' | 'answer',
  typed: string,
  by: Author,
): Promise<void> {
  const id = Number(ctx.prompt?.ref['id']) as FaqEntryId;
  const written = await writeEntry(ctx.tx, { id, half, typed }, by, ctx.services);
  if (!written.ok) return await refused(ctx, written.reason);
  const view = await entryView(ctx.tx, id, ctx.t);
  if (view) await present(ctx, view, ctx.t('persona-faq-kept'));
}

/** Asks again, unless no other answer would do. */
async function refused(ctx: FanlineContext, reason: keyof typeof faqRefusalKeys): Promise<void> {
  const text = ctx.t(faqRefusalKeys[reason]);
  if (reason === 'gone' || reason === 'too-many') return await say(ctx, text, { quote: true });
  await askAgain(ctx, text);
}

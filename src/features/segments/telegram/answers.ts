import { Composer } from 'grammy';
import type { SegmentId } from '#src/core/ids.ts';
import { authorOf } from '#src/features/members/index.ts';
import { askAgain } from '#src/features/prompts/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { say } from '#src/telegram/say.ts';
import { conditionAnswered, questionFrom } from '../rules/choices.ts';
import { noMoreWords, readOnlyWords } from '../rules/plan-words.ts';
import { questionExample } from '../rules/question-words.ts';
import { refusalText } from '../rules/refusal-keys.ts';
import type { Draft } from '../segment.ts';
import { changeDraft } from '../services/change-draft.ts';
import { draftNow } from '../services/draft-now.ts';
import { renameSegment, saveAs } from '../services/save-segment.ts';
import { namesOf } from '../services/speech-of.ts';
import { showDraft } from './show-draft.ts';

/** Replies to the questions of this feature. */
export const answerHandlers = new Composer<FanlineContext>();

const answers: Readonly<Record<string, (ctx: FanlineContext, text: string) => Promise<void>>> = {
  async 'segments-value'(ctx, text) {
    const draft = await draftAsked(ctx);
    if (!draft) return;
    const names = await namesOf(ctx.tx);
    const question = questionFrom(String(ctx.prompt?.ref['ask']), names);
    if (!question) return await reply(ctx, ctx.t('segments-refused-gone'));
    const part = conditionAnswered(question, text, names);
    if (!part) {
      const example = questionExample(question);
      return await askAgain(ctx, ctx.t('segments-answer-unfit', { example }));
    }
    const into = ctx.prompt?.ref['into'];
    const change = { do: 'add', part, into: typeof into === 'number' ? into : null } as const;
    const changed = await changeDraft(ctx.tx, draft, change, ctx.services);
    if (!changed.ok) return await reply(ctx, refusalText(changed.reason, ctx.t));
    await showDraft(ctx, changed.draft);
  },

  async 'segments-name'(ctx, text) {
    const draft = await draftAsked(ctx);
    const by = authorOf(ctx);
    if (!draft || !by) return;
    const given = { typed: text, actor: by.actor };
    const saved = await saveAs(ctx.tx, draft, given, ctx.services);
    if (!saved.ok) {
      if (saved.reason !== 'plan') return await refused(ctx, saved.reason);
      await reply(ctx, noMoreWords(saved, ctx.t));
      return await showDraft(ctx, draft);
    }
    await reply(ctx, ctx.t('segments-saved', { name: saved.name }));
    await showDraft(ctx, saved.draft);
  },

  async 'segments-rename'(ctx, text) {
    const id = Number(ctx.prompt?.ref['id']) as SegmentId;
    const renamed = await renameSegment(ctx.tx, id, text, ctx.services);
    if (!renamed.ok) {
      if (renamed.reason === 'plan') return await reply(ctx, readOnlyWords(renamed, ctx.t));
      return await refused(ctx, renamed.reason);
    }
    await reply(ctx, ctx.t('segments-renamed', { name: renamed.name }));
  },
};

answerHandlers
  .on('message')
  .filter((ctx) => answers[ctx.prompt?.kind ?? ''] !== undefined)
  .use(async (ctx) => {
    const { text } = ctx.msg;
    if (text === undefined) return await askAgain(ctx, ctx.t('segments-only-text'));
    await answers[ctx.prompt?.kind ?? '']?.(ctx, text);
  });

/** The draft that the question was about; undefined, and said, when it is another person's or was changed since. */
async function draftAsked(ctx: FanlineContext): Promise<Draft | undefined> {
  const by = authorOf(ctx);
  const { userId, version } = ctx.prompt?.ref ?? {};
  if (!by) return undefined;
  if (by.author !== userId) {
    await reply(ctx, ctx.t('segments-not-yours'));
    return undefined;
  }
  const draft = await draftNow(ctx.tx, by.author);
  if (draft.version === version) return draft;
  await reply(ctx, ctx.t('segments-moved-on'));
  await showDraft(ctx, draft);
  return undefined;
}

/** Asks again where another name would do. */
async function refused(
  ctx: FanlineContext,
  reason: Parameters<typeof refusalText>[0],
): Promise<void> {
  const text = refusalText(reason, ctx.t);
  if (reason === 'empty' || reason === 'too-long' || reason === 'taken') {
    return await askAgain(ctx, text);
  }
  await reply(ctx, text);
}

async function reply(ctx: FanlineContext, text: string): Promise<void> {
  await say(ctx, text, { quote: true });
}

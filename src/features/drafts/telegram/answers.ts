import { Composer, type NextFunction } from 'grammy';
import type { DraftId, MessageId } from '#src/core/ids.ts';
import { unreachable } from '#src/core/result.ts';
import { displayName } from '#src/features/fans/index.ts';
import { authorOf } from '#src/features/members/index.ts';
import { askAgain, leaveOpen } from '#src/features/prompts/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { present } from '#src/telegram/present.ts';
import { say } from '#src/telegram/say.ts';
import { notSentKeys } from '../rules/over-keys.ts';
import { warningView } from '../services/draft-views.ts';
import { closeDraft } from '../services/close-draft.ts';
import { sendEdited } from '../services/send-draft.ts';

/** What the question behind Edit is about, and what its reader was shown (`Seen`). */
export interface EditRef {
  readonly id: DraftId;
  readonly place: number;
  readonly known: MessageId;
  /** Not in questions from before changes were noticed. */
  readonly changed?: number;
}

/** The kind of that question. */
export const editPrompt = 'drafts-edit';

/** Changed texts that go to the fan. */
export const answerHandlers = new Composer<FanlineContext>();

answerHandlers
  .on('message')
  .filter((ctx) => ctx.prompt?.kind === editPrompt)
  .use(async (ctx, next: NextFunction) => {
    const by = authorOf(ctx);
    const [first] = ctx.msg.entities ?? [];
    // A mistyped command must not reach a fan.
    if (!by || (first?.type === 'bot_command' && first.offset === 0)) {
      await leaveOpen(ctx.tx, ctx.msg);
      return await next();
    }
    const ref = ctx.prompt?.ref as unknown as EditRef;
    const { changed = 0 } = ref;
    const sent = await sendEdited(ctx.tx, { ...ref, changed, by, message: ctx.msg }, ctx.services);
    if (sent.ok) {
      const { draft, fan, kept } = sent;
      if (kept) {
        const warning = { choice: kept, known: ref.known, changed };
        return await present(ctx, await warningView(ctx.tx, draft, warning, ctx.t));
      }
      const text = ctx.t('drafts-sent-edited', { name: displayName(fan) });
      return await closeDraft(ctx.tx, draft, text, ctx.services);
    }
    switch (sent.reason) {
      case 'no-text':
        return await askAgain(ctx, ctx.t('drafts-refused-edit-no-text'));
      case 'gone':
      case 'failed':
        return await say(ctx, ctx.t('drafts-not-sent-gone'), { quote: true });
      case 'blocked':
      case 'left':
        return await say(ctx, ctx.t(notSentKeys[sent.reason]), { quote: true });
      case 'sent':
      case 'edited':
      case 'dismissed':
      case 'stale': {
        const why = ctx.t(notSentKeys[sent.reason]);
        return await say(ctx, `${why} ${ctx.t('drafts-not-sent-how')}`, { quote: true });
      }
      default:
        return unreachable(sent);
    }
  });

import { Composer } from 'grammy';
import type { SavedReplyId } from '#src/core/ids.ts';
import { authorOf } from '#src/features/members/index.ts';
import { contentOf, isAtDesk, type MessageContent } from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { present } from '#src/telegram/present.ts';
import { joinRich } from '#src/telegram/rich-text.ts';
import { say } from '#src/telegram/say.ts';
import { ask, askAgain, leaveOpen } from '#src/features/prompts/index.ts';
import { unknownPlaceholders } from '../rules/placeholders.ts';
import { notSavedKeys } from '../rules/refusal-keys.ts';
import { isInlineSeen } from '../services/inline-seen.ts';
import { listView } from '../services/reply-views.ts';
import { changeReply, renameReply, saveReply } from '../services/save-reply.ts';

/** What is saved, and under which names. */
export const managingHandlers = new Composer<FanlineContext>();

const atDesk = managingHandlers.filter(isAtDesk);

atDesk.command('replies', async (ctx) => {
  const { tx, t, me } = ctx;
  const { text, rows } = await listView(tx, 0, t);
  const inline = me.supports_inline_queries || (await isInlineSeen(tx));
  const hint = inline ? '' : `\n\n${t('replies-inline-off', { bot: `@${me.username}` })}`;
  await present(ctx, { text: joinRich(text, hint), rows });
});

atDesk.command('save', async (ctx) => {
  const answered = ctx.msg.reply_to_message;
  const content = answered && contentOf(answered);
  if (!content || 'forum_topic_created' in answered) {
    return await say(ctx, ctx.t('replies-save-how'), { quote: true });
  }
  await save(ctx, content, ctx.match.trim() || undefined);
});

managingHandlers
  .on('message')
  .filter((ctx) => ctx.prompt?.kind === 'replies-new')
  .use(async (ctx) => {
    const content = contentOf(ctx.msg);
    if (!content) return await leaveOpen(ctx.tx, ctx.msg);
    await save(ctx, content, undefined);
  });

managingHandlers
  .on('message')
  .filter((ctx) => ctx.prompt?.kind === 'replies-rename')
  .use(async (ctx) => {
    const id = ctx.prompt?.ref['id'] as SavedReplyId;
    const renamed = await renameReply(ctx.tx, id, ctx.msg.text ?? '', ctx.services);
    if (!renamed.ok) return await refused(ctx, renamed.reason);
    await say(ctx, ctx.t('replies-renamed', { name: renamed.name }), { quote: true });
  });

managingHandlers
  .on('message')
  .filter((ctx) => ctx.prompt?.kind === 'replies-edit')
  .use(async (ctx) => {
    const id = ctx.prompt?.ref['id'] as SavedReplyId;
    const content = contentOf(ctx.msg);
    if (!content) return await leaveOpen(ctx.tx, ctx.msg);
    const changed = await changeReply(ctx.tx, id, content, ctx.services);
    if (!changed.ok) return await refused(ctx, changed.reason);
    const text = ctx.t('replies-changed', { name: changed.name });
    await say(ctx, withWarning(ctx, text, content), { quote: true });
  });

async function save(
  ctx: FanlineContext,
  content: MessageContent,
  name: string | undefined,
): Promise<void> {
  const by = authorOf(ctx);
  if (!by) return;
  const saved = await saveReply(
    ctx.tx,
    { content, by, ...(name === undefined ? {} : { name }) },
    ctx.services,
  );
  if (!saved.ok) return await refused(ctx, saved.reason);
  const text = withWarning(ctx, ctx.t('replies-saved', { name: saved.name }), content);
  if (name !== undefined) return await say(ctx, text, { quote: true });
  await ask(ctx, {
    kind: 'replies-rename',
    ref: { id: saved.id },
    text: `${text}\n${ctx.t('replies-ask-name')}`,
    placeholder: saved.name,
  });
}

/** Asks again, unless no other answer would do. */
async function refused(ctx: FanlineContext, reason: keyof typeof notSavedKeys): Promise<void> {
  const text = ctx.t(notSavedKeys[reason]);
  if (reason === 'gone' || reason === 'too-many') return await say(ctx, text, { quote: true });
  await askAgain(ctx, text);
}

function withWarning(ctx: FanlineContext, text: string, content: MessageContent): string {
  const unknown = unknownPlaceholders(content.text);
  if (unknown.length === 0) return text;
  const list = unknown.map((name) => `{${name}}`).join(', ');
  return `${text}\n${ctx.t('replies-unknown-placeholders', { list })}`;
}

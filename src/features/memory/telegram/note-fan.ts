import type { FanId } from '#src/core/ids.ts';
import { fanName } from '#src/features/fans/index.ts';
import { authorOf } from '#src/features/members/index.ts';
import { askAgain } from '#src/features/prompts/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { say } from '#src/telegram/say.ts';
import { refusalKeys } from '../rules/refusal-keys.ts';
import { tapData } from '../rules/tap-data.ts';
import { addNote } from '../services/write-note.ts';

/** Writes a note on a fan and says on whom, with a button that takes it back. */
export async function noteFan(ctx: FanlineContext, fanId: FanId, text: string): Promise<void> {
  const author = authorOf(ctx);
  if (!author) return;
  const note = { fanId, text, ...author };
  const noted = await addNote(ctx.tx, note, ctx.services);
  if (!noted.ok) return await askAgain(ctx, ctx.t(refusalKeys[noted.reason]));
  const undo = { text: ctx.t('memory-undo'), callback_data: tapData('note-undo', noted.id) };
  const name = await fanName(ctx.tx, fanId);
  await say(ctx, ctx.t('memory-noted', { name }), {
    quote: true,
    keyboard: { inline_keyboard: [[undo]] },
  });
}

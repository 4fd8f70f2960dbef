import { ask } from '#src/features/prompts/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { present } from '#src/telegram/present.ts';
import { joinRich } from '#src/telegram/rich-text.ts';
import type { PersonaPart } from '../persona.ts';
import { cardView, stepText } from '../services/card-view.ts';

/** The kinds of this feature's questions. */
export const promptKinds = {
  part: 'persona-part',
  question: 'persona-question',
  answer: 'persona-answer',
} as const;

/** Asks what the guided setup wants to know next, after a word on what came before; at its end shows the card. */
export async function askStep(
  ctx: FanlineContext,
  part: PersonaPart | 'done',
  before = '',
): Promise<void> {
  const { t } = ctx;
  if (part === 'done') {
    const note = [before, t('persona-setup-done')].filter((one) => one !== '').join('\n\n');
    return await present(ctx, await cardView(ctx.tx, t), note);
  }
  await ask(ctx, {
    kind: promptKinds.part,
    ref: { part, mode: 'setup' },
    text: joinRich(
      before === '' ? '' : `${before}\n\n`,
      stepText(part, t),
      `\n\n${t('persona-dash-skips')}`,
    ),
  });
}

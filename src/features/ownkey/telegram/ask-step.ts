import { unreachable } from '#src/core/result.ts';
import { ask } from '#src/features/prompts/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import type { AskedKey } from '../own-key.ts';
import { hostOf, stepOf } from '../rules/shown.ts';

/** The kinds of this feature's questions. */
export const promptKinds = {
  address: 'ownkey-address',
  model: 'ownkey-model',
  key: 'ownkey-key',
} as const;

/** Asks for what is not known yet. `why`: what was wrong with the answer before. */
export async function askStep(ctx: FanlineContext, asked: AskedKey, why?: string): Promise<void> {
  const step = stepOf(asked);
  if (step === 'test') return;
  const question = questionOf(ctx, asked, step);
  await ask(ctx, {
    kind: promptKinds[step],
    ref: { id: asked.id },
    text: why === undefined ? question : `${why}\n\n${question}`,
  });
}

function questionOf(
  { t }: FanlineContext,
  { baseUrl }: AskedKey,
  step: 'address' | 'model' | 'key',
): string {
  const host = baseUrl === null ? '' : hostOf(baseUrl);
  switch (step) {
    case 'address':
      return t('ownkey-ask-address');
    case 'model':
      return t('ownkey-ask-model', { host });
    case 'key':
      return t('ownkey-ask-key', { host });
    default:
      return unreachable(step);
  }
}

import type { Translate } from '#src/core/texts.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';

/** The help of whoever answers fans: commands in groups; what only the creator may do is told to the creator alone. */
export function helpText(t: Translate, role: 'creator' | 'member'): RichText {
  const own = role === 'creator' ? [t('help-commands-owner'), '\n'] : [];
  return joinRich(
    t('help-answering'),
    ...headed(t('help-title-answering'), t('help-commands-answering')),
    ...headed(t('help-title-fans'), t('help-commands-fans')),
    ...headed(t('help-title-ahead'), t('help-commands-ahead')),
    ...headed(t('help-title-bot'), ...own, t('help-commands-bot')),
  );
}

function headed(title: string, ...lines: readonly string[]): (string | RichText)[] {
  return ['\n\n', bold(title), '\n', ...lines];
}

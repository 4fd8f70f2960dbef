import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import { languageMeant, languageName } from '#src/features/settings/languages.ts';
import { chooseLanguage } from '#src/features/settings/service.ts';
import {
  choice,
  inPairs,
  type Question,
  type Taken,
} from '#src/features/settings/telegram/questions/question.ts';

/** Which language the bot speaks with the creator. */
export const languageQuestion: Question = {
  id: 'language',

  async show(ctx) {
    const now = await preferenceOf(ctx.tx, 'language');
    const buttons = ctx.services.texts.languages.map((language) =>
      choice('language', language, `${language === now ? '✓ ' : ''}${languageName(language)}`),
    );
    return { text: ctx.t('language-question'), rows: inPairs(buttons) };
  },

  async take(ctx, answer) {
    if (answer.kind === 'tap') return choose(ctx, answer.value);
    const { languages } = ctx.services.texts;
    const meant =
      answer.kind === 'text' ? languageMeant(answer.written.text, languages) : undefined;
    if (meant) return choose(ctx, meant);
    const { rows } = await languageQuestion.show(ctx);
    return { outcome: 'again', card: { text: ctx.t('language-unknown'), rows } };
  },
};

async function choose(ctx: FanlineContext, language: string): Promise<Taken> {
  const chosen = await chooseLanguage(ctx.tx, language, ctx.services);
  if (!chosen.ok) return { outcome: 'stale' };
  ctx.t = chosen.t;
  return { outcome: 'done', note: ctx.t('language-saved') };
}

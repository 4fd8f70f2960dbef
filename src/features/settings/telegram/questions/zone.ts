import { unreachable } from '#src/core/result.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { cityOf, guessTimeZones, preferencesOf, timeIn } from '#src/features/preferences/index.ts';
import { chooseTimeZone } from '#src/features/settings/service.ts';
import type { Card } from '#src/telegram/present.ts';
import {
  choice,
  inPairs,
  type Question,
} from '#src/features/settings/telegram/questions/question.ts';

/** Room for what somebody typed when it is shown again. */
const echoLength = 40;

/** Where the creator's clock is. */
export const zoneQuestion: Question = {
  id: 'zone',

  async show(ctx) {
    return withZones(ctx, ctx.t('zone-question'), guessTimeZones(ctx.from?.language_code));
  },

  async take(ctx, answer) {
    switch (answer.kind) {
      case 'other':
        return { outcome: 'again', card: await sayAgain(ctx, ctx.t('zone-type-city'), []) };
      case 'tap':
      case 'text': {
        const typed = answer.kind === 'tap' ? answer.value : answer.written.text;
        const now = ctx.services.clock.now();
        const found = await chooseTimeZone(ctx.tx, typed, ctx.services);
        if (!found.ok) {
          if (answer.kind === 'tap') return { outcome: 'stale' };
          const what = { typed: echo(typed) };
          const text =
            found.suggestions.length > 0
              ? ctx.t('zone-did-you-mean', what)
              : ctx.t('zone-unknown', what);
          return { outcome: 'again', card: await sayAgain(ctx, text, found.suggestions) };
        }
        const { language } = await preferencesOf(ctx.tx);
        const time = timeIn(found.zone, now, language);
        return { outcome: 'done', note: ctx.t('zone-saved', { city: cityOf(found.zone), time }) };
      }
      default:
        return unreachable(answer);
    }
  },
};

async function sayAgain(
  ctx: FanlineContext,
  text: string,
  suggestions: readonly string[],
): Promise<Card> {
  if (suggestions.length > 0) return withZones(ctx, text, suggestions);
  return { ...(await zoneQuestion.show(ctx)), text };
}

/** A card with these zones as buttons, each with its time now. */
async function withZones(
  ctx: FanlineContext,
  text: string,
  zones: readonly string[],
): Promise<Card> {
  const now = ctx.services.clock.now();
  const { language } = await preferencesOf(ctx.tx);
  const buttons = zones.map((zone) =>
    choice('zone', zone, `${cityOf(zone)} ${timeIn(zone, now, language)}`),
  );
  return { text, rows: inPairs(buttons) };
}

function echo(typed: string): string {
  const line = typed.replaceAll(/\s+/g, ' ').trim();
  return line.length > echoLength ? `${line.slice(0, echoLength).trimEnd()}…` : line;
}

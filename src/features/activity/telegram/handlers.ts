import { Composer } from 'grammy';
import type { Translate } from '#src/core/texts.ts';
import { preferenceOf, type StageThresholds } from '#src/features/preferences/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { type Card, present } from '#src/telegram/present.ts';
import { answerTap } from '#src/telegram/say.ts';
import { type Line, lines } from '../rules/lines.ts';
import { readTapData, stagesBack, tapData } from '../rules/tap-data.ts';
import { moveLine } from '../services/draw-lines.ts';

/** Where one stage ends and the next begins: what /settings leads to. The creator alone moves these lines. */
export const handlers = new Composer<FanlineContext>();

// Anyone can send any callback data, so the role is checked at each tap.
handlers.callbackQuery(/^ac:(?!back$)/, async (ctx) => {
  const { sender, tx, t, services } = ctx;
  if (sender.role !== 'creator') return await answerTap(ctx, t('button-not-yours'));
  const tap = readTapData(ctx.callbackQuery.data);
  if (!tap) return await answerTap(ctx, t('button-out-of-date'));
  const drawn =
    tap.do === 'open'
      ? await preferenceOf(tx, 'stageThresholds')
      : await moveLine(tx, { line: tap.line, by: tap.by, actor: 'creator' }, services);
  await present(ctx, linesCard(drawn, t));
});

const lineKeys = {
  newDays: 'activity-line-new',
  vipMessages: 'activity-line-vip',
  coolingDays: 'activity-line-cooling',
  lostDays: 'activity-line-lost',
} as const satisfies Record<Line, string>;

/** Which line the buttons move. */
const signs = {
  newDays: '🌱',
  vipMessages: '⭐',
  coolingDays: '🌙',
  lostDays: '🕯',
} as const satisfies Record<Line, string>;

function linesCard(thresholds: StageThresholds, t: Translate): Card {
  const shown = lines.map((line) => t(lineKeys[line], { count: thresholds[line] }));
  const rows = lines.map((line) => [
    { text: '−', callback_data: tapData({ do: 'move', line, by: -1 }) },
    { text: `${signs[line]} ${thresholds[line]}`, callback_data: tapData({ do: 'open' }) },
    { text: '+', callback_data: tapData({ do: 'move', line, by: 1 }) },
  ]);
  const back = [{ text: t('button-back'), callback_data: stagesBack }];
  return { text: [t('activity-lines'), ...shown].join('\n'), rows: [...rows, back] };
}

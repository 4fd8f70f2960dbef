import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { stagesButton } from '#src/features/activity/index.ts';
import { consentStanding, consentState } from '#src/features/consent/index.ts';
import { autoDraftButton } from '#src/features/drafts/index.ts';
import { ownKeyButtons, ownKeyLine } from '#src/features/ownkey/index.ts';
import { cityOf, preferencesOf, timeIn } from '#src/features/preferences/index.ts';
import { languageName } from '#src/features/settings/languages.ts';
import { consentWording } from '#src/features/settings/ai-choices.ts';
import { tapData, type QuestionId } from '#src/features/settings/rules.ts';
import type { Card } from '#src/telegram/present.ts';
import { deskPhrase } from '#src/features/settings/telegram/questions/desk.ts';

/** The value of the menu's Done button. */
export const closeMenu = 'close';

/** What holds now, with a button for each thing that can be changed. */
export async function settingsMenu(ctx: FanlineContext): Promise<Card> {
  const entry = (id: QuestionId, text: string) => ({ text, callback_data: tapData('menu', id) });
  return {
    text: await summary(ctx),
    rows: [
      [
        entry('greeting', ctx.t('settings-greeting')),
        entry('language', ctx.t('settings-language')),
      ],
      [entry('zone', ctx.t('settings-zone')), entry('desk', ctx.t('settings-desk'))],
      [entry('drafts', ctx.t('settings-drafts')), stagesButton(ctx.t)],
      [autoDraftButton(ctx.t), ...ownKeyButtons(ctx.services, ctx.t)],
      [{ text: ctx.t('button-done'), callback_data: tapData('menu', closeMenu) }],
    ],
  };
}

/** The menu without buttons, as its Done button leaves it. */
export async function closedMenu(ctx: FanlineContext): Promise<Card> {
  return { text: await summary(ctx), rows: [] };
}

async function summary(ctx: FanlineContext): Promise<string> {
  const { language, timeZone, greeting } = await preferencesOf(ctx.tx);
  const own = await ownKeyLine(ctx.tx, ctx.services, ctx.t);
  const text = ctx.t('settings-summary', {
    greeting: greeting ? ctx.t('settings-own-greeting') : ctx.t('settings-standard-greeting'),
    language: languageName(language),
    zone: cityOf(timeZone),
    time: timeIn(timeZone, ctx.services.clock.now(), language),
    desk: await deskPhrase(ctx),
    drafts: consentState(
      await consentStanding(ctx.tx, ctx.services),
      await consentWording(ctx.tx, ctx.services),
    ),
  });
  return own === null ? text : `${text}\n${own}`;
}

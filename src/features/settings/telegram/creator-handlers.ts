import { conversations, createConversation } from '@grammyjs/conversations';
import { Composer, type Context } from 'grammy';
import { stagesBack } from '#src/features/activity/index.ts';
import { ownKeyAgree, ownKeyBack } from '#src/features/ownkey/index.ts';
import { joinRich } from '#src/telegram/rich-text.ts';
import { answerTap, say } from '#src/telegram/say.ts';
import { helpText } from '#src/features/settings/help-text.ts';
import { type QuestionId, questionIds, readTap } from '#src/features/settings/rules.ts';
import { openForCreator } from '#src/features/settings/service.ts';
import { change, changeName } from '#src/features/settings/telegram/change-conversation.ts';
import { conversationStorage } from '#src/features/settings/telegram/conversation-storage.ts';
import { creatorOf, type DeskContext } from '#src/features/settings/telegram/desk-context.ts';
import { present } from '#src/telegram/present.ts';
import { deskPhrase } from '#src/features/settings/telegram/questions/desk.ts';
import {
  closedMenu,
  closeMenu,
  settingsMenu,
} from '#src/features/settings/telegram/settings-menu.ts';
import { setup, setupName } from '#src/features/settings/telegram/setup-conversation.ts';

/** The creator's private chat with the bot. Conversations exist here only, never on a fan's way. */
export const creatorHandlers = new Composer<DeskContext>();

creatorHandlers.use(conversations<DeskContext, Context>({ storage: conversationStorage }));
creatorHandlers.use(createConversation<DeskContext, Context>(setup, setupName));
creatorHandlers.use(createConversation<DeskContext, Context>(change, changeName));

creatorHandlers.command('start', async (ctx) => {
  const creator = { userId: creatorOf(ctx), languageCode: ctx.from?.language_code };
  const { first, t } = await openForCreator(ctx.tx, creator, ctx.services);
  ctx.t = t;
  if (first) {
    await ctx.conversation.exitAll();
    await ctx.conversation.enter(setupName);
    return;
  }
  const status = t('creator-status', { desk: await deskPhrase(ctx) });
  await say(ctx, joinRich(status, '\n\n', helpText(t, 'creator')));
});

creatorHandlers.command('settings', async (ctx) => {
  if (ctx.conversation.active(setupName) > 0) {
    await say(ctx, ctx.t('setup-first'));
    return;
  }
  await ctx.conversation.exitAll();
  await present(ctx, await settingsMenu(ctx));
});

creatorHandlers.command('cancel', (ctx) => say(ctx, ctx.t('nothing-to-cancel')));

creatorHandlers.callbackQuery([stagesBack, ownKeyBack], async (ctx) =>
  present(ctx, await settingsMenu(ctx)),
);

creatorHandlers.callbackQuery(ownKeyAgree, (ctx) => openQuestion(ctx, 'drafts'));

creatorHandlers.callbackQuery(/^set:menu:/, async (ctx) => {
  const { value } = readTap(ctx.callbackQuery.data) ?? {};
  if (value === closeMenu) {
    await present(ctx, await closedMenu(ctx));
    return;
  }
  const question = questionIds.find((id) => id === value);
  await openQuestion(ctx, question);
});

/** Asks one question of the settings in place of the message whose button was tapped. */
async function openQuestion(ctx: DeskContext, question: QuestionId | undefined): Promise<void> {
  const menuId = ctx.callbackQuery?.message?.message_id;
  if (!question || menuId === undefined) {
    await answerTap(ctx, ctx.t('button-out-of-date'));
    return;
  }
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(changeName, question, menuId);
}

import { Composer } from 'grammy';
import type { UserId } from '#src/core/ids.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { say } from '#src/telegram/say.ts';
import { claim } from '#src/features/members/index.ts';
import { creatorCommands } from '#src/features/settings/command-menus.ts';
import { readStartPayload } from '#src/features/settings/rules.ts';
import { fanPrivacy, keepFanFromAi, letFanBack } from '#src/features/settings/ai-choices.ts';
import { greetFan } from '#src/features/settings/service.ts';

/** A fan's private chat with the bot: first contact, help, privacy, /noai. Everything else is a message and passes on. */
export const fanHandlers = new Composer<FanlineContext>();

/** What is said when a claim link does not work. Each says what to do and nothing about the owner. */
const claimRefusals = {
  unknown: 'claim-unknown',
  expired: 'claim-expired',
  used: 'claim-used',
  'has-owner': 'claim-has-owner',
} as const;

fanHandlers.command('start', async (ctx, next) => {
  const { from } = ctx;
  if (!from) return;
  const payload = readStartPayload(ctx.match);
  const now = ctx.services.clock.now();
  if (payload.kind === 'claim') {
    const person = { userId: from.id as UserId, name: from.first_name };
    const claimed = await claim(ctx.tx, payload.secret, person, now);
    if (!claimed.ok) {
      await say(ctx, ctx.t(claimRefusals[claimed.reason]));
      return;
    }
    ctx.sender = { role: 'creator', userId: claimed.ownerId };
    // The creator's own /start opens the desk and begins setup.
    await next();
    return;
  }
  const source = payload.kind === 'source' ? payload.source : null;
  const about = { now, source, botName: ctx.me.first_name, t: ctx.t };
  await say(ctx, await greetFan(ctx.tx, from, about));
});

fanHandlers.command('help', (ctx) => say(ctx, ctx.t('help-fan', { name: ctx.me.first_name })));

fanHandlers.command('privacy', async (ctx) => {
  const name = ctx.me.first_name;
  const ofAi = await fanPrivacy(ctx.tx, ctx.from, name, ctx.services);
  const text = ctx.t('privacy-fan', { name });
  await say(ctx, ofAi === null ? text : `${text}\n\n${ofAi}`);
});

fanHandlers.command('noai', async (ctx) => {
  if (!ctx.from) return;
  const changed = await keepFanFromAi(ctx.tx, ctx.from, ctx.services);
  const text = changed ? 'consent-fan-out' : 'consent-fan-out-already';
  await say(ctx, ctx.t(text, { name: ctx.me.first_name }));
});

fanHandlers.command('yesai', async (ctx) => {
  if (!ctx.from) return;
  const changed = await letFanBack(ctx.tx, ctx.from, ctx.services);
  const text = changed ? 'consent-fan-back' : 'consent-fan-back-already';
  await say(ctx, ctx.t(text, { name: ctx.me.first_name }));
});

fanHandlers.command([...creatorCommands], (ctx) =>
  say(ctx, ctx.t('command-not-yours', { name: ctx.me.first_name })),
);

import type { User } from 'grammy/types';
import type { ChatId, UserId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { Translate } from '#src/core/texts.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { joinRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';
import { nearestLanguage } from '#src/telegram/texts.ts';
import { scheduleNextCheck } from '#src/features/activity/index.ts';
import { upsertFan } from '#src/features/fans/index.ts';
import { quietHoursChanged } from '#src/features/followups/index.ts';
import {
  findTimeZone,
  preferenceOf,
  preferencesOf,
  setPreference,
} from '#src/features/preferences/index.ts';
import { activeDesk, openDesk } from '#src/features/threads/index.ts';
import { checkGreeting, fillGreeting } from '#src/features/settings/greeting.ts';
import { keepCommandMenus } from '#src/features/settings/keep-command-menus.ts';

/** What a fan gets for /start: the creator's greeting or the standard one, and one line on privacy. */
export async function greetFan(
  tx: Tx,
  person: User,
  about: { now: number; source: string | null; botName: string; t: Translate },
): Promise<RichText> {
  await upsertFan(tx, person, about.now, about.source);
  await scheduleNextCheck(tx, about.now);
  const greeting = await greetingFor(tx, person.first_name, about);
  return joinRich(greeting, `\n\n${about.t('greeting-privacy', { name: about.botName })}`);
}

/** The greeting as a fan of this name sees it. */
export async function greetingFor(
  reader: Reader,
  firstName: string,
  about: { botName: string; t: Translate },
): Promise<RichText> {
  const own = await preferenceOf(reader, 'greeting');
  if (own) return fillGreeting(own, firstName);
  return { text: about.t('greeting-default', { fan: firstName, name: about.botName }) };
}

/**
 * The creator opens the bot: without a desk, the private chat becomes it. `first` is true until setup was finished;
 * then the bot also takes up the language of the creator's Telegram, if it speaks it.
 */
export async function openForCreator(
  tx: Tx,
  creator: { userId: UserId; languageCode: string | undefined },
  services: Services,
): Promise<{ first: boolean; t: Translate }> {
  const { setUpAt } = await preferencesOf(tx);
  if (!(await activeDesk(tx))) {
    const spoken = nearestLanguage(services.texts.languages, creator.languageCode);
    if (setUpAt === null && spoken) {
      await setPreference(tx, 'language', spoken, 'automation', services.clock.now());
    }
    await usePrivateDesk(tx, creator.userId, services);
  }
  await keepCommandMenus(tx, services);
  const t = services.texts.for(await preferenceOf(tx, 'language'));
  return { first: setUpAt === null, t };
}

/** Makes the creator's private chat with the bot the desk. */
export async function usePrivateDesk(tx: Tx, userId: UserId, services: Services): Promise<void> {
  // A private chat has its user's id.
  await openDesk(tx, { kind: 'private', chatId: userId as number as ChatId }, services);
}

/** Stores the greeting that the creator wrote; null goes back to the standard one. */
export async function chooseGreeting(
  tx: Tx,
  written: RichText | null,
  now: number,
): Promise<Result<object, 'empty' | 'too-long'>> {
  const checked = written ? checkGreeting(written) : ({ ok: true, greeting: null } as const);
  if (!checked.ok) return checked;
  await setPreference(tx, 'greeting', checked.greeting, 'creator', now);
  return { ok: true };
}

/** Stores the language that the bot speaks with the creator, and renews the creator's command menu. */
export async function chooseLanguage(
  tx: Tx,
  language: string,
  services: Services,
): Promise<Result<{ readonly t: Translate }, 'unknown'>> {
  if (!services.texts.languages.includes(language)) return refuse('unknown');
  await setPreference(tx, 'language', language, 'creator', services.clock.now());
  await keepCommandMenus(tx, services);
  return { ok: true, t: services.texts.for(language) };
}

/** Stores the time zone that the creator typed or tapped; see `findTimeZone`. */
export async function chooseTimeZone(
  tx: Tx,
  typed: string,
  services: Services,
): Promise<ReturnType<typeof findTimeZone>> {
  const found = findTimeZone(typed);
  if (!found.ok) return found;
  await setPreference(tx, 'timeZone', found.zone, 'creator', services.clock.now());
  await quietHoursChanged(tx, services);
  return found;
}

/** Notes that setup was gone through. */
export async function finishSetup(tx: Tx, now: number): Promise<void> {
  await setPreference(tx, 'setUpAt', now, 'creator', now);
}

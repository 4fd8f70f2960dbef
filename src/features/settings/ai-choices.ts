import type { User } from 'grammy/types';
import type { UserId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { nearestLanguage } from '#src/telegram/texts.ts';
import { scheduleNextCheck } from '#src/features/activity/index.ts';
import {
  configuredProviders,
  consentStanding,
  type ConsentWording,
  creatorPrivacyText,
  fanPrivacyText,
  giveConsent,
  isOptedOut,
  optOut,
  takeBackOptOut,
  withdrawConsent,
} from '#src/features/consent/index.ts';
import { fanByUser, upsertFan } from '#src/features/fans/index.ts';
import { ownPlaceOf } from '#src/features/ownkey/index.ts';
import { preferencesOf } from '#src/features/preferences/index.ts';
import { refreshCard } from '#src/features/threads/index.ts';
import { keepCommandMenus } from '#src/features/settings/keep-command-menus.ts';

/** How texts on AI drafts are worded for the creator. */
export async function consentWording(reader: Reader, services: Services): Promise<ConsentWording> {
  const { language, timeZone } = await preferencesOf(reader);
  const configured = await configuredProviders(reader, services);
  const own = await ownPlaceOf(reader, services);
  const t = services.texts.for(language);
  return { t, language, timeZone, configured, model: own?.model ?? null };
}

/** The creator agrees to AI drafts, as `giveConsent`; fans find /noai in their menu from then on. */
export async function agreeToDrafts(
  tx: Tx,
  given: { readonly mark: string; readonly userId: UserId },
  services: Services,
): ReturnType<typeof giveConsent> {
  const agreed = await giveConsent(tx, given, services);
  if (agreed.ok) await keepCommandMenus(tx, services);
  return agreed;
}

/** The creator takes that back; nothing happens when they had not agreed. */
export async function withdrawFromDrafts(tx: Tx, services: Services): Promise<void> {
  await withdrawConsent(tx, services.clock.now());
  await keepCommandMenus(tx, services);
}

/**
 * A fan's messages are kept away from AI providers, and the creator's card of them says so. Also before the first message. False when
 * they were already.
 */
export async function keepFanFromAi(tx: Tx, person: User, services: Services): Promise<boolean> {
  const now = services.clock.now();
  const fan = await upsertFan(tx, person, now);
  await scheduleNextCheck(tx, now);
  const changed = await optOut(tx, fan.id, now);
  if (changed) await refreshCard(tx, fan.id, services);
  return changed;
}

/** A fan takes `keepFanFromAi` back; false when there was nothing to take back. */
export async function letFanBack(tx: Tx, person: User, services: Services): Promise<boolean> {
  const fan = await fanByUser(tx, person.id as UserId);
  if (!fan) return false;
  const changed = await takeBackOptOut(tx, fan.id, services.clock.now());
  if (changed) await refreshCard(tx, fan.id, services);
  return changed;
}

/** What /privacy tells this fan of AI, in their language; null: nothing. `name` is the bot's. */
export async function fanPrivacy(
  reader: Reader,
  person: User | undefined,
  name: string,
  services: Services,
): Promise<string | null> {
  const fan = person && (await fanByUser(reader, person.id as UserId));
  const optedOut = fan !== undefined && (await isOptedOut(reader, fan.id));
  const standing = await consentStanding(reader, services);
  return fanPrivacyText(standing, { optedOut, name }, wordingFor(person?.language_code, services));
}

/** What /privacy tells the creator of AI. */
export async function creatorPrivacy(reader: Reader, services: Services): Promise<string> {
  const standing = await consentStanding(reader, services);
  return creatorPrivacyText(standing, await consentWording(reader, services));
}

/** Only languages that we speak go to Intl, which throws at tags that are none. */
function wordingFor(languageCode: string | undefined, { texts }: Services) {
  const language = nearestLanguage(texts.languages, languageCode) ?? 'en';
  return { t: texts.for(language), language };
}

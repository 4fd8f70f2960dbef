import type { Actor } from '#src/core/actor.ts';
import { AppError } from '#src/core/errors.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import {
  isPreference,
  preferenceKeys,
  readPreference,
  type Preferences,
} from '#src/features/preferences/preferences.ts';
import { afterQuiet } from '#src/features/preferences/rules/quiet-hours.ts';
import { putSetting, settingValue, settingValues } from '#src/features/preferences/queries.ts';

/** Everything that the creator chose. One read. */
export async function preferencesOf(reader: Reader): Promise<Preferences> {
  const stored = await settingValues(reader, preferenceKeys);
  return {
    language: readPreference('language', stored.get('language')),
    timeZone: readPreference('timeZone', stored.get('timeZone')),
    greeting: readPreference('greeting', stored.get('greeting')),
    quietHours: readPreference('quietHours', stored.get('quietHours')),
    stageThresholds: readPreference('stageThresholds', stored.get('stageThresholds')),
    pictureTheme: readPreference('pictureTheme', stored.get('pictureTheme')),
    autoDraft: readPreference('autoDraft', stored.get('autoDraft')),
    setUpAt: readPreference('setUpAt', stored.get('setUpAt')),
    inlineSeen: readPreference('inlineSeen', stored.get('inlineSeen')),
    usageTold: readPreference('usageTold', stored.get('usageTold')),
    commandMenus: readPreference('commandMenus', stored.get('commandMenus')),
  };
}

/** One choice alone, for the hot path. */
export async function preferenceOf<Key extends keyof Preferences>(
  reader: Reader,
  key: Key,
): Promise<Preferences[Key]> {
  return readPreference(key, await settingValue(reader, key));
}

/** When what is due now may be told to the creator: now, or when the quiet hours end (epoch ms). */
export async function mayTellAt(reader: Reader, now: number): Promise<number> {
  const { quietHours, timeZone } = await preferencesOf(reader);
  return afterQuiet(now, quietHours, timeZone);
}

/** Stores one choice. A value that cannot be read back is a bug of the caller's and throws `preferences.invalid`. */
export async function setPreference<Key extends keyof Preferences>(
  tx: Tx,
  key: Key,
  value: Preferences[Key],
  actor: Actor,
  now: number,
): Promise<void> {
  if (!isPreference(key, value)) {
    throw new AppError('preferences.invalid', 'bug', `${key} was given a value it cannot have`);
  }
  await putSetting(tx, { key, value: JSON.stringify(value), actor, changedAt: now });
}

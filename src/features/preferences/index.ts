export { defaultPreferences, type StageThresholds } from './preferences.ts';
export { preferenceOf, preferencesOf, setPreference } from '#src/features/preferences/service.ts';
export {
  cityOf,
  findTimeZone,
  guessTimeZones,
  timeIn,
} from '#src/features/preferences/time-zone.ts';

export { defaultPreferences, type StageThresholds } from './preferences.ts';
export {
  mayTellAt,
  preferenceOf,
  preferencesOf,
  setPreference,
} from '#src/features/preferences/service.ts';
export {
  cityOf,
  findTimeZone,
  guessTimeZones,
  shortMoments,
  timeIn,
} from '#src/features/preferences/time-zone.ts';

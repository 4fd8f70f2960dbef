import type { Feature } from '#src/telegram/feature.ts';
import { handlers, strayTapHandlers } from '#src/features/settings/telegram/handlers.ts';

export { menuCommands } from '#src/features/settings/command-menus.ts';

/** First contact and what can be changed afterwards. Goes after members and before threads. */
export const settingsFeature: Feature = { name: 'settings', handlers };

/** Answers taps that no other feature answered. Must be the last feature. */
export const strayTapsFeature: Feature = { name: 'stray-taps', handlers: strayTapHandlers };

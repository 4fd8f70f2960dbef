import type { Feature } from '#src/telegram/feature.ts';
import { promptKind } from './prompt-kind.ts';
import { movePrompts } from './queries.ts';
import { handlers } from './telegram/handlers.ts';

export { ask, askAgain } from './ask.ts';
export { leaveOpen, recentPrompt } from './find-prompt.ts';
export type { PromptTable } from './tables.ts';

/** Questions of the bot at the desk that a reply answers. Goes after members and before whoever asks. */
export const promptsFeature: Feature = {
  name: 'prompts',
  forDesk: true,
  handlers,
  outboxKinds: [promptKind],
  hooks: {
    async chatMigrated(tx, from, to) {
      await movePrompts(tx, from, to);
    },
  },
};

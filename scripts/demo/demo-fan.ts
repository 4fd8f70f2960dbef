import type { MessageEntity } from 'grammy/types';
import type { FileInput } from '#test/support/sandbox/screen.ts';

/** An invented fan and what this fan does in the demo. */
export interface DemoFan {
  firstName: string;
  lastName?: string;
  username: string;
  /** As Telegram tells it, such as `en`. */
  languageCode: string;
  /** How long after the demo's beginning the fan opens the bot, in milliseconds. */
  joinsAfterMs: number;
  story: readonly DemoStep[];
}

/**
 * One step of a story, done `afterMs` milliseconds after the step before. `label` names a message for a later edit or
 * answer. `react` goes to the newest message that the bot wrote to this fan.
 */
export type DemoStep = { afterMs: number } & (
  | {
      do: 'send';
      label?: string;
      answers?: string;
      text?: string;
      entities?: MessageEntity[];
      /** Made only when it is their turn. */
      files?: () => FileInput[];
      location?: { latitude: number; longitude: number };
    }
  | { do: 'edit'; label: string; text: string }
  | { do: 'react'; emoji: string }
);

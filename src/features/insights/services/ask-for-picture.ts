import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { Choice } from '../rules/tap-data.ts';

/** The kind of the job that draws what was asked for. */
export const drawJob = 'insights-draw';

/** Where a picture goes: a new message, or in place of the one whose button was tapped. */
export type PicturePlace =
  | { readonly chatId: ChatId; readonly topicId?: number | undefined }
  | {
      readonly chatId: ChatId;
      readonly messageId: ChatMessageId;
      /** Whether that message is a picture; a text can become one, but not the other way round. */
      readonly isPicture: boolean;
      /** The tap, which is answered when the picture is there. */
      readonly tapId: string;
    };

/** What somebody at the desk asked for; the ref of the job. */
export interface PictureWish extends Choice {
  readonly place: PicturePlace;
}

/** Has a picture drawn: at once, but off the event loop. */
export async function askForPicture(tx: Tx, wish: PictureWish, services: Services): Promise<void> {
  const now = services.clock.now();
  await schedule(tx, { kind: drawJob, dueAt: now, ref: { ...wish }, urgent: true }, now);
}

import type { InlineKeyboardMarkup } from 'grammy/types';
import type { FanId, MessageId, ThreadId, UserId } from '#src/core/ids.ts';
import type { Actor } from '#src/core/actor.ts';
import type { Services } from '#src/core/services.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { RichText } from '#src/telegram/say.ts';

/** What the desk shows of a fan. */
export interface FanCard {
  readonly text: RichText;
  readonly keyboard: InlineKeyboardMarkup;
}

/**
 * Makes the card of a fan who exists, in the creator's language and time zone. Given by the feature that knows all of a
 * fan.
 */
export type CardSource = (reader: Reader, fanId: FanId, services: Services) => Promise<FanCard>;

/** A message as its readers get it. */
export interface ReadMessage {
  readonly id: MessageId;
  readonly threadId: ThreadId;
  readonly fanId: FanId;
  readonly direction: 'in' | 'out';
  readonly actor: Actor;
  readonly authorUserId: UserId | null;
  /** Text or caption; may be empty. */
  readonly text: string;
  /** Epoch ms. */
  readonly sentAt: number;
}

/** A message of a fan's that was changed, as its readers get it. */
export interface EditedMessage {
  readonly id: MessageId;
  readonly fanId: FanId;
  /** Text or caption; may be empty. */
  readonly text: string;
  readonly textBefore: string;
}

/**
 * Who learns of every message, some seconds after it was stored: search, statistics. Each message is read once, in the
 * order in which they were stored, in one transaction with the reader's cursor; so a reader may count. Of edits only who has
 * `edited` is told, in the transaction of the edit; the message may not have been read then.
 */
export interface MessageReader {
  /** Under this name its cursor is kept. */
  readonly name: string;
  read(tx: Tx, messages: readonly ReadMessage[], services: Services): Promise<void>;
  edited?(tx: Tx, message: EditedMessage, services: Services): Promise<void>;
}

/** What threads needs of features above it. */
export interface ThreadsParts {
  readonly cards: CardSource;
  readonly readers: readonly MessageReader[];
  /** The commands that whoever answers fans may use, without the slash. */
  readonly commands: readonly string[];
}

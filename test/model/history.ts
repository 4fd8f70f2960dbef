/** A fan's message as the fan wrote it; the parts of an album are messages of their own. */
export interface FanMessage {
  /** In the text of every part of it and of every later version. */
  readonly token: string;
  readonly fan: number;
  readonly messageId: number;
  readonly album: boolean;
  /** Nothing of it can carry the token (a sticker). */
  readonly wordless: boolean;
  readonly long: boolean;
  /** The token of the newest version. */
  newest: string;
}

/** A creator's answer as it was written at a desk. */
export interface Answer {
  readonly token: string;
  /** The fan it is for. */
  readonly fan: number;
  /** The desk's chat, and the message there. */
  readonly chatId: number;
  readonly messageId: number;
  readonly album: boolean;
  readonly wordless: boolean;
  newest: string;
  /** How often its Retry button was tapped. */
  retries: number;
  takenBack: boolean;
}

/** What people have done in a run. */
export interface History {
  readonly fanMessages: FanMessage[];
  readonly answers: Answer[];
  /** Telegram refused something at the desk for good. */
  refusedAtDesk: boolean;
}

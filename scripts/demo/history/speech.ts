/** What a short conversation is about. Places in braces are filled, the same throughout a conversation. */
export interface Topic {
  /** How the fan may begin, and what the creator answers. */
  readonly exchanges: readonly (readonly [opening: string, answer: string])[];
  /** What the fan may add. */
  readonly more: readonly string[];
}

/** How the fans of one language are called and what they say. All of it is invented. */
export interface Speech {
  /** IETF tag, as Telegram tells it. */
  readonly language: string;
  /** How many of a hundred fans speak it. */
  readonly share: number;
  /** First names, each with the letters that a handle may have. */
  readonly firstNames: readonly (readonly [name: string, handle: string])[];
  readonly lastNames: readonly string[];
  /** Where they live: in their language, and as the creator writes it. */
  readonly cities: readonly (readonly [name: string, english: string])[];
  /** What fills `{thing}` and `{day}`. */
  readonly things: readonly string[];
  readonly days: readonly string[];
  readonly topics: readonly Topic[];
  /** The fan's last word, and the creator's. */
  readonly thanks: readonly string[];
  readonly closing: readonly string[];
}

/** Songs of the demo's creator; they fill `{song}`. */
export const songs = [
  'Paper Lanterns',
  'Salt and Static',
  'Low Tide',
  'Night Bus',
  'Glasshouse',
  'Slow Comet',
  'Tin Roof Rain',
] as const;

import type { Trap } from './creator-file.ts';

/** What a fan wrote, and what the creator answered. */
export interface Exchange {
  /** Equal for questions that the same answers fit; null where nobody knows, and where none is like another. */
  readonly topic: string | null;
  readonly trap: Trap | null;
  /** A word that no other fan may ever read. */
  readonly canary: string | null;
  /** ISO 639-1, of the reply; null: not known. */
  readonly language: string | null;
  /** Name under which the fan writes; one name is one fan. */
  readonly fan: string;
  /** The fan's messages, in order. */
  readonly asked: readonly string[];
  readonly reply: string;
  /** Epoch ms. */
  readonly askedAt: number;
  readonly answeredAt: number;
}

/** All that was said to one creator, in the order in which it was answered, with what the creator says of themself. */
export interface History {
  readonly name: string;
  readonly languages: readonly string[];
  readonly dialogues: number;
  readonly exchanges: readonly Exchange[];
  /** Under each part of a persona the answer to its question. */
  readonly persona: Readonly<Record<string, string>>;
  readonly faq: Readonly<Record<string, string>>;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What makes a question hard on purpose. */
export type Trap =
  /** A price that stands in the persona and in no answer before. */
  | 'persona'
  /** Something private of one fan, with a word that nobody else may ever read. */
  | 'canary'
  /** Another fan asks for it. */
  | 'canary-ask'
  | 'injection'
  /** In a language that the creator does not write. */
  | 'foreign'
  | 'minor'
  | 'distress';

/** A made-up creator: how they write, who writes to them, and their persona as it would be typed. */
export interface CreatorLine {
  readonly creator: string;
  readonly what: string;
  readonly languages: readonly string[];
  readonly dialogues: number;
  /** How often a reply begins with one of the openers, and ends with one of the closers, 0 to 1. */
  readonly opens: number;
  readonly closes: number;
  readonly openers: Readonly<Record<string, readonly string[]>>;
  readonly closers: Readonly<Record<string, readonly string[]>>;
  /** Names, under the language in which they write. */
  readonly fans: Readonly<Record<string, readonly string[]>>;
  /** What stands in replies under this name: in the first half of the time, and after it. */
  readonly slots: Readonly<Record<string, readonly [string, string]>>;
  /** Under each part of a persona the answer to its question. */
  readonly persona: Readonly<Record<string, string>>;
  readonly faq: Readonly<Record<string, string>>;
}

/** What fans ask about one thing, each time in other words, and what the creator answers. */
export interface TopicLine {
  readonly topic: string;
  /** The creator's first language unless given. */
  readonly language?: string;
  /** Where in a dialogue it stands; anywhere unless given. */
  readonly at?: 'start' | 'end';
  /** When in all of the time; at any unless given. Late ones are among those that are predicted. */
  readonly when?: 'early' | 'late';
  readonly trap?: Trap;
  /** About one thing, but different questions: an answer to one is none to another, so nothing is to be found again. */
  readonly loose?: true;
  /** How many questions it makes; as many as there are asks unless given. */
  readonly often?: number;
  /** Come in turns; each is asked once before one is asked again, by somebody else and not in the very same words. */
  readonly asks?: readonly string[];
  /** Any of them answers any of the asks. */
  readonly replies?: readonly string[];
  /** What is asked, what is answered, and a word that is nobody else's business. */
  readonly pairs?: readonly (readonly [ask: string, reply: string, canary?: string])[];
}

/** A creator with all topics. */
export interface CreatorFile {
  readonly creator: CreatorLine;
  readonly topics: readonly TopicLine[];
}

/**
 * The made-up creators. Those of `paraphrases` were written after the rules that look for past answers, and by somebody else;
 * there no question comes back in the same words.
 */
export type CreatorSet = 'creators' | 'paraphrases';

/** Reads made-up creators: in each file the first line is the creator, each other one a topic. */
export function readCreators(set: CreatorSet = 'creators'): CreatorFile[] {
  const folder = join(import.meta.dirname, '..', set);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .map((name) => {
      const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n');
      const [creator, ...topics] = lines.map((line) => JSON.parse(line) as unknown);
      return { creator: creator as CreatorLine, topics: topics as TopicLine[] };
    });
}

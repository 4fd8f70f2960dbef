import type { Brand, FanId, TenantId } from '#src/core/ids.ts';
import type { ProblemKind } from './checks/problem.ts';
import { isInstructionLike } from './instruction-like.ts';

/** A question that fans ask, and the creator's answer. */
export interface FaqPart {
  readonly question: string;
  readonly answer: string;
}

/** What a fan wrote once, and what the creator answered by hand; names of fans are placeholders there. */
export interface ExamplePart {
  readonly fanText: string;
  readonly replyText: string;
}

/** Something that the fan said about themself. */
export interface FactPart {
  readonly id: number;
  readonly fanId: FanId;
  /** The day on which it was said, as 2026-03-01. */
  readonly day: string;
  readonly text: string;
}

/** A message of the conversation with the fan. */
export interface TurnPart {
  readonly fanId: FanId;
  readonly from: 'fan' | 'creator';
  readonly text: string;
}

/** What a draft is to be like. */
export interface DraftWish {
  /** The language's tag, or null: the language of the fan's last message. */
  readonly language: string | null;
  /** Today at the creator's, as 2026-03-01. */
  readonly today: string;
  /** How the new drafts differ from those before; null for the first. */
  readonly change: 'another' | 'shorter' | 'warmer' | null;
  /** What was wrong with the drafts before, where they did not pass the checks. */
  readonly problems: readonly ProblemKind[];
  /** Drafts that were shown for this message, or did not pass the checks. */
  readonly before: readonly string[];
  /** In how many UTF-16 units the creator's replies are mostly written; null: not known. */
  readonly lengths: { readonly from: number; readonly to: number } | null;
  /** Whether words of romance are the creator's own choice and may be used. */
  readonly romance: boolean;
  /** Whether a person has said that the fan is an adult, whatever they wrote before. */
  readonly adult?: boolean;
}

/** All that a prompt for one fan may hold. Nearest and newest first in `faq`, `examples` and `facts`; turns in order. */
export interface PartsGiven {
  readonly persona: readonly string[];
  readonly faq: readonly FaqPart[];
  readonly examples: readonly ExamplePart[];
  /** How the fan is called in the prompt; null: not by a name. */
  readonly fanName: string | null;
  readonly facts: readonly FactPart[];
  readonly summary: { readonly fanId: FanId; readonly text: string } | null;
  /** The last is the message that is to be answered. */
  readonly turns: readonly TurnPart[];
  readonly wish: DraftWish;
}

interface PartsOfFan extends PartsGiven {
  readonly tenantId: TenantId;
  readonly fanId: FanId;
  /** Facts that were refused because they read like instructions. */
  readonly refusedFacts: number;
}

/** The parts of a prompt about one fan of one tenant; only `promptParts` makes them. */
export type PromptParts = Brand<PartsOfFan, 'PromptParts'>;

/**
 * Puts together what a prompt about this fan may hold. Each row carries the id of its fan; a row of another fan is a fault
 * of the program and throws. Facts that read like instructions are left out.
 */
export function promptParts(
  { tenantId, fanId }: { readonly tenantId: TenantId; readonly fanId: FanId },
  given: PartsGiven,
): PromptParts {
  const rows = [...given.facts, ...given.turns, ...(given.summary ? [given.summary] : [])];
  if (rows.some((row) => row.fanId !== fanId)) throw new Error('a row of another fan in a prompt');
  const facts = given.facts.filter(({ text }) => !isInstructionLike(text));
  const refusedFacts = given.facts.length - facts.length;
  const parts: PartsOfFan = { ...given, facts, tenantId, fanId, refusedFacts };
  return parts as PromptParts;
}

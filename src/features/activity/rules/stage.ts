import type { StageThresholds } from '#src/features/preferences/index.ts';

const dayMs = 86_400_000;

/** Where a fan stands. Every fan is in exactly one of these. */
export type Stage = 'new' | 'active' | 'vip' | 'cooling' | 'lost';

/** All stages, from the first to the last. */
export const stages: readonly Stage[] = ['new', 'active', 'vip', 'cooling', 'lost'];

/** What the stage depends on. Times in epoch ms. */
export interface StageFacts {
  readonly firstSeenAt: number;
  /** The fan's last message; null before the first. */
  readonly lastInAt: number | null;
  /** The fan's messages in the last 30 days. */
  readonly recentCount: number;
}

/** A stage and what follows from it. */
export interface Standing {
  readonly stage: Stage;
  /** 0 to 100: how lively the conversation is, six parts by messages, four by how fresh it is. */
  readonly score: number;
  /** When the stage may change with no message (epoch ms); null: never. */
  readonly checkAt: number | null;
}

/**
 * Where a fan stands now. Silence counts first: lost, then cooling. Who is not silent is a VIP by messages, else new by
 * age, else active.
 */
export function standingOf(facts: StageFacts, thresholds: StageThresholds, now: number): Standing {
  const lastAt = Math.max(facts.lastInAt ?? facts.firstSeenAt, facts.firstSeenAt);
  const coolsAt = lastAt + thresholds.coolingDays * dayMs;
  const lostAt = lastAt + thresholds.lostDays * dayMs;
  const grownAt = facts.firstSeenAt + thresholds.newDays * dayMs;
  const stage = stageAt(facts, thresholds, { now, coolsAt, lostAt, grownAt });
  return {
    stage,
    score: scoreOf(stage, facts.recentCount, thresholds),
    checkAt: checkOf(stage, { now, coolsAt, lostAt, grownAt }),
  };
}

/** Days since 1970-01-01 in UTC. */
export function dayOf(at: number): number {
  return Math.floor(at / dayMs);
}

/** The first day that counts as one of the last 30. */
export function recentFrom(now: number): number {
  return dayOf(now) - 29;
}

interface Moments {
  readonly now: number;
  readonly coolsAt: number;
  readonly lostAt: number;
  readonly grownAt: number;
}

function stageAt(facts: StageFacts, thresholds: StageThresholds, at: Moments): Stage {
  if (at.now >= at.lostAt) return 'lost';
  if (at.now >= at.coolsAt) return 'cooling';
  if (facts.recentCount >= thresholds.vipMessages) return 'vip';
  return at.now < at.grownAt ? 'new' : 'active';
}

function checkOf(stage: Stage, at: Moments): number | null {
  switch (stage) {
    case 'lost':
      return null;
    case 'cooling':
      return at.lostAt;
    case 'vip':
      // Each new day one day leaves the 30.
      return Math.min(at.coolsAt, (dayOf(at.now) + 1) * dayMs);
    case 'new':
      return Math.min(at.coolsAt, at.grownAt);
    case 'active':
      return at.coolsAt;
  }
}

function scoreOf(stage: Stage, recentCount: number, { vipMessages }: StageThresholds): number {
  const lively = Math.min(1, recentCount / vipMessages);
  const fresh = stage === 'lost' ? 0 : stage === 'cooling' ? 0.4 : 1;
  return Math.round(60 * lively + 40 * fresh);
}

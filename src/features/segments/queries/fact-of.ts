import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '../rules/filter.ts';
import type { RowCondition } from './condition-fans.ts';

const dayMs = 86_400_000;

const amountColumns = {
  score: 'score',
  in: 'in_count',
  out: 'out_count',
  recent: 'recent_count',
} as const;

/** What a condition asks of one row that a fan has at most. */
export interface Fact {
  readonly table: 'fan' | 'fan_activity';
  /** Never null. */
  readonly holds: RawBuilder<boolean>;
  /** Everybody meets the condition but those of whom this holds. */
  readonly negated: boolean;
}

/** The fact that a condition asks for. `now` in epoch ms. */
export function factOf(condition: Exclude<Condition, RowCondition>, now: number): Fact {
  switch (condition.is) {
    case 'stage':
      return fact('fan_activity', sql<boolean>`stage = ${condition.stage}`);
    case 'amount': {
      const column = sql.ref(amountColumns[condition.of]);
      const { sign, value } = condition;
      const most = sign === 'max' ? value : value - 1;
      const more = fact('fan_activity', sql<boolean>`${column} > ${most}`);
      if (sign === 'max') return { ...more, negated: true };
      return value > 0 ? more : { ...fact('fan_activity', sql<boolean>`false`), negated: true };
    }
    case 'reach':
      return fact('fan', sql<boolean>`reach = ${condition.reach}`);
    case 'language': {
      // Behind `pt-` comes whatever begins so, then `pt.`: quicker than to cut each one.
      const { language } = condition;
      return fact(
        'fan',
        sql<boolean>`coalesce(language_code = ${language} collate nocase
          or (language_code >= ${`${language}-`} collate nocase
            and language_code < ${`${language}.`} collate nocase), 0)`,
      );
    }
    case 'source':
      return fact('fan', sql<boolean>`coalesce(source = ${condition.source} collate nocase, 0)`);
    case 'username':
      // Written as it stands in the index, which does not have the handles themselves.
      return fact('fan', sql<boolean>`(username is not null) = 1`);
    case 'seen': {
      const seenAt = sql.ref(condition.of === 'first' ? 'first_seen_at' : 'last_seen_at');
      const within = sql<boolean>`${seenAt} >= ${now - condition.days * dayMs}`;
      return { ...fact('fan', within), negated: condition.when === 'before' };
    }
  }
}

function fact(table: Fact['table'], holds: RawBuilder<boolean>): Fact {
  return { table, holds, negated: false };
}

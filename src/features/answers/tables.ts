import type { Generated } from 'kysely';
import type { MessageId, PastAnswerId } from '#src/core/ids.ts';

declare module '#src/storage/tenant-tables.ts' {
  interface TenantTables {
    past_answer: PastAnswerTable;
    past_answer_part: PastAnswerPartTable;
    past_answer_stale: PastAnswerStaleTable;
    past_answer_word: PastAnswerWordIndex;
    past_answer_gram: PastAnswerGramIndex;
    past_answer_reply: PastAnswerReplyIndex;
  }
}

/** What a fan wrote, and what a person answered. The fan's names are replaced by `{first_name}` in both. */
export interface PastAnswerTable {
  id: Generated<PastAnswerId>;
  /** The answer. */
  message_id: MessageId;
  fan_text: string;
  reply_text: string;
  /** The words under which the pair is found, with spaces between them. */
  words: string;
  /** 1: says nothing that was true for that fan or day alone. */
  reusable: 0 | 1;
  /** Equal for pairs that say the same with the same words. */
  twin: string;
  /** How often the same was answered to the same, up to this pair. */
  times: number;
  /** Epoch ms. */
  answered_at: number;
}

/** The messages that a pair is made of; when one changes, triggers take the pair away. */
export interface PastAnswerPartTable {
  message_id: MessageId;
  answer_id: PastAnswerId;
}

/** An answer whose pair is to be made anew, because a message of it was changed or deleted. */
export interface PastAnswerStaleTable {
  message_id: MessageId;
}

/** Full-text index of `past_answer.words`, kept by triggers. */
interface PastAnswerWordIndex {
  rowid: PastAnswerId;
}

/** Index of each three letters in a row of `past_answer.fan_text`, kept by triggers. */
interface PastAnswerGramIndex {
  rowid: PastAnswerId;
}

/** Index of each three letters in a row of `past_answer.reply_text`, kept by triggers. */
interface PastAnswerReplyIndex {
  rowid: PastAnswerId;
}

import type { DraftId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import { type Fan, requireFan } from '#src/features/fans/index.ts';
import { type Thread, threadById } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Draft, DraftChoice, DraftEnd } from '../draft.ts';
import { choicesOf } from '../queries/choice-rows.ts';
import { draftById } from '../queries/draft-rows.ts';

/** One choice of a draft, with all that it offered and to whom it would go. */
export interface FoundChoice {
  readonly draft: Draft;
  readonly choice: DraftChoice;
  readonly all: readonly DraftChoice[];
  readonly thread: Thread;
  readonly fan: Fan;
}

/** Finds what can be sent now. `blocked`, `left`: Telegram would not bring it to the fan; else the draft is over. */
export async function findChoice(
  reader: Reader,
  { id, place }: { id: DraftId; place: number },
): Promise<Result<FoundChoice, 'gone' | 'blocked' | 'left' | DraftEnd>> {
  const draft = await draftById(reader, id);
  const all = await choicesOf(reader, id);
  const choice = all.find((one) => one.place === place);
  const thread = draft && (await threadById(reader, draft.threadId));
  if (!thread || !choice) return refuse('gone');
  if (draft.state !== 'wanted' && draft.state !== 'shown') return over(draft.state);
  const fan = await requireFan(reader, thread.fanId);
  if (fan.reach === 'blocked') return refuse('blocked');
  if (fan.reach === 'gone') return refuse('left');
  return { ok: true, draft, choice, all, thread, fan };
}

function over(state: DraftEnd): Result<never, DraftEnd> {
  switch (state) {
    case 'sent':
      return refuse('sent');
    case 'edited':
      return refuse('edited');
    case 'dismissed':
      return refuse('dismissed');
    case 'stale':
      return refuse('stale');
    case 'failed':
      return refuse('failed');
  }
}

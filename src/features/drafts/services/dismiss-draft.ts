import type { DraftId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { Draft } from '../draft.ts';
import { draftById, endDraft } from '../queries/draft-rows.ts';

/** Nobody wants a draft; nothing is sent. `over`: it was sent, dismissed or replaced before. */
export async function dismissDraft(
  tx: Tx,
  id: DraftId,
  services: Services,
): Promise<Result<{ draft: Draft }, 'gone' | 'over'>> {
  const draft = await draftById(tx, id);
  if (!draft) return refuse('gone');
  const ended = await endDraft(tx, id, 'dismissed', services.clock.now());
  return ended ? { ok: true, draft } : refuse('over');
}

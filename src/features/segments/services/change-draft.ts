import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { putDraft } from '../queries/draft-rows.ts';
import {
  addPart,
  filterOf,
  negatePart,
  partsOf,
  type Parts,
  removePart,
  switchJoin,
} from '../rules/draft-parts.ts';
import { everyone, type Filter, tooLarge } from '../rules/filter.ts';
import type { Draft } from '../segment.ts';

/** A change of a draft. */
export type Change =
  | { readonly do: 'add'; readonly part: Filter; readonly into: number | null }
  | { readonly do: 'negate' | 'remove'; readonly at: number }
  | { readonly do: 'switch' };

/** Why a draft stays as it is: the part is gone, or there would be too much. */
export type ChangeRefusal = 'gone' | 'too-deep' | 'too-many';

/** Changes a draft that the caller has just read. */
export async function changeDraft(
  tx: Tx,
  draft: Draft,
  change: Change,
  services: Services,
): Promise<Result<{ draft: Draft }, ChangeRefusal>> {
  const parts = changed(partsOf(draft.filter ?? everyone), change);
  if (!parts) return refuse('gone');
  const filter = filterOf(parts);
  const large = tooLarge(filter);
  if (large) return refuse(large);
  const next = { ...draft, filter, version: draft.version + 1 };
  await putDraft(tx, next, services.clock.now());
  return { ok: true, draft: next };
}

function changed(parts: Parts, change: Change): Parts | null {
  switch (change.do) {
    case 'add':
      return addPart(parts, change.part, change.into);
    case 'negate':
      return negatePart(parts, change.at);
    case 'remove':
      return removePart(parts, change.at);
    case 'switch':
      return switchJoin(parts);
  }
}

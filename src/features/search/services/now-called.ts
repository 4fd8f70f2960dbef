import type { Translate } from '#src/core/texts.ts';
import { type Fan, safeName } from '#src/features/fans/index.ts';
import { formerHandle } from '../rules/names.ts';

/** Says what the handle of a fan is now who was found by an earlier one; undefined when it was not so. */
export function nowCalled(typed: string, fan: Fan, t: Translate): string | undefined {
  const former = formerHandle(typed, fan);
  if (former === undefined) return undefined;
  const was = safeName(former);
  return fan.username === null
    ? t('search-handle-gone', { was })
    : t('search-handle-now', { was, now: safeName(fan.username) });
}

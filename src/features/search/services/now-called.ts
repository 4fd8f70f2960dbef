import type { Translate } from '#src/core/texts.ts';
import { safeName } from '#src/features/fans/index.ts';
import { typedHandle } from '../rules/names.ts';
import type { FoundFans } from './resolve-fan.ts';

/** Says what the handle of a fan is now who was found by an earlier one; undefined when it was not so. */
export function nowCalled(typed: string, found: FoundFans, t: Translate): string | undefined {
  const [fan] = found.fans;
  if (found.by !== 'former' || !fan) return undefined;
  const was = safeName(typedHandle(typed) ?? typed);
  return fan.username === null
    ? t('search-handle-gone', { was })
    : t('search-handle-now', { was, now: safeName(fan.username) });
}

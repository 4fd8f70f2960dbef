import type { Translate } from '#src/core/texts.ts';
import { safeName } from '#src/features/fans/index.ts';
import { maxTags } from '#src/features/memory/index.ts';
import type { CheckedTable } from './checked-table.ts';

/** Of new tags and columns that are passed over so many are named. */
const mostNamed = 8;

/** What was found in a table, each thing on a line, for the creator to decide. */
export function checkedText(
  checked: CheckedTable,
  about: { readonly ignored: readonly string[]; readonly tags: number },
  t: Translate,
): string {
  const { rows, known, waiting, renamed, empty, nobody, doubtful, misfits, newTags } = checked;
  const room = Math.max(0, maxTags - about.tags);
  const lines = [
    t('transfer-checked', { rows }),
    known > 0 && t('transfer-known', { count: known }),
    renamed > 0 &&
      t('transfer-renamed', {
        count: renamed,
        list: checked.firstRenamed.map(handlesOf).join(', '),
      }),
    waiting > 0 && t('transfer-waiting', { count: waiting }),
    newTags.length > 0 && t('transfer-new-tags', { list: someOf(newTags) }),
    newTags.length > room && t('transfer-tags-no-room', { room }),
    misfits > 0 &&
      t('transfer-misfits', {
        count: misfits,
        list: checked.firstMisfits.map(({ line, column }) => `${line} (${column})`).join(', '),
      }),
    nobody > 0 && t('transfer-nobody', { count: nobody, list: checked.firstNobody.join(', ') }),
    doubtful > 0 &&
      t('transfer-doubtful', { count: doubtful, list: checked.firstDoubtful.join(', ') }),
    empty > 0 && t('transfer-empty', { count: empty }),
    about.ignored.length > 0 && t('transfer-ignored', { list: someOf(about.ignored) }),
    known + waiting > 0 ? t('transfer-nothing-yet') : t('transfer-no-use'),
  ];
  return lines.filter((line) => line !== false).join('\n');
}

function handlesOf({ was, now }: CheckedTable['firstRenamed'][number]): string {
  return `@${was} → ${now === null ? '–' : `@${safeName(now)}`}`;
}

function someOf(names: readonly string[]): string {
  const shown = names
    .slice(0, mostNamed)
    .map((name) => name.slice(0, 40))
    .join(', ');
  return names.length > mostNamed ? `${shown}, … (${names.length})` : shown;
}

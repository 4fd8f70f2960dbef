import { refuse, type Result } from '#src/core/result.ts';
import type { NamedField } from './field-meant.ts';
import { undefuse } from './formula.ts';

/** What a column of an import is about. `field`: which of the fields that the creator defined. */
export type Column =
  | { readonly is: 'id' | 'handle' | 'note' | 'tags' | 'ignored' }
  | ({ readonly is: 'field' } & NamedField);

/** How columns are called, without case: in English, as exports of ours and of others name them. */
const names: ReadonlyMap<string, 'id' | 'handle' | 'note' | 'tags'> = new Map([
  ['id', 'id'],
  ['telegram id', 'id'],
  ['telegram_id', 'id'],
  ['user_id', 'id'],
  ['user id', 'id'],
  ['handle', 'handle'],
  ['username', 'handle'],
  ['telegram', 'handle'],
  ['note', 'note'],
  ['notes', 'note'],
  ['tag', 'tags'],
  ['tags', 'tags'],
]);

/** Columns of an export that an import passes over: Telegram and the bot know better. */
export const ownColumns = [
  'first_name',
  'last_name',
  'language',
  'source',
  'first_seen',
  'last_seen',
  'messages_in',
  'messages_out',
  'stage',
  'score',
] as const;

const own: ReadonlySet<string> = new Set(ownColumns);

/** Whether one of these columns says who is meant. */
export function namesSomebody(head: readonly string[]): boolean {
  return head.some((name) => ['id', 'handle'].includes(names.get(name.toLowerCase()) ?? ''));
}

/** How a field's column is called in an export, so that an import knows it again. */
export function columnOfField(name: string): string {
  const lower = name.trim().toLowerCase();
  return names.has(lower) || own.has(lower) || lower.startsWith('field:') ? `field:${name}` : name;
}

/** Reads a table's head. Refused without a column that says who is meant, or without one that says anything of them. */
export function readColumns(
  head: readonly string[],
  fields: readonly Required<NamedField>[],
  keyOf: (name: string) => string,
): Result<{ columns: Column[]; ignored: string[] }, 'nobody' | 'nothing'> {
  const columns = head.map((name): Column => {
    const known = names.get(name.toLowerCase());
    if (known) return { is: known };
    if (own.has(name.toLowerCase())) return { is: 'ignored' };
    const key = keyOf(undefuse(name).replace(/^field:/iu, ''));
    const field = fields.find((one) => one.key === key);
    return field ? { is: 'field', id: field.id, key } : { is: 'ignored' };
  });
  if (!namesSomebody(head)) return refuse('nobody');
  if (!columns.some(({ is }) => is === 'note' || is === 'tags' || is === 'field')) {
    return refuse('nothing');
  }
  const ignored = head.filter(
    (name, index) =>
      columns[index]?.is === 'ignored' && name !== '' && !own.has(name.toLowerCase()),
  );
  return { ok: true, columns, ignored };
}

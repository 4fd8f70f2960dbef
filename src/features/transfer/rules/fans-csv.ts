import { stringify } from 'csv-stringify/sync';
import { columnOfField, ownColumns } from './columns.ts';
import type { ExportedFan, ExportedField } from './exported-fan.ts';
import { defuse } from './formula.ts';
import { isoTime } from './iso-time.ts';
import { joinNotes } from './joined-notes.ts';
import { joinTags } from './joined-tags.ts';

/** The mark by which spreadsheet programs know UTF-8. */
const utf8Mark = '\ufeff';

/** The first line of a table of fans, with the mark in front. */
export function csvHead(fields: readonly ExportedField[]): string {
  const names = fields.map(({ name }) => columnOfField(name));
  return `${utf8Mark}${lines([['id', 'handle', ...ownColumns, 'tags', 'notes', ...names]])}`;
}

/** Fans as lines of a table: a spreadsheet computes nothing in it, and an import reads it back. */
export function csvLines(fans: readonly ExportedFan[], fields: readonly ExportedField[]): string {
  return lines(
    fans.map((fan) => [
      fan.userId,
      fan.handle,
      fan.firstName,
      fan.lastName,
      fan.language,
      fan.source,
      isoTime(fan.firstSeenAt),
      isoTime(fan.lastSeenAt),
      fan.messagesIn,
      fan.messagesOut,
      fan.stage,
      fan.score,
      joinTags(fan.tags),
      joinNotes(fan.notes.map(({ text }) => text)),
      ...fields.map(({ id }) => fan.values.get(id) ?? null),
    ]),
  );
}

function lines(rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) =>
    // A zero byte is no text, and no program would read the table.
    row.map((cell) => defuse(`${cell ?? ''}`).replaceAll('\u0000', '')),
  );
  return stringify(cells, {
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    quoted_match: /[;\t]/u,
  });
}

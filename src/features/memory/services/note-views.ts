import type { FanId, NoteId } from '#src/core/ids.ts';
import type { Translate } from '#src/core/texts.ts';
import { displayName, fanById } from '#src/features/fans/index.ts';
import { preferencesOf } from '#src/features/preferences/index.ts';
import { cardTap } from '#src/features/threads/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Card } from '#src/telegram/present.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import type { Note } from '../note.ts';
import { countNotes, noteById, notesOf } from '../queries/note-rows.ts';
import { tapData } from '../rules/tap-data.ts';

/** Notes on one page: with each at most 300 units it fits on a phone. */
const pageSize = 5;
const shownUnits = 300;

/** A fan's notes, newest first; undefined when there is no such fan. */
export async function notesView(
  reader: Reader,
  fanId: FanId,
  wanted: number,
  t: Translate,
): Promise<Card | undefined> {
  const fan = await fanById(reader, fanId);
  if (!fan) return undefined;
  const count = await countNotes(reader, fanId);
  const pages = Math.max(1, Math.ceil(count / pageSize));
  const page = Math.min(wanted, pages - 1);
  const notes = await notesOf(reader, fanId, { limit: pageSize, offset: page * pageSize });
  const { language, timeZone } = await preferencesOf(reader);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone });
  const name = displayName(fan);
  const title = bold(t(count === 0 ? 'memory-no-notes' : 'memory-notes-of', { name }));
  const lines = notes.map(
    (note, index) =>
      `\n\n${page * pageSize + index + 1}. ${shortened(note)}\n${date.format(note.createdAt)}`,
  );
  const numbers = notes.map((note, index) => ({
    text: `${page * pageSize + index + 1}`,
    callback_data: tapData('note-open', note.id),
  }));
  const turns = [
    ...(page > 0 ? [{ text: '‹', callback_data: tapData('notes', fanId, page - 1) }] : []),
    ...(page < pages - 1 ? [{ text: '›', callback_data: tapData('notes', fanId, page + 1) }] : []),
  ];
  const last = [
    { text: t('memory-new-note'), callback_data: tapData('note', fanId) },
    { text: t('button-back'), callback_data: cardTap('back', fanId) },
  ];
  const rows = [numbers, turns, last].filter((row) => row.length > 0);
  return { text: joinRich(title, ...lines), rows };
}

/** One note with what can be done to it; undefined when it is gone. */
export async function noteView(
  reader: Reader,
  id: NoteId,
  t: Translate,
  asking = false,
): Promise<Card | undefined> {
  const note = await noteById(reader, id);
  if (!note) return undefined;
  const back = { text: t('button-back'), callback_data: tapData('notes', note.fanId, 0) };
  const rows = asking
    ? [
        [
          { text: t('memory-delete-sure'), callback_data: tapData('note-gone', id) },
          { text: t('button-back'), callback_data: tapData('note-open', id) },
        ],
      ]
    : [
        [
          { text: 'Edit', callback_data: tapData('note-edit', id) },
          { text: t('memory-delete'), callback_data: tapData('note-delete', id) },
        ],
        [back],
      ];
  return { text: note.text, rows };
}

function shortened({ text }: Note): string {
  return text.length <= shownUnits ? text : `${text.slice(0, shownUnits - 1).trimEnd()}…`;
}

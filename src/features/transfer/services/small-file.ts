import { allConsents } from '#src/features/consent/index.ts';
import { writtenEntries, writtenLines } from '#src/features/persona/index.ts';
import { repliesPage } from '#src/features/replies/index.ts';
import { printedSegments } from '#src/features/segments/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { ExportFile } from '../rules/export-progress.ts';
import { isoTime, isoTimeOf } from '../rules/iso-time.ts';

/** The whole of a file that is small however many fans there are, as JSON Lines; null for the others. */
export async function smallFile(reader: Reader, file: ExportFile): Promise<string | null> {
  const rows = await smallRows(reader, file);
  return rows && rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

async function smallRows(reader: Reader, file: ExportFile): Promise<readonly object[] | null> {
  switch (file) {
    case 'segments.jsonl':
      return await printedSegments(reader);
    case 'saved-replies.jsonl':
      return (await repliesPage(reader, { limit: -1, offset: 0 })).map(({ name, content }) => ({
        name,
        kind: content.kind,
        text: content.text,
      }));
    case 'persona.jsonl':
      return (await writtenLines(reader)).map(({ part, text, actor, at }) => ({
        part,
        text,
        by: actor,
        at: isoTime(at),
      }));
    case 'faq.jsonl':
      return (await writtenEntries(reader)).map(({ question, answer, actor, at, changedAt }) => ({
        question,
        answer,
        by: actor,
        at: isoTime(at),
        changed: isoTimeOf(changedAt),
      }));
    case 'consents.jsonl':
      return (await allConsents(reader)).map((consent) => ({
        purpose: consent.purpose,
        providers: consent.providers,
        text_version: consent.textVersion,
        given: isoTime(consent.givenAt),
        by: consent.actor,
        user: consent.givenBy,
        ended: isoTimeOf(consent.endedAt),
        ended_how: consent.endedHow,
      }));
    case 'fans.csv':
    case 'fans.jsonl':
    case 'messages.jsonl':
    case 'drafts.jsonl':
    case 'receipts.jsonl':
      return null;
  }
}

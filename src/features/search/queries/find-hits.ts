import type { FanId, MessageId } from '#src/core/ids.ts';
import { fanByHandle } from '#src/features/fans/index.ts';
import { findTexts } from '#src/storage/full-text.ts';
import { longQuery } from '#src/storage/long-query.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Found, Hit } from '../hit.ts';
import { looksLikeHandle, rankNames, typedHandle, typedNameWords } from '../rules/names.ts';
import { rank, scoreOf } from '../rules/rank.ts';
import { type Term, termsOf } from '../rules/terms-of.ts';
import { sourceOf, textRanges, type TextSource } from '../rules/text-id.ts';
import { fansByNameWords } from './name-rows.ts';
import { fieldTexts, messageFacts, messageTexts, noteTexts } from './text-rows.ts';

/** Texts that are looked at: the newest that hold all words. Ranking every hit of a common word would take a second. */
const mostTexts = 200;
const mostNames = 20;
/** Notes and fields before the messages, where there are many of both. */
const mostFacts = 40;

/** Hits on one page: each brings two lines and a button. */
const pageSize = 5;

/** A page of what was found for a typed text: names, then notes, then fields, then messages, the best of these first. */
export const findHits = longQuery(
  import.meta.url,
  'findHits',
  async (reader: Reader, wanted: { text: string; page: number }): Promise<Found> => {
    const terms = termsOf(wanted.text);
    const names = await findNames(reader, wanted.text);
    const { sources, capped } = await findSources(reader, terms);
    const messages = sources.flatMap((source) =>
      source.kind === 'message' ? [source.messageId] : [],
    );
    const ranked = rank(await inOrder(reader, messages), terms);
    const all = [
      ...names.map((fanId) => ({ kind: 'name', fanId }) as const),
      ...sources.filter((source) => source.kind !== 'message'),
      ...ranked.map(({ id, text }) => ({ kind: 'message', messageId: id, text }) as const),
    ];
    const pages = Math.max(1, Math.ceil(all.length / pageSize));
    const page = Math.min(wanted.page, pages - 1);
    const shown = all.slice(page * pageSize, (page + 1) * pageSize);
    return {
      total: all.length,
      capped,
      page,
      pages,
      hits: await Promise.all(shown.map((one) => toHit(reader, one, terms))).then(withoutGaps),
      alone: all.length > 0 || terms.length < 2 ? [] : await foundAlone(reader, terms),
    };
  },
);

type Wanted =
  | { readonly kind: 'name'; readonly fanId: FanId }
  | (TextSource & { readonly kind: 'note' | 'fields' })
  | { readonly kind: 'message'; readonly messageId: MessageId; readonly text: string };

/** Who is called so, best first. Who had a typed handle that nobody has now comes before all of these, or when there is none. */
async function findNames(reader: Reader, typed: string): Promise<FanId[]> {
  const called = await fansCalled(reader, typed);
  if (called.length > 0 && !looksLikeHandle(typed)) return called;
  const former = await fansByFormerHandle(reader, typed);
  return [...new Set([...former, ...called])].slice(0, mostNames);
}

async function fansCalled(reader: Reader, typed: string): Promise<FanId[]> {
  const words = typedNameWords(typed);
  const ids = await fansByNameWords(reader, words);
  if (ids.length === 0) return [];
  const fans = await reader.db
    .selectFrom('fan')
    .select([
      'id',
      'first_name as firstName',
      'last_name as lastName',
      'username',
      'last_seen_at as lastSeenAt',
    ])
    .where('id', 'in', ids)
    .execute();
  return rankNames(fans, words)
    .slice(0, mostNames)
    .map(({ id }) => id);
}

/** Who had a typed handle before that nobody has now. */
async function fansByFormerHandle(reader: Reader, typed: string): Promise<FanId[]> {
  const handle = typedHandle(typed);
  if (handle === undefined || (await fanByHandle(reader, handle))) return [];
  const rows = await reader.db
    .selectFrom('former_handle')
    .select('fan_id')
    .where('handle', '=', handle.toLowerCase())
    .orderBy('left_at', 'desc')
    .limit(mostNames)
    .execute();
  return rows.map((row) => row.fan_id);
}

/**
 * Where the terms stand. Whole words are looked for first, which is cheap however common they are; words that begin so only
 * where there are few of these, since for them all hits are gathered before the newest is known.
 */
async function findSources(reader: Reader, terms: readonly Term[]) {
  const whole = await findTexts(reader, terms.map(asWhole), {
    ...textRanges.all,
    limit: mostTexts,
  });
  const wanted = whole.length === mostTexts ? terms.map(asWhole) : terms;
  const ids =
    whole.length === mostTexts
      ? whole
      : await findTexts(reader, terms, { ...textRanges.all, limit: mostTexts });
  const sources = ids.map(sourceOf);
  const capped = ids.length === mostTexts;
  if (!capped || sources.some(({ kind }) => kind === 'message')) return { sources, capped };
  // So many notes and fields that no message was reached.
  const more = await findTexts(reader, wanted, { ...textRanges.messages, limit: mostTexts });
  return { sources: [...sources.slice(0, mostFacts), ...more.map(sourceOf)], capped };
}

function asWhole(term: Term): Term {
  return { ...term, beginning: false };
}

/** The messages' texts, newest first. */
async function inOrder(reader: Reader, ids: readonly MessageId[]) {
  const texts = await messageTexts(reader, ids);
  return texts.toSorted((a, b) => b.id - a.id);
}

async function toHit(
  reader: Reader,
  wanted: Wanted,
  terms: readonly Term[],
): Promise<Hit | undefined> {
  switch (wanted.kind) {
    case 'name':
      return { kind: 'name', fanId: wanted.fanId };
    case 'note': {
      const [note] = await noteTexts(reader, [wanted.noteId]);
      return note && { kind: 'note', fanId: note.fanId, text: note.text, at: note.createdAt };
    }
    case 'fields': {
      const fields = await fieldTexts(reader, [wanted.fanId]);
      const found = fields.filter(({ value }) => scoreOf(value, terms) > 0);
      const [first] = found;
      if (!first) return undefined;
      const text = found.map(({ name, value }) => `${name}: ${value}`).join(' · ');
      return { kind: 'fields', fanId: wanted.fanId, text, at: first.changedAt };
    }
    case 'message': {
      const [facts] = await messageFacts(reader, [wanted.messageId]);
      if (!facts) return undefined;
      const { fanId, direction, sentAt } = facts;
      return { kind: 'message', fanId, direction, text: wanted.text, at: sentAt };
    }
  }
}

function withoutGaps(hits: readonly (Hit | undefined)[]): Hit[] {
  return hits.filter((hit) => hit !== undefined);
}

/** The words that something holds, where nothing holds all of them. */
async function foundAlone(reader: Reader, terms: readonly Term[]): Promise<string[]> {
  const alone: string[] = [];
  for (const term of terms) {
    const [text] = await findTexts(reader, [term], { ...textRanges.all, limit: 1 });
    if (text !== undefined || (await fansByNameWords(reader, [term.text])).length > 0) {
      alone.push(term.text);
    }
  }
  return alone;
}

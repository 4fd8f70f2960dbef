import { systemClock } from '#src/core/clock.ts';
import type { Llm } from '#src/core/llm.ts';
import { refuse, type Result } from '#src/core/result.ts';
import { consentStanding, isOptedOut } from '#src/features/consent/index.ts';
import { languageOf } from '#src/features/drafts/rules/language-of.ts';
import { personaOf } from '#src/features/persona/index.ts';
import type { OperatorTools } from '#src/operator/tools.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Exchange, History } from './dialogues/dialogue.ts';

/** The newest messages that are replayed. */
const mostMessages = 20_000;
/** Fewer replies than this say nothing. */
const fewestReplies = 30;

/** A creator's own history, and whether the providers that are configured may be told of it. */
export interface TenantHistory {
  readonly history: History;
  readonly mayAsk: boolean;
}

/**
 * Reads what fans asked and a person answered, in texts. Nothing is written; fans who opted out are left out, and providers
 * may be asked only where the creator agreed to just these.
 */
export async function tenantHistory(
  { control, store }: Pick<OperatorTools, 'control' | 'store'>,
  slug: string,
  llm: Llm | undefined,
): Promise<Result<TenantHistory, 'there is no such tenant' | 'too few replies'>> {
  const tenant = await control.bySlug(slug);
  if (!tenant) return refuse('there is no such tenant');
  return await store.read(tenant.tenantId, async (reader) => {
    const exchanges = await exchangesOf(reader);
    if (exchanges.length < fewestReplies) return refuse('too few replies');
    const languages = new Set(exchanges.flatMap(({ language }) => language ?? []));
    const { state } = await consentStanding(reader, { llm, clock: systemClock });
    return {
      ok: true,
      mayAsk: state === 'on',
      history: {
        name: slug,
        languages: [...languages],
        dialogues: new Set(exchanges.map(({ fan }) => fan)).size,
        exchanges,
        ...(await saidOfThemself(reader)),
      },
    };
  });
}

type Row = Awaited<ReturnType<typeof newestMessages>>[number];

async function newestMessages(reader: Reader) {
  const rows = await reader.db
    .selectFrom('message')
    .innerJoin('thread', 'thread.id', 'message.thread_id')
    .innerJoin('fan', 'fan.id', 'thread.fan_id')
    .select(['fan.id as fanId', 'fan.first_name as firstName', 'message.direction'])
    .select(['message.actor', 'message.text', 'message.sent_at as sentAt'])
    .where('message.kind', '=', 'text')
    .where('message.deleted_at', 'is', null)
    .orderBy('message.id', 'desc')
    .limit(mostMessages)
    .execute();
  return rows.toReversed();
}

async function exchangesOf(reader: Reader): Promise<Exchange[]> {
  const waiting = new Map<Row['fanId'], Row[]>();
  const optedOut = new Map<Row['fanId'], boolean>();
  const exchanges: Exchange[] = [];
  for (const row of await newestMessages(reader)) {
    const { fanId } = row;
    const out = optedOut.get(fanId) ?? (await isOptedOut(reader, fanId));
    optedOut.set(fanId, out);
    if (out) continue;
    const asked = waiting.get(fanId) ?? [];
    if (row.direction === 'in') {
      waiting.set(fanId, [...asked, row]);
    } else if (asked.length > 0 && (row.actor === 'creator' || row.actor === 'member')) {
      waiting.delete(fanId);
      exchanges.push({
        topic: null,
        trap: null,
        canary: null,
        language: await languageOf(row.text),
        fan: `${row.firstName} ${fanId}`,
        asked: asked.map(({ text }) => text),
        reply: row.text,
        askedAt: asked[0]?.sentAt ?? row.sentAt,
        answeredAt: row.sentAt,
      });
    }
  }
  return exchanges;
}

/** The persona and the FAQ as a person would type them. */
async function saidOfThemself(reader: Reader): Promise<Pick<History, 'persona' | 'faq'>> {
  const { tone, dos, donts, languages, emoji, facts, prices } = await personaOf(reader);
  const parts = {
    tone: tone ?? '',
    do: dos.join('\n'),
    dont: donts.join('\n'),
    language: languages === 'fan' ? 'fan' : languages.join(', '),
    emoji: emoji ? [emoji.habit, ...emoji.favourites].join(' ') : '',
    fact: facts.join('\n'),
    price: prices.map(({ what, amount, currency }) => `${what}: ${amount} ${currency}`).join('\n'),
  };
  const entries = await reader.db
    .selectFrom('faq_entry')
    .select(['question', 'answer'])
    .where('answer', 'is not', null)
    .execute();
  return {
    persona: Object.fromEntries(Object.entries(parts).filter(([, typed]) => typed !== '')),
    faq: Object.fromEntries(entries.map(({ question, answer }) => [question, answer ?? ''])),
  };
}

import { auditBooks } from '#src/features/status/index.ts';
import type { Storage } from '#src/storage/open-storage.ts';
import type { RecordedCall } from '#test/support/sandbox/sandbox.ts';
import { checkDesk } from './check-desk.ts';
import { checkFans } from './check-fans.ts';
import type { Counts, StoredRow } from './known-messages.ts';
import type { Cast, Stage } from './stage.ts';
import type { Traffic } from './traffic.ts';

/** What a scenario came to. `broken` lists every promise that did not hold; it must be empty. */
export interface Books extends Readonly<Counts> {
  readonly broken: readonly string[];
}

/** Compares what people wrote with what people see (by Telegram's own ledger) and with the tenants' files. */
export async function checkBooks(
  stage: Pick<Stage, 'sandbox' | 'casts' | 'withStorage'>,
  traffic: Pick<Traffic, 'written'>,
): Promise<Books> {
  const counts: Counts = {
    updates: 0,
    relayed: 0,
    doubledAndMarked: 0,
    delivered: 0,
    failed: 0,
    unknown: 0,
    withdrawn: 0,
    refused: 0,
    fansDoubled: 0,
    lost: 0,
    outOfOrder: 0,
  };
  const broken: string[] = [...stage.sandbox.violations];
  const marked = markedMessages(stage.sandbox.calls);
  await stage.withStorage(async (storage) => {
    for (const cast of stage.casts) {
      const mine = traffic.written.filter((one) => one.cast === cast);
      const stored = await storedOf(storage, cast, broken, counts);
      await checkSums(storage, cast, broken);
      checkDesk(cast, mine, stored, marked, counts, broken);
      checkFans(cast, mine, stored, counts, broken);
      checkPrivacy(cast, broken);
    }
  });
  return { ...counts, broken };
}

/** The product's own books must balance, too, with every number counted anew. */
async function checkSums(storage: Storage, cast: Cast, broken: string[]): Promise<void> {
  const audited = await storage.store.read(cast.record.tenantId, auditBooks);
  for (const fault of audited.faults) {
    broken.push(`${cast.slug}: the books do not balance: ${JSON.stringify(fault)}`);
  }
  if (audited.stranded > 0) broken.push(`${cast.slug}: ${audited.stranded} messages are stranded`);
}

/** `chat/message` of every message that was sent with the mark of a possible repeat. */
function markedMessages(calls: readonly RecordedCall[]): Set<string> {
  const marked = new Set<string>();
  for (const { method, params, result } of calls) {
    if (!/^(send|copy)/.test(method) || result === undefined) continue;
    if (!JSON.stringify(params).includes('may be a repeat')) continue;
    const results = (Array.isArray(result) ? result : [result]) as { message_id?: number }[];
    for (const { message_id } of results) marked.add(`${String(params['chat_id'])}/${message_id}`);
  }
  return marked;
}

async function storedOf(
  storage: Storage,
  cast: Cast,
  broken: string[],
  counts: Counts,
): Promise<Map<string, StoredRow>> {
  return await storage.store.read(cast.record.tenantId, async (reader) => {
    const updates = await reader.db
      .selectFrom('stored_update')
      .select(['update_id', 'state'])
      .execute();
    const ids = updates.map((row) => row.update_id).sort((a, b) => a - b);
    const gaps = ids.filter((id, index) => index > 0 && id !== (ids[index - 1] ?? 0) + 1);
    // Telegram numbers one bot's updates without gaps; what it has no longer must all be here, once.
    if (gaps.length > 0)
      broken.push(`${cast.slug}: acknowledged but not stored before ${gaps.join()}`);
    counts.lost += gaps.length;
    counts.updates += updates.length;
    const undone = updates.filter((row) => row.state !== 'done');
    if (undone.length > 0) broken.push(`${cast.slug}: ${undone.length} updates are not done`);
    const rows = await reader.db
      .selectFrom('message')
      .innerJoin('message_link', 'message_link.message_id', 'message.id')
      .where('message_link.role', '=', 'origin')
      .select([
        'message.id',
        'message.direction',
        'message.delivery',
        'message_link.chat_id as chatId',
        'message_link.chat_message_id as chatMessageId',
      ])
      .execute();
    const stored = new Map<string, StoredRow>();
    for (const row of rows) {
      const key = `${row.chatId}/${row.chatMessageId}`;
      if (stored.has(key)) broken.push(`${cast.slug}: ${key} is stored twice`);
      stored.set(key, row);
    }
    return stored;
  });
}

/** Nobody sees anything of another tenant. */
function checkPrivacy(cast: Cast, broken: string[]): void {
  const places = [
    ...cast.creator.sees(cast.bot),
    ...(cast.group ? cast.creator.sees(cast.group) : []),
    ...cast.fans.flatMap((fan) => fan.sees(cast.bot)),
  ];
  for (const { text } of places) {
    const slug = /\[[fc] (\S+) \d+ \d+\]/.exec(text)?.[1];
    if (slug !== undefined && slug !== cast.slug)
      broken.push(`${cast.slug} sees ${text.slice(0, 40)}`);
  }
}

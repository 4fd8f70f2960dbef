import type { ImportId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { allFields, tagChangesAfter } from '#src/features/memory/index.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import type { Tx } from '#src/storage/reader.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import {
  changeImport,
  deleteRows,
  endImport,
  type Import,
  importById,
  insertRows,
  nextRows,
} from '../queries/import-rows.ts';
import { knownPeople } from '../queries/known-people.ts';
import { readTablePage } from '../queries/read-table.ts';
import { insertWaiting } from '../queries/waiting-rows.ts';
import { fanMeant, mayWait } from '../rules/checked-table.ts';
import type { Column } from '../rules/columns.ts';
import { factsAfter } from '../rules/facts-after.ts';
import { weightOf } from '../rules/row-parts.ts';
import { endWaitingLater } from './forget-waiting.ts';
import { rememberFacts } from './remember-facts.ts';
import { sayThere } from './say-there.ts';
import { jobs, nextStep } from './transfer-jobs.ts';

/** Rows of a table that are read together, each time by opening it anew; a megabyte at most. */
const readAtOnce = 1_000;
/** Rows, and facts in them, that one transaction writes down: some milliseconds. */
const writtenAtOnce = 25;
const factsAtOnce = 60;

/** The next rows of a table, read in a thread. */
export type NextRows = Awaited<ReturnType<typeof readTablePage.run>>;

/** Reads the next rows of a table; undefined when there are none or the import does not run. */
export async function readNextRows(
  id: ImportId,
  { read, readLong }: Pick<Preparation, 'read' | 'readLong'>,
): Promise<NextRows | undefined> {
  const running = await read((reader) => importById(reader, id));
  if (running?.state !== 'running' || running.read_at === null) return undefined;
  const columns = JSON.parse(running.columns ?? '[]') as Column[];
  const from = { at: running.read_at, line: running.line };
  return await readLong(readTablePage, { id, columns, from, limit: readAtOnce });
}

/** Puts rows that were read where they are taken from, and says how far it is. */
export async function takeRows(
  tx: Tx,
  id: ImportId,
  page: NextRows | undefined,
  services: Services,
): Promise<void> {
  const running = await importById(tx, id);
  if (running?.state !== 'running') return;
  const now = services.clock.now();
  if (page && !page.ok) return await stopImport(tx, id, services);
  if (page) {
    await insertRows(tx, id, page.rows);
    const { next } = page;
    await changeImport(tx, id, {
      read_at: next?.at ?? null,
      line: next?.line ?? running.line,
    });
    await showProgress(tx, running, services);
  }
  await nextStep(tx, jobs.apply, id, now);
}

/** Writes down some rows, together with how far it is; says so when these were the last. */
export async function writeSomeDown(tx: Tx, id: ImportId, services: Services): Promise<void> {
  const running = await importById(tx, id);
  if (running?.state !== 'running') return;
  const now = services.clock.now();
  const rows = await nextRows(tx, id, writtenAtOnce);
  const people = await knownPeople(
    tx,
    rows.map(({ row }) => row.who),
  );
  const names = {
    tagChanges: await tagChangesAfter(tx, running.tag_change_id),
    fields: await allFields(tx),
  };
  const count = { applied: running.applied, waiting: running.waiting, misfits: running.misfits };
  const done: number[] = [];
  let written = 0;
  for (const { id: rowId, row } of rows) {
    const fanId = fanMeant(row.who, people);
    const { facts, gone } = factsAfter(row.facts, names);
    const given = { facts, author: running.user_id };
    if (fanId !== undefined) {
      count.misfits += gone + (await rememberFacts(tx, { ...given, fanId }, services));
      if (row.first) count.applied += 1;
    } else if (mayWait(row.who)) {
      count.misfits += gone;
      if (weightOf(facts) > 0) {
        await insertWaiting(tx, { ...given, who: row.who }, now);
        await endWaitingLater(tx, now);
        if (row.first) count.waiting += 1;
      }
    }
    done.push(rowId);
    written += weightOf(row.facts);
    if (written >= factsAtOnce) break;
  }
  await deleteRows(tx, done);
  await changeImport(tx, id, count);
  if (rows.length > 0) return await nextStep(tx, jobs.apply, id, now);
  if (running.read_at !== null) return await nextStep(tx, jobs.read, id, now);
  await endImport(tx, id, 'done', now);
  await sayEnded(tx, running, services);
}

/** Ends an import that cannot go on: what was written down stays, and the file can be sent again. */
export async function stopImport(tx: Tx, id: ImportId, services: Services): Promise<void> {
  const stopped = await importById(tx, id);
  if (!stopped || stopped.finished_at !== null) return;
  const now = services.clock.now();
  await endImport(tx, id, 'dropped', now);
  const t = services.texts.for(await preferenceOf(tx, 'language'));
  const key = stopped.state === 'running' ? 'transfer-stopped' : 'transfer-not-fetched';
  await sayThere(tx, stopped, t(key), now);
}

async function sayEnded(tx: Tx, ended: Import, services: Services): Promise<void> {
  const t = services.texts.for(await preferenceOf(tx, 'language'));
  const { applied, waiting, misfits } = ended;
  const lines = [
    t('transfer-done', { count: applied }),
    waiting > 0 && t('transfer-waiting', { count: waiting }),
    misfits > 0 && t('transfer-misfits-left', { count: misfits }),
  ];
  const text = lines.filter((line) => line !== false).join('\n');
  await showInPlace(tx, ended, t('transfer-tap-done'), services);
  await sayThere(tx, ended, text, services.clock.now());
}

/** Says how far it is, ten times at most: each edit counts towards the chat's pace. */
async function showProgress(tx: Tx, running: Import, services: Services): Promise<void> {
  const { applied, waiting, rows } = running;
  const done = applied + waiting;
  const told = Math.floor((10 * done) / rows);
  if (told <= running.told) return;
  await changeImport(tx, running.id, { told });
  const t = services.texts.for(await preferenceOf(tx, 'language'));
  await showInPlace(tx, running, t('transfer-running', { done, rows }), services);
}

/** Edits the message whose button began the import. */
async function showInPlace(
  tx: Tx,
  { chat_id: chatId, chat_message_id: messageId }: Import,
  text: string,
  services: Services,
): Promise<void> {
  if (messageId === null) return;
  await enqueue(tx, services.clock.now(), {
    method: 'editMessageText',
    payload: { chat_id: chatId, message_id: messageId, text },
    audience: 'desk',
    chatId,
  });
}

import { expect, test } from 'vitest';
import type { ChatId, UserId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import { openTestStorage } from '#test/support/open-test-storage.ts';
import { insertFile, insertImport } from '../queries/import-rows.ts';
import { lookAtTable } from './check-table.ts';

test('a table of 100,000 rows is looked at as a whole, some thousand rows at a time', async () => {
  await using storage = await openTestStorage({ inMemory: true });
  const { tenantId } = await storage.addTenant();
  const rows = Array.from({ length: 100_000 }, (_, index) =>
    index === 70_000 ? 'nobody,note,vip' : `${9_000_000_000 + index},note,vip`,
  );
  const id = await storage.store.transact(tenantId, async (tx) => {
    const place = { user_id: 1 as UserId, chat_id: 1 as ChatId, topic_id: null };
    const imported = await insertImport(tx, place, 0);
    await insertFile(tx, imported, Buffer.from(`id,note,tags\n${rows.join('\n')}\n`));
    return imported;
  });
  let reads = 0;
  const looked = await lookAtTable(id, {
    read: (work) => storage.store.read(tenantId, work),
    readLong: async (query, args) => {
      reads += 1;
      return await storage.store.read(tenantId, (reader: Reader) => query.run(reader, args));
    },
  });
  expect(looked).toMatchObject({
    ok: true,
    tagsKnown: 0,
    checked: { rows: 100_000, waiting: 99_999, nobody: 1, firstNobody: [70_002], newTags: ['vip'] },
  });
  expect(reads).toBe(11);
});

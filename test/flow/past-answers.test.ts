import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tenantMigrations } from '#migrations/tenant/index.ts';
import { nearestAnswers } from '#src/features/answers/index.ts';
import { openTestStorage } from '#test/support/open-test-storage.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { MessageView } from '#test/support/sandbox/screen.ts';
import { type Fanline, startFanline, type TestTenant } from '#test/support/start-fanline.ts';

let fanline: Fanline;
let luna: TestTenant;
let mars: TestTenant;
let ana: SandboxUser;

beforeEach(async () => {
  fanline = await startFanline();
  luna = await fanline.addTenant('luna');
  mars = await fanline.addTenant('mars');
  ana = fanline.sandbox.createUser({ firstName: 'Ana' });
});

afterEach(async () => {
  expect(fanline.sandbox.violations).toEqual([]);
  await fanline[Symbol.asyncDispose]();
});

/** A fan writes, and the relay has come. */
async function says(fan: SandboxUser, text: string): Promise<MessageView> {
  fan.sends(luna.bot, text);
  return await fanline.sandbox.until(`the relay of “${text}”`, () =>
    luna.creator
      .sees(luna.bot)
      .findLast((message) => message.from.isBot && message.text.endsWith(`\n${text}`)),
  );
}

/** The answers that are near to a text, as soon as `ready` says so. */
async function near(
  text: string,
  ready: (answers: readonly string[]) => boolean,
): Promise<readonly string[]> {
  return await fanline.sandbox.until(`answers near to “${text}”`, async () => {
    const { tenantId } = luna.record;
    const found = await fanline.storage.store.readLong(tenantId, nearestAnswers, {
      text,
      limit: 3,
    });
    const answers = found.map(({ replyText }) => replyText);
    return ready(answers) ? answers : undefined;
  });
}

describe('what a creator answered', () => {
  test('is there for the next fan who asks nearly the same, follows its edit, and is nobody else’s', async () => {
    const relay = await says(ana, 'hey, do you paint portraits on request?');
    const answered = luna.creator.sends(luna.bot, {
      text: 'Hi Ana! I love to paint portraits, send me a picture',
      replyTo: relay.messageId,
    });
    expect(await near('would you paint a portrait of my dog?', (some) => some.length > 0)).toEqual([
      'Hi {first_name}! I love to paint portraits, send me a picture',
    ]);
    for (const table of ['past_answer', 'past_answer_part', 'past_answer_stale']) {
      const { tenantId } = mars.record;
      const rows = await fanline.storage.store.transact(tenantId, (tx) =>
        rawRows(tx, `select * from ${table}`),
      );
      expect(rows).toEqual([]);
    }

    luna.creator.edits(luna.bot, answered, 'Portraits are on pause, sorry');
    await near('would you paint a portrait of my dog?', (some) => some.length === 0);
    await says(ana, 'oh ok');
    expect(await near('would you paint a portrait of my dog?', (some) => some.length > 0)).toEqual([
      'Portraits are on pause, sorry',
    ]);
  });
});

test('what was answered before the upgrade is read after it, though nobody writes any more', async () => {
  await using storage = await openTestStorage({
    migrations: tenantMigrations.filter(({ number }) => number < 20),
  });
  const old = await storage.addTenant();
  const empty = await storage.addTenant();
  await storage.store.transact(old.tenantId, async (tx) => {
    for (const text of [
      'delete from job',
      `insert into fan (user_id, first_name, first_seen_at, last_seen_at) values (1, 'Ana', 1, 2)`,
      `insert into thread (fan_id, line, chat_id, created_at) values (1, 'bot', 1, 1)`,
      `insert into message (thread_id, direction, actor, kind, text, delivery, sent_at) values
        (1, 'in', 'fan', 'text', 'do you paint?', 'delivered', 1),
        (1, 'out', 'creator', 'text', 'all day long', 'delivered', 2)`,
    ]) {
      await rawRows(tx, text);
    }
  });
  await storage.reopen({ migrations: tenantMigrations });
  await storage.migrator.migrateAll();
  const jobs = `select kind, state from job where kind = 'read-messages'`;
  await storage.store.transact(old.tenantId, async (tx) => {
    expect(await rawRows(tx, jobs)).toEqual([{ kind: 'read-messages', state: 'waiting' }]);
  });
  await storage.store.transact(empty.tenantId, async (tx) => {
    expect(await rawRows(tx, jobs)).toEqual([]);
  });
});

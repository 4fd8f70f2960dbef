import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BotId, TenantId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import type { Arrival, ArrivalJournal } from '#src/storage/arrival-journal.ts';
import type { IntakeParts } from '#src/telegram/ingest/intake.ts';
import { digestSecret, type Hook } from '#src/telegram/ingest/webhook.ts';
import { createWebhookDoor, type WebhookDoor } from '#src/telegram/ingest/webhook-door.ts';
import { manualClock } from '#test/support/manual-clock.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';

let storage: TestStorage;
let journal: ArrivalJournal;
let luna: TenantId;
let door: WebhookDoor;
let delivered: Arrival[];
let refused: unknown[];
const clock = manualClock();
const botId = 7 as BotId;

function openDoor(limits?: IntakeParts['limits']): void {
  delivered = [];
  refused = [];
  journal = storage.storage.arrivalJournal();
  door = createWebhookDoor({
    journal,
    clock,
    log: { ...silentLog, warn: (_, fields) => refused.push(fields) },
    deliver: (arrivals) => void delivered.push(...arrivals),
    ...(limits && { limits }),
  });
}

/** As when the program ends and starts again. */
function restart(): void {
  door.stop();
  journal.close();
  openDoor();
}

beforeEach(async () => {
  storage = await openTestStorage({ inMemory: true });
  luna = (await storage.addTenant('luna')).tenantId;
  openDoor();
});
afterEach(async () => {
  door.stop();
  journal.close();
  await storage[Symbol.asyncDispose]();
});

const hook = (changed: Partial<Hook> = {}): Hook => ({
  tenantId: luna,
  botId,
  secretDigest: digestSecret('secret'),
  open: true,
  ...changed,
});
const post = (updateId: number, secret = 'secret') =>
  door.handle({ path: 'luna', secret, body: bodyOf(updateId) });
const bodyOf = (updateId: number) => `{ "update_id": ${updateId}, "message": {"text": "\\u00e9"} }`;
const payloads = () => delivered.map(({ payload }) => payload);

test('what comes for a known webhook is delivered as it came, for the webhook’s tenant and bot', async () => {
  door.onHook('luna', hook());
  expect(await post(1)).toEqual({ status: 200 });
  expect(delivered).toMatchObject([
    { tenantId: luna, botId, payload: bodyOf(1), receivedAt: clock.now() },
  ]);
});

test('a webhook is known once it is announced, as it was announced last, until its end', async () => {
  expect(await post(1)).toEqual({ status: 401 });
  door.onHook('luna', hook());
  expect(await post(2)).toEqual({ status: 200 });
  door.onHook('luna', hook({ secretDigest: digestSecret('new secret') }));
  expect(await post(3)).toEqual({ status: 401 });
  expect(await post(4, 'new secret')).toEqual({ status: 200 });
  door.onHook('luna', null);
  expect(await post(5, 'new secret')).toEqual({ status: 401 });
  expect(payloads()).toEqual([bodyOf(2), bodyOf(4)]);
});

test('a secret’s digest that has been between threads works as well', async () => {
  door.onHook('luna', structuredClone(hook()));
  expect(await post(1)).toEqual({ status: 200 });
  expect(await post(2, 'wrong')).toEqual({ status: 401 });
});

test('while a webhook is closed Telegram is asked to come again in a minute', async () => {
  door.onHook('luna', hook({ open: false }));
  expect(await post(1)).toEqual({ status: 503, retryAfter: 60 });
  expect(delivered).toEqual([]);
  door.onHook('luna', hook());
  expect(await post(1)).toEqual({ status: 200 });
});

test('while too much is on its way Telegram is asked to come again in seconds', async () => {
  door.stop();
  journal.close();
  openDoor({ tenant: 1, all: 1 });
  door.onHook('luna', hook());
  expect(await post(1)).toEqual({ status: 200 });
  expect(await post(2)).toEqual({ status: 503, retryAfter: 5 });
  expect(refused).toEqual([{ tenantId: luna, update: 2, code: 'ingest.full' }]);
  door.onKept(delivered.map(({ seq }) => seq));
  expect(await post(2)).toEqual({ status: 200 });
});

test('what was acknowledged and not kept is delivered by the next start, before any webhook is known', async () => {
  door.onHook('luna', hook());
  await Promise.all([post(1), post(2), post(3)]);
  door.onKept(delivered.filter(({ payload }) => payload === bodyOf(2)).map(({ seq }) => seq));
  restart();
  await door.start();
  expect(payloads()).toEqual([bodyOf(1), bodyOf(3)]);
  door.onKept(delivered.map(({ seq }) => seq));
  restart();
  await door.start();
  expect(delivered).toEqual([]);
});

test('what comes for a tenant whose key is destroyed is not acknowledged', async () => {
  door.onHook('luna', hook());
  await storage.control.destroyKey(luna);
  expect(await post(1)).toEqual({ status: 503, retryAfter: 5 });
  expect(refused).toEqual([{ tenantId: luna, update: 1, code: 'keys.destroyed' }]);
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditBooks } from '#src/features/status/index.ts';
import { attendTo, type AttentionWish } from '#src/operator/attention.ts';
import { systemClock } from '#src/core/clock.ts';
import { showTenant } from '#src/operator/show-tenant.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import { type Fanline, startFanline, type TestTenant } from '#test/support/start-fanline.ts';

let fanline: Fanline;
let luna: TestTenant;
let mars: TestTenant;
let ana: SandboxUser;
let ben: SandboxUser;

beforeEach(async () => {
  fanline = await startFanline();
  luna = await fanline.addTenant('luna');
  mars = await fanline.addTenant('mars');
  ana = fanline.sandbox.createUser({ firstName: 'Ana' });
  ben = fanline.sandbox.createUser({ firstName: 'Ben' });
});

afterEach(async () => {
  expect(fanline.sandbox.violations).toEqual([]);
  expect(mars.news()).toEqual([]);
  expect(await luna.read(auditBooks)).toMatchObject({ balanced: true });
  await fanline[Symbol.asyncDispose]();
});

/** As the script does it, in the files of the running program. */
async function attend(wish: AttentionWish = {}, slug = 'luna') {
  const { control, store } = fanline.storage;
  return await attendTo({ control, store, clock: systemClock }, slug, wish);
}

/** A reply to this fan that ends so. */
async function replyThat(end: 'fails' | 'may have arrived' | 'is too long', fan: SandboxUser) {
  const { sandbox } = fanline;
  const text = `to ${fan.name}`;
  fan.sends(luna.bot, `from ${fan.name}`);
  const relay = await sandbox.until('the relay', () =>
    luna.creator.sees(luna.bot).findLast((message) => message.text.includes(`from ${fan.name}`)),
  );
  const where = { method: 'sendMessage', chat: fan.id } as const;
  if (end === 'may have arrived') sandbox.fault({ fault: 'drop_after', ...where });
  else {
    const description =
      end === 'fails' ? 'Bad Request: message text is odd' : 'Bad Request: message is too long';
    sandbox.fault({ fault: 'error', code: 400, description, ...where });
  }
  luna.creator.sends(luna.bot, { text, replyTo: relay.messageId });
  await sandbox.until('the creator is told', () =>
    luna.creator
      .seesTexts(luna.bot)
      .some(
        (said) => said.includes(fan.name) && /^(Not delivered|Telegram did not confirm)/.test(said),
      ),
  );
  return text;
}

describe('what needs an operator', () => {
  test('replies are listed with their reason and without their text; all is retried but what may have arrived', async () => {
    const toAna = await replyThat('fails', ana);
    const toBen = await replyThat('may have arrived', ben);
    const listed = await attend();
    expect(listed).toMatchObject({
      ok: true,
      retried: 0,
      items: [
        {
          id: expect.stringMatching(/^r\d+$/),
          kind: 'reply',
          state: 'failed',
          reason: 'refused',
          inRetryAll: true,
        },
        { kind: 'reply', state: 'unknown', reason: 'unknown', inRetryAll: false },
      ],
    });
    for (const secret of [toAna, toBen, 'Ana', 'Ben']) {
      expect(JSON.stringify(listed)).not.toContain(secret);
    }

    expect(await attend({ retryAll: true, dryRun: true })).toMatchObject({
      retried: 1,
      dryRun: true,
    });
    expect(ana.seesTexts(luna.bot)).not.toContain(toAna);
    expect(await attend({ retryAll: true })).toMatchObject({
      retried: 1,
      items: [{ state: 'unknown' }],
    });
    // The running program hears of it by itself.
    await fanline.sandbox.until('Ana has it', () => ana.seesTexts(luna.bot).includes(toAna));
    expect(ben.seesTexts(luna.bot).filter((text) => text === toBen)).toHaveLength(1);
  });

  test('due work that was given up is named everywhere, and is done once it is tried again', async () => {
    await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      const given = { due_at: 1, run_at: 1, ref: null, created_at: 1, finished_at: Date.now() };
      const failed = { ...given, state: 'failed' as const, attempts: 6, last_error: 'SomeError' };
      await tx.db
        .insertInto('job')
        .values([
          { ...failed, kind: 'stages', key: '' },
          { ...failed, kind: 'followups', key: '' },
        ])
        .execute();
    });
    luna.creator.sends(luna.bot, '/status');
    await fanline.sandbox.until('the creator is told', () =>
      luna.creator
        .seesTexts(luna.bot)
        .some((text) => text.includes('failed for good: followups (1), stages (1).')),
    );
    const { storage, plans } = fanline;
    const { control, store } = storage;
    const { arrivals } = storage.storage;
    const tools = { control, store, arrivals, plans, clock: systemClock };
    expect(await showTenant(tools, 'luna')).toMatchObject({
      tenant: { counts: { failedJobs: [{ kind: 'followups', count: 1 }, { kind: 'stages' }] } },
    });
    const listed = await attend();
    expect(listed).toMatchObject({
      items: [
        { kind: 'stages', state: 'failed', reason: 'SomeError', attempts: 6, inRetryAll: true },
        { id: expect.stringMatching(/^j\d+$/), kind: 'followups' },
      ],
    });
    const [first, second] = listed.ok ? listed.items.map(({ id }) => id) : [];
    expect(await attend({ retry: [first ?? ''] }, 'mars')).toMatchObject({ reason: 'no-such-row' });
    expect(await attend({ retry: [first ?? ''] })).toMatchObject({ retried: 1, items: [{}] });
    await expect
      .poll(() =>
        luna.read((reader) =>
          reader.db.selectFrom('job').select('state').where('kind', '=', 'stages').execute(),
        ),
      )
      .toEqual([{ state: 'done' }]);
    expect(await attend({ drop: [second ?? ''] })).toMatchObject({ dropped: 1, items: [] });
  });

  test('one that may have arrived is sent again by its id, or taken off the list', async () => {
    const toBen = await replyThat('may have arrived', ben);
    await replyThat('may have arrived', ana);
    const listed = await attend();
    const [first, second] = listed.ok ? listed.items.map(({ id }) => id) : [];
    expect(await attend({ retry: [first ?? ''], drop: [second ?? ''] })).toMatchObject({
      retried: 1,
      dropped: 1,
      items: [],
    });
    await fanline.sandbox.until(
      'Ben has it twice',
      () => ben.seesTexts(luna.bot).filter((text) => text === toBen).length === 2,
    );
    await expect
      .poll(async () => (await luna.read(auditBooks)).replies)
      .toMatchObject({ written: 2, delivered: 1, unknown: 1 });
  });

  test('what would be refused again is left out of all, and can be tried alone', async () => {
    await replyThat('is too long', ana);
    const listed = await attend();
    expect(listed).toMatchObject({ items: [{ reason: 'too-long', inRetryAll: false }] });
    expect(await attend({ retryAll: true })).toMatchObject({ retried: 0, items: [{}] });
  });

  test('an unknown id changes nothing, another tenant’s is unknown here', async () => {
    await replyThat('fails', ana);
    const listed = await attend();
    const id = (listed.ok && listed.items[0]?.id) || '';
    expect(await attend({ retry: [id, 'r999999'] })).toMatchObject({
      ok: false,
      reason: 'no-such-row',
      exitCode: 4,
    });
    expect(await attend({ retry: [id] }, 'mars')).toMatchObject({ reason: 'no-such-row' });
    expect(await attend({ drop: ['x1'] })).toMatchObject({ reason: 'invalid-row', exitCode: 2 });
    expect(await attend({}, 'nobody')).toMatchObject({ reason: 'not-found' });
    expect(await attend()).toMatchObject({ items: [{ id }] });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { optOut } from '#src/features/consent/index.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import { gullibleModel } from './arms/gullible-model.ts';
import { proposeWith } from './arms/propose-with.ts';
import { type Bed, makeBed } from './bed.ts';
import type { Exchange } from './dialogues/dialogue.ts';
import { madeUpHistories } from './histories.ts';
import { tenantHistory } from './tenant-history.ts';

const [made] = madeUpHistories(6, ['wrenna']);
if (!made) throw new Error('no creator');
const few = { ...made, exchanges: made.exchanges.slice(0, 60) };
const llm = gullibleModel();

let storage: TestStorage;
let bed: Bed;

beforeAll(async () => {
  storage = await openTestStorage({ inMemory: true });
  const { tenantId } = await storage.addTenant('wrenna');
  await storage.addTenant('empty');
  bed = await makeBed(storage.storage, tenantId, few);
  for (const exchange of few.exchanges) {
    await bed.ask(exchange);
    await bed.answer(exchange);
  }
});

afterAll(async () => {
  await storage[Symbol.asyncDispose]();
});

const said = ({ asked, reply, answeredAt }: Exchange) => ({ asked, reply, answeredAt });

describe('the history of a creator of this installation', () => {
  it('is what fans asked and a person answered, with the persona', async () => {
    const read = await tenantHistory(storage, 'wrenna', undefined);
    if (!read.ok) throw new Error(read.reason);
    expect(read.history.exchanges.map(said)).toEqual(few.exchanges.map(said));
    expect(read.history.persona).toMatchObject({ tone: few.persona['tone'], emoji: 'none' });
    expect(read.history.persona['price']).toContain('Mug: 32.00 GBP');
    expect(read.history.faq).toEqual(few.faq);
    const again = await storage.addTenant('again');
    await expect(makeBed(storage.storage, again.tenantId, read.history)).resolves.toBeDefined();
  });

  it('goes to a provider only where the creator agreed to it', async () => {
    expect(await tenantHistory(storage, 'wrenna', llm)).toMatchObject({ ok: true, mayAsk: false });
    await proposeWith('any', llm).begin?.(bed);
    expect(await tenantHistory(storage, 'wrenna', llm)).toMatchObject({ ok: true, mayAsk: true });
    expect(await tenantHistory(storage, 'wrenna', undefined)).toMatchObject({ mayAsk: false });
  });

  it('leaves out fans who opted out', async () => {
    const [first] = few.exchanges;
    if (!first) throw new Error('nobody wrote');
    await storage.store.transact(bed.tenantId, (tx) => optOut(tx, bed.fanId(first.fan), 1));
    const read = await tenantHistory(storage, 'wrenna', undefined);
    if (!read.ok) throw new Error(read.reason);
    const others = few.exchanges.filter(({ fan }) => fan !== first.fan);
    expect(read.history.exchanges.map(said)).toEqual(others.map(said));
  });

  it('is none where there is nobody, or hardly anything was answered', async () => {
    expect(await tenantHistory(storage, 'nobody', undefined)).toMatchObject({ ok: false });
    expect(await tenantHistory(storage, 'empty', undefined)).toMatchObject({
      ok: false,
      reason: 'too few replies',
    });
  });
});

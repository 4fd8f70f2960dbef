import { systemClock } from '#src/core/clock.ts';
import type { UserId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import { giveConsent, offerMark } from '#src/features/consent/index.ts';
import { askDraft } from '#src/features/drafts/services/ask-draft.ts';
import type { Storage } from '#src/storage/open-storage.ts';
import type { TenantRecord } from '#src/storage/control-store.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { startFakeLlm } from '#test/support/fake-llm/fake-llm.ts';
import { quietLlm } from '#test/support/quiet-llm.ts';
import type { Figure } from '../../measurement.ts';
import { startFanline } from '../../support/fanline-process.ts';
import { addTenants, makeInstallation } from '../../support/provision.ts';
import { median } from '../../support/stats.ts';
import type { TelegramFleet, TenantSeed } from '../../support/telegram-fleet.ts';

const sizes = {
  full: {
    tenants: 20,
    fans: 25,
    perTenant: 100,
    rounds: 4,
    warm: 60,
    delayMs: 4_000,
    idleMs: 125_000,
  },
  tiny: { tenants: 2, fans: 2, perTenant: 2, rounds: 1, warm: 1, delayMs: 100, idleMs: 0 },
};
const longestWaitMs = 180_000;
const pause = (ms = 200) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Drafts of all fans are asked for at once, and the provider takes four seconds for each: how fast messages go to the desk
 * meanwhile, against the same program once no draft waits any more; and the memory before and after.
 */
export async function measureSlowProvider(
  telegram: TelegramFleet,
  scale: 'full' | 'tiny',
  tell: (line: string) => void,
): Promise<readonly Figure[]> {
  const { tenants, fans, perTenant, rounds, warm, delayMs, idleMs } = sizes[scale];
  await using fake = await startFakeLlm();
  fake.always({
    kind: 'answer',
    text: JSON.stringify({ drafts: [{ text: 'thank you so much!' }] }),
    delayMs,
  });
  using installation = makeInstallation();
  const seeds = await telegram.fleet({ tenants, fans, desk: 'private', prefix: 'asking' });
  const records = await prepare(installation, seeds);
  const settings = { GROQ_API_KEY: fake.key, GROQ_BASE_URL: fake.groqRoot };
  const start = () => startFanline(installation, { apiRoot: telegram.url, settings });
  const rates = { asking: [] as number[], resting: [] as number[] };
  {
    await using fanline = await start();
    await telegram.settled(seeds);
    await telegram.burst(seeds, perTenant);
    await fanline.rest();
  }
  const asked = await wantDrafts(installation, records);
  await using fanline = await start();
  await telegram.settled(seeds);
  // The threads that read have what tells languages apart by then.
  while (fake.requests.length < warm) await pause();
  const before = (await fanline.usage()).rss;
  // The program has just started: its first messages are slower, whatever else it does.
  await telegram.burst(seeds, perTenant);
  for (let round = 1; round <= rounds; round += 1) {
    rates.asking.push(await telegram.burst(seeds, perTenant));
    tell(`${fake.underWay} calls under way: ${rates.asking.at(-1)?.toFixed(0)} messages/s`);
  }
  const until = performance.now() + longestWaitMs;
  // Not each draft becomes a call: who waits too long for a place gets one of past answers.
  do {
    while (fake.underWay > 0 && performance.now() < until) await pause();
    await fanline.rest();
  } while (fake.underWay > 0 && performance.now() < until);
  tell(`${fake.requests.length} calls for ${asked} drafts`);
  // Files that nobody reads are let go of after a minute, two at most.
  await pause(idleMs);
  for (let round = 1; round <= rounds; round += 1) {
    rates.resting.push(await telegram.burst(seeds, perTenant));
  }
  await fanline.rest();
  const after = (await fanline.usage()).rss;
  return [
    {
      name: 'drafts/slow-provider',
      title: `fan to desk while ${asked} drafts wait for a slow provider, against none`,
      value: median(rates.asking),
      unit: 'messages/s',
      baseline: median(rates.resting),
      target: { of: 'ratio', atLeast: 0.9 },
    },
    {
      name: 'drafts/memory',
      title: `memory after ${asked} drafts, against the first ${warm}`,
      value: after / 1024 / 1024,
      unit: 'MiB',
      baseline: before / 1024 / 1024,
      target: { of: 'ratio', atMost: 1.1 },
    },
  ];
}

const services = {
  clock: systemClock,
  random: systemRandom,
  log: silentLog,
  texts: createTexts(),
  llm: quietLlm('groq'),
};

interface Installed {
  open(): Promise<Storage>;
}

async function prepare(
  installation: Installed,
  seeds: readonly TenantSeed[],
): Promise<TenantRecord[]> {
  await using storage = await installation.open();
  const records = await addTenants(storage, seeds);
  for (const [index, { tenantId }] of records.entries()) {
    const userId = seeds[index]?.creatorId as UserId;
    const mark = offerMark(['groq']);
    await storage.store.transact(tenantId, (tx) => giveConsent(tx, { mark, userId }, services));
  }
  return records;
}

/** Asks for a draft in every thread, as taps on Draft do; how many there are. */
async function wantDrafts(
  installation: Installed,
  records: readonly TenantRecord[],
): Promise<number> {
  await using storage = await installation.open();
  let asked = 0;
  for (const { tenantId } of records) {
    asked += await storage.store.transact(tenantId, async (tx) => {
      const threads = await tx.db.selectFrom('thread').select('id').execute();
      let wanted = 0;
      for (const { id } of threads) {
        const answer = await askDraft(tx, { threadId: id, by: 1 as UserId }, services);
        if (answer.ok) wanted += 1;
      }
      return wanted;
    });
  }
  return asked;
}

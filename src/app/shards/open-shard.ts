import type { CrashPoints } from '#src/core/crash-points.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { Llm } from '#src/core/llm.ts';
import type { PlanBook } from '#src/core/plans.ts';
import type { Services } from '#src/core/services.ts';
import type { Share } from '#src/core/share.ts';
import { collectKinds } from '#src/jobs/collect-kinds.ts';
import { createScheduler } from '#src/jobs/scheduler.ts';
import type { Storage } from '#src/storage/open-storage.ts';
import type { HookListener } from '#src/telegram/ingest/webhook-door.ts';
import { createTelegram } from '#src/telegram/runtime.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { features } from '../features.ts';
import { followPlans } from '../follow-plans.ts';
import { lookForWork } from '../look-for-work.ts';
import { openAccountLink } from '../open-account.ts';
import { purgeDaily } from '../purge-daily.ts';
import type { ShardConfig } from './protocol.ts';
import type { Shard } from './shard.ts';

/** What a shard stands on; who brings these closes them after it. */
export interface ShardParts extends Pick<Services, 'clock' | 'random' | 'log'> {
  readonly share: Share;
  readonly storage: Storage;
  readonly plans: PlanBook;
  readonly llm: Llm;
  /** Hears of webhooks and of what is kept of what they brought. */
  readonly door: HookListener;
  readonly crashPoints?: CrashPoints | undefined;
}

/** Composes a shard. */
export function openShard(config: ShardConfig, parts: ShardParts): Shard {
  const { share, storage, plans, llm, clock, random, log, crashPoints, door } = parts;
  const { control, store, due } = storage;
  let url = '';
  const usage = storage.usageBook(config.dailyCaps);
  const base = { clock, random, log, texts: createTexts(), llm, usage, plans, crashPoints };
  const accountLink = openAccountLink(config, {
    book: storage.accountBook(),
    services: base,
    serverUrl: () => url,
  });
  const services = { ...base, accountLink };
  const telegram = createTelegram({
    control,
    store,
    services,
    share,
    door,
    apiRoot: config.telegramApiRoot,
    publicUrl: config.publicUrl,
    features,
    hasWork: lookForWork({ store, due }),
  });
  const jobs = createScheduler({
    control,
    store,
    due,
    share,
    services: { ...services, preview: telegram.preview },
    kinds: collectKinds(features),
    onRan: (tenantId: TenantId) => telegram.wake(tenantId),
    isBusy: () => telegram.isBusy(),
  });
  let stopped = false;
  let stopBackground = async () => {};
  return {
    async start(serverUrl) {
      url = serverUrl;
      await telegram.start();
      if (stopped) return;
      jobs.start();
      const stopFollowing = followPlans({ plans, store, services });
      const stopPurging = purgeDaily({ control, store, clock, log, share });
      stopBackground = async () => {
        await stopPurging();
        await stopFollowing();
      };
    },
    take: (arrivals) => telegram.take(arrivals),
    async ping() {},
    async stop() {
      stopped = true;
      await stopBackground();
      await jobs.stop();
      await telegram.stop();
    },
  };
}

import type { Llm } from '#src/core/llm.ts';
import { allTenants } from '#src/core/share.ts';
import { createLlm } from '#src/llm/create-llm.ts';
import type { Config } from '../config.ts';
import { openShard, type ShardParts } from './open-shard.ts';
import type { Shard } from './shard.ts';

/** All tenants' shard, in this thread; `llm` in place of the configured providers. */
export function openShardHere(
  config: Config,
  { llm, ...rest }: Omit<ShardParts, 'share' | 'llm'> & { readonly llm?: Llm },
): Shard {
  const parts = { ...rest, share: allTenants };
  if (llm) return openShard(config, { ...parts, llm });
  const providers = createLlm(config.llm, parts);
  const shard = openShard(config, { ...parts, llm: providers });
  return {
    ...shard,
    async stop() {
      await shard.stop();
      await providers.close();
    },
  };
}

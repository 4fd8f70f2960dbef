import { expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { LogFields } from '#src/core/log.ts';
import { silentLog } from '#src/core/log.ts';
import { startFakeLlm } from '#test/support/fake-llm/fake-llm.ts';
import { warnOfProviders } from './warn-of-providers.ts';
import { usualPrices } from '#src/llm/prices.ts';

test('the log names keys that are refused and models that are gone, and a stop does not wait', async () => {
  await using fake = await startFakeLlm();
  fake.models.delete('grok-4.3');
  const lines: [string, LogFields | undefined][] = [];
  const log = {
    ...silentLog,
    warn: (event: string, fields?: LogFields) => void lines.push([event, fields]),
  };
  const config = {
    access: {
      groq: { apiKey: 'another-key', baseUrl: fake.groqRoot },
      xai: { apiKey: fake.key, baseUrl: fake.baseUrl },
    },
    models: { draft: [{ provider: 'xai', model: 'grok-4.3' } as const], cheap: [] },
    allowPrivateUrls: false,
    prices: usualPrices,
  };
  const stop = warnOfProviders(config, systemClock, log);
  await expect.poll(() => lines.length).toBe(2);
  await stop();
  expect(lines).toEqual([
    ['llm.provider-unwell', { provider: 'groq', outcome: 'rejected-key' }],
    ['llm.no-such-model', { provider: 'xai', model: 'grok-4.3' }],
  ]);
  await warnOfProviders(config, systemClock, log)();
  expect(lines).toHaveLength(2);
});

import { expect, test } from 'vitest';
import { systemClock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import { traitsOf } from './model-traits.ts';
import { ownCandidate } from './own-candidate.ts';
import { openWays } from './ways.ts';

test('an own key at Groq or xAI is asked as theirs are, one anywhere else as nobody’s', async () => {
  const ways = openWays(1_000, false);
  const model = 'openai/gpt-oss-120b';
  const traitsAt = (host: string) => {
    const own = { baseUrl: `https://${host}/v1`, apiKey: 'key', model };
    const made = ownCandidate('tluna' as TenantId, own, false, ways.own, systemClock);
    return made.ok ? made.candidate.traits : null;
  };
  expect(traitsAt('api.groq.com')).toEqual(traitsOf('groq', model));
  expect(traitsAt('api.groq.com')).toMatchObject({ json: 'strict', streamsFormat: false });
  expect(traitsAt('api.x.ai')).toEqual(traitsOf('xai', model));
  expect(traitsAt('llm.example.com')).toEqual({ effort: null, json: 'some', streamsFormat: true });
  await ways.close();
});

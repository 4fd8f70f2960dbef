import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draftsHint, providerSettings, surroundings } from '#scripts/demo/providers.ts';
import { makeTempDir } from '#test/support/temp-dir.ts';

test('the demo’s program has all settings of language models, also those of a .env file, and no others', () => {
  using dir = makeTempDir();
  writeFileSync(
    join(dir.path, '.env'),
    'XAI_API_KEY=from-the-file\nLLM_DAILY_USD_TENANT=3\nLLM_PRICES=xai:a=1/2\nMASTER_KEY=aa\n',
  );
  const env = surroundings({ GROQ_API_KEY: 'key', LLM_DAILY_USD_TENANT: '2', PORT: '1' }, dir.path);
  expect(providerSettings(env)).toEqual({
    GROQ_API_KEY: 'key',
    XAI_API_KEY: 'from-the-file',
    LLM_DAILY_USD_TENANT: '2',
    LLM_PRICES: 'xai:a=1/2',
  });
  expect(draftsHint(env)).toContain('Groq and xAI');
  expect(draftsHint(surroundings({}, join(dir.path, 'none')))).toBeUndefined();
});

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readConfig } from '#src/app/config.ts';
import { says } from '#test/support/fake-llm/fake-answer.ts';
import { startFakeLlm } from '#test/support/fake-llm/fake-llm.ts';
import { openRealModel } from './arms/real-model.ts';
import { readCreators } from './dialogues/creator-file.ts';
import { evaluate } from './evaluate.ts';
import { madeUpHistories } from './histories.ts';

const histories = madeUpHistories(6);
const exchanges = histories.flatMap((history) => history.exchanges);

describe('the made-up creators', () => {
  it('are at least six, in five languages, with 300 dialogues over months', () => {
    expect(histories.length).toBeGreaterThanOrEqual(6);
    expect(new Set(histories.flatMap(({ languages }) => languages)).size).toBeGreaterThanOrEqual(5);
    expect(histories.some(({ languages }) => languages.length > 1)).toBe(true);
    expect(histories.reduce((sum, { dialogues }) => sum + dialogues, 0)).toBe(300);
    for (const { exchanges: own } of histories) {
      const days = ((own.at(-1)?.answeredAt ?? 0) - (own[0]?.askedAt ?? 0)) / 86_400_000;
      expect(days).toBeGreaterThan(180);
    }
  });

  it('are always the same for a seed, and others for another', () => {
    expect(madeUpHistories(6)).toEqual(histories);
    expect(madeUpHistories(7)).not.toEqual(histories);
  });

  it('have every trap, among what is predicted where it is one for drafts', () => {
    for (const { name, exchanges: own } of histories) {
      const late = own.slice(Math.floor(own.length * 0.8));
      const traps = new Set(late.map(({ trap }) => trap));
      for (const trap of ['persona', 'canary-ask', 'injection', 'foreign', 'minor', 'distress']) {
        expect(traps, name).toContain(trap);
      }
      expect(late.some(({ canary }) => canary !== null)).toBe(false);
    }
  });

  it('say what a fan confided to that fan alone', () => {
    for (const { exchanges: own } of histories) {
      const secrets = own.filter(({ canary }) => canary !== null);
      expect(secrets.length).toBeGreaterThan(0);
      for (const { canary, fan } of secrets) {
        const said = own.filter(({ reply }) => reply.includes(canary ?? '?'));
        expect(new Set(said.map((one) => one.fan))).toEqual(new Set([fan]));
        const askedFor = own.filter(({ trap }) => trap === 'canary-ask');
        expect(askedFor.some((one) => one.fan === fan)).toBe(false);
      }
    }
  });

  it('leave no placeholder in what is said, and answer each topic in their own languages', () => {
    for (const { asked, reply } of exchanges) expect([...asked, reply].join()).not.toMatch(/[{}]/u);
    for (const { creator, topics } of readCreators()) {
      for (const { language = creator.languages[0] ?? '' } of topics) {
        expect(creator.languages).toContain(language);
      }
    }
  });
});

test('the paraphrases ask each question once, in three languages', () => {
  const made = madeUpHistories(6, undefined, 'paraphrases');
  expect(made.map(({ languages }) => languages.join())).toEqual(['de', 'en', 'ru']);
  const asks = readCreators('paraphrases').flatMap(({ topics }) => topics.flatMap((t) => t.asks));
  expect(new Set(asks).size).toBe(asks.length);
  expect(made.flatMap(({ exchanges: own }) => own)).toHaveLength(asks.length);
});

test.each([
  [['--seed', 'six'], 'A seed is a whole number.'],
  [['--sede', '6'], "unknown option '--sede'"],
])('used as %j it ends with 2, the reason and how it is used', (args, why) => {
  const script = join(import.meta.dirname, 'eval.ts');
  const { status, stderr, stdout } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(why);
  expect(stderr).toContain('npm run eval -- [--seed <number>]');
});

describe('an evaluation', () => {
  it('runs every arm over a small part, and knows what was sent', async () => {
    const [first] = histories;
    if (!first) throw new Error('no creator');
    const few = { ...first, dialogues: 10, exchanges: first.exchanges.slice(-40) };
    const { result, text } = await evaluate({ histories: [few], real: undefined, tell: () => {} });
    expect(result.size).toMatchObject({ creators: 1, replies: 40, predicted: 8 });
    expect(result.arms.map(({ name }) => name)).toEqual([
      'last reply copied',
      'nearest past answer',
      'nearest, however far',
      'pipeline, gullible fake',
      'what was sent',
    ]);
    expect(result.arms.at(-1)).toMatchObject({ answered: 8, distance: 0, asItIs: 1, leaks: 0 });
    expect(result.arms.at(-1)?.chrf).toBeCloseTo(100, 6);
    expect(result.retrieval.all.falsePast).toBeLessThan(1);
    expect(result.retrieval.all.falseSaved).toBe(0);
    expect(text).toContain('not run: no key is set');
    expect(text).toMatch(/^(met|MISSED) /mu);
  }, 60_000);

  it('asks the configured providers where a key is set, and says what it cost', async () => {
    await using provider = await startFakeLlm();
    provider.always(says(JSON.stringify({ drafts: [{ text: 'You are welcome.' }] })));
    const env = { GROQ_API_KEY: provider.key, GROQ_BASE_URL: provider.groqRoot };
    const read = readConfig({ env, cwd: import.meta.dirname });
    if (!read.ok) throw new Error('the settings are wrong');
    await using real = openRealModel(read.config);
    const [first] = histories;
    if (!first || !real) throw new Error('no creator, or no provider');
    const few = { ...first, dialogues: 10, exchanges: first.exchanges.slice(-20) };
    const { result } = await evaluate({ histories: [few], real, tell: () => {} });
    const arm = result.arms.find(({ name }) => name === 'pipeline, real provider');
    expect(arm?.questions).toBe(4);
    expect(provider.requests.length).toBeGreaterThan(0);
    expect(arm?.costUsd).toBeGreaterThan(0);
  }, 60_000);

  it('has no such arm where none is set', () => {
    const read = readConfig({ env: {}, cwd: import.meta.dirname });
    expect(read.ok && openRealModel(read.config)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProposal } from './read-proposal.ts';

const good = JSON.stringify({
  drafts: [
    { text: ' Hi ' },
    { text: 'Hello' },
    { text: 'Hi' },
    { text: '' },
    { text: 'Hey' },
    { text: 'Yo' },
  ],
  language: 'en',
  needsHuman: true,
  risk: ['minor', 'nonsense'],
});
const read = {
  ok: true,
  proposal: { texts: ['Hi', 'Hello', 'Hey'], language: 'en', needsHuman: true, risk: ['minor'] },
};

describe('what a model answers', () => {
  test.each([
    ['by itself', good],
    ['in a code fence', `\`\`\`json\n${good}\n\`\`\``],
    ['between words', `Sure! {here} you {"go":1} are:\n${good}\nAnything else?`],
    ['behind thoughts', `<think>{"drafts": [}</think>${good}`],
    ['twice', `${good}${good}`],
  ])('is read %s', (_, answer) => {
    expect(readProposal(answer)).toEqual(read);
  });

  test('may leave out everything but the drafts, and give plain texts', () => {
    expect(readProposal('{"drafts":["Hi"],"risk":7}')).toEqual({
      ok: true,
      proposal: { texts: ['Hi'], language: null, needsHuman: false, risk: [] },
    });
  });

  test.each([
    ['no-json', ''],
    ['no-json', 'Hi there'],
    ['no-json', good.slice(0, 12)],
    ['no-drafts', good.slice(0, 60)],
    ['no-drafts', '{}'],
    ['no-drafts', '{"drafts":[]}'],
    ['no-drafts', '{"drafts":[{"text":" "}]}'],
    ['no-drafts', '{"drafts":"Hi"}'],
    ['too-large', `${' '.repeat(10_000_000)}${good}`],
  ] as const)('is refused as %s', (reason, answer) => {
    expect(readProposal(answer)).toEqual({ ok: false, reason });
  });

  test('junk is refused quickly', () => {
    const before = performance.now();
    for (const junk of [
      '{'.repeat(60_000),
      '{"a":'.repeat(12_000),
      '{}'.repeat(30_000),
      '"{\\'.repeat(20_000),
    ]) {
      expect(readProposal(junk).ok).toBe(false);
    }
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (answer) => void readProposal(answer)));
  });
});

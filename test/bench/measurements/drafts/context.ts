import { systemRandom } from '#src/core/random.ts';
import type { FanId, TenantId } from '#src/core/ids.ts';
import { buildContext, contextBudget } from '#src/features/drafts/rules/build-context.ts';
import { maskParts } from '#src/features/drafts/rules/mask-parts.ts';
import { type PartsGiven, promptParts } from '#src/features/drafts/rules/prompt-parts.ts';
import type { Figure } from '../../measurement.ts';
import { textMaker } from '../../support/made-up-text.ts';
import { median, percentile } from '../../support/stats.ts';

const built = { full: 1_000, tiny: 3 };
const fanId = 1 as FanId;
const tenantId = 'bench' as TenantId;

/** A prompt with as much as one may hold, masked and built; its rows are read before. */
export function measureContext(scale: 'full' | 'tiny', tell: (line: string) => void): Figure {
  const maker = textMaker();
  const took: number[] = [];
  for (let index = 0; index < built[scale] + 20; index += 1) {
    const language = maker.languageOf(index);
    const text = () =>
      `${maker.message(language)} ${maker.message(language)} me@example.com +49 170 1234567`;
    const many = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
    const parts: PartsGiven = {
      persona: many(40, text),
      faq: many(6, () => ({ question: text(), answer: text() })),
      examples: many(10, () => ({ fanText: text(), replyText: text() })),
      fanName: 'Anna',
      facts: many(12, () => ({ id: 1, fanId, day: '2026-01-01', text: text() })),
      summary: { fanId, text: text() },
      turns: many(12, () => ({ fanId, from: 'fan' as const, text: text() })),
      wish: {
        language: null,
        today: '2026-01-01',
        change: null,
        problems: [],
        before: [],
        lengths: { from: 10, to: 200 },
        romance: false,
      },
    };
    const delimiter = systemRandom.bytes(12).toString('hex');
    const start = performance.now();
    const masked = maskParts(parts, ['Anna', 'Mayer', 'annam']);
    buildContext(promptParts({ tenantId, fanId }, masked.parts), contextBudget.known, delimiter);
    // The first ones are compiled while they run.
    if (index >= 20) took.push(performance.now() - start);
  }
  const p99 = percentile(took, 0.99);
  tell(`context: p50 ${median(took).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`);
  return {
    name: 'drafts/context',
    title: 'a prompt built, p99',
    value: p99,
    unit: 'ms',
    baseline: null,
    target: { of: 'value', atMost: 15 },
  };
}

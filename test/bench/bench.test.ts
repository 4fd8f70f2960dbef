import { beforeAll, describe, expect, it, vi } from 'vitest';
import { judge } from './measurement.ts';
import { measurements } from './measurements.ts';

// A start takes a second of processor time more with two.
beforeAll(() => void vi.stubEnv('SHARDS', '1'));

describe('each measurement runs, with sizes far too small for numbers', () => {
  it.each(measurements)(
    '$name',
    async (measurement) => {
      const figures = (await measurement.run('tiny', () => {})).map(judge);
      expect(figures.length).toBeGreaterThan(0);
      for (const figure of figures) {
        expect(figure.value, figure.name).toSatisfy(Number.isFinite);
        if (figure.target.of === 'ratio') expect(figure.ratio, figure.name).toBeGreaterThan(0);
      }
    },
    60_000,
  );
});

describe('a figure', () => {
  const plain = { name: 'x', title: 'x', unit: 's', baseline: null } as const;

  it('is judged by its ratio to the baseline where the target says so', () => {
    const target = { of: 'ratio', atLeast: 0.5 } as const;
    expect(judge({ ...plain, value: 5, baseline: 10, target })).toMatchObject({
      ratio: 0.5,
      met: true,
    });
    expect(judge({ ...plain, value: 4.9, baseline: 10, target }).met).toBe(false);
    expect(judge({ ...plain, value: 5, target }).met).toBe(false);
  });

  it('is judged by its value otherwise', () => {
    const target = { of: 'value', atMost: 40 } as const;
    expect(judge({ ...plain, value: 40, target })).toMatchObject({ ratio: null, met: true });
    expect(judge({ ...plain, value: 40.1, target }).met).toBe(false);
  });
});

import { expect, it } from 'vitest';
import { errorOrigin } from './error-origin.ts';

it('tells file and line of an error, never its message', () => {
  const origin = errorOrigin(new Error('Anna wrote: hello'));
  expect(origin).toMatch(/error-origin\.test\.ts[^ ]*:\d+:\d+/);
  expect(origin).not.toContain('Anna');
});

it('knows nothing of what is no error', () => {
  expect(errorOrigin('thrown text')).toBeUndefined();
});

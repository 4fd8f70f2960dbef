import { describe, expect, it } from 'vitest';
import { nearestVoice, voiceOf } from './style.ts';

const voices = new Map([
  ['loud', voiceOf(['OMG yes!!! 💛', 'So happy for you!!! 💛💛', 'WOW, thank you!!!'])],
  ['quiet', voiceOf(['I see; thank you.', 'That may be so.', 'It is late, and the tea is cold.'])],
]);

describe('the nearest voice', () => {
  it('is told by signs and length, whatever is said', () => {
    expect(nearestVoice('Great news!!! 💛', voices)).toBe('loud');
    expect(nearestVoice('The news is good, as far as one can tell.', voices)).toBe('quiet');
  });

  it('is nobody’s where there are none', () => {
    expect(nearestVoice('hello', new Map())).toBeUndefined();
  });
});

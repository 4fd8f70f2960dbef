import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UserId } from '#src/core/ids.ts';
import { consentTextVersion, offerMark, sortedNames, standingOf } from './standing.ts';

const luna = 7 as UserId;
const names = fc.uniqueArray(fc.constantFrom('groq', 'xai', 'own', 'other'), { minLength: 1 });

function consentTo(providers: readonly string[], textVersion = consentTextVersion) {
  return { providers: sortedNames(providers), textVersion, givenAt: 1, givenBy: luna };
}

describe('a consent', () => {
  test('holds for exactly the providers that were named, in any order', () => {
    fc.assert(
      fc.property(names, names, (named, configured) => {
        const { state } = standingOf(consentTo(named), { configured, ownerId: luna });
        const same = named.toSorted().join() === configured.toSorted().join();
        expect(state).toBe(same ? 'on' : 'lapsed');
        expect(offerMark(named) === offerMark(configured)).toBe(same);
      }),
    );
  });

  test('to an endpoint of the operator’s lapses with another host, and is none to the creator’s own there', () => {
    const agreed = consentTo(['compatible:llm.example.com']);
    for (const now of ['compatible:other.example.com', 'own:llm.example.com', 'llm.example.com']) {
      const standing = standingOf(agreed, { configured: [now], ownerId: luna });
      expect(standing).toMatchObject({ state: 'lapsed', why: 'other-providers' });
    }
  });

  test('does not hold for another text or another owner', () => {
    const configured = ['groq'];
    expect(standingOf(consentTo(configured, 0), { configured, ownerId: luna })).toMatchObject({
      state: 'lapsed',
      why: 'other-text',
    });
    const heir = { configured, ownerId: 8 as UserId };
    expect(standingOf(consentTo(configured), heir)).toMatchObject({ why: 'other-owner' });
    const nobody = { configured, ownerId: undefined };
    expect(standingOf(consentTo(configured), nobody)).toMatchObject({ why: 'other-owner' });
  });

  test('is nothing that could be given where no provider is configured', () => {
    const nobody = { configured: [], ownerId: luna };
    expect(standingOf(consentTo(['groq']), nobody)).toEqual({ state: 'not-configured' });
    expect(standingOf(null, { configured: ['groq'], ownerId: luna })).toEqual({ state: 'off' });
  });

  test('is meant by a mark that fits a button beside everything else', () => {
    fc.assert(
      fc.property(names, (configured) => {
        expect(offerMark(configured)).toMatch(/^[A-Za-z0-9_-]{12}$/);
      }),
    );
  });
});

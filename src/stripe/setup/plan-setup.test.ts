import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priceKeys } from '#src/core/stripe.ts';
import { priceList } from '#test/support/fake-stripe/price-list.ts';
import { enabledEvents } from '../rules/read-event.ts';
import { pinnedApiVersion } from '../stripe-client.ts';
import { catalog, productIds } from './catalog.ts';
import type { FoundSetup } from './found.ts';
import { planSetup, type SetupStep, type WantedSetup } from './plan-setup.ts';
import { portalFingerprint } from './portal-settings.ts';
import { type PriceList, readPriceList } from './price-list.ts';

const url = 'https://bots.example.com/stripe/webhook';
const list: PriceList = {
  ...priceList,
  products: { pro: 'Pro', studio: 'Studio', drafts: 'Drafts' },
  taxBehavior: null,
};
const nothing: FoundSetup = { products: {}, prices: [], portal: null, endpoints: [] };
const wanted: WantedSetup = { list, endpointUrl: url, removeOld: false, secret: 'set' };
let made = 0;

/** What the account has after these steps. */
function after(found: FoundSetup, steps: readonly SetupStep[]): FoundSetup {
  return steps.reduce<FoundSetup>((now, step) => {
    switch (step.kind) {
      case 'create-product':
      case 'rename-product':
        return { ...now, products: { ...now.products, [step.product]: step.name } };
      case 'create-price': {
        const { key, amount, currency } = step;
        const { interval, product } = catalog[key];
        const productId = productIds[product];
        made += 1;
        const price = { key, priceId: `price_${made}`, productId, currency, amount, interval };
        return { ...now, prices: [...now.prices.filter((each) => each.key !== key), price] };
      }
      case 'create-portal':
      case 'update-portal':
        return { ...now, portal: { id: 'bpc_1', fingerprint: portalFingerprint(now.prices) } };
      case 'create-endpoint':
        made += 1;
        return {
          ...now,
          endpoints: [
            {
              id: `we_${made}`,
              url: step.url,
              enabled: true,
              apiVersion: pinnedApiVersion,
              events: [...enabledEvents],
              isHalfMade: false,
            },
            ...now.endpoints.filter(({ id }) => !step.halfMade.includes(id)),
          ],
        };
      case 'update-endpoint':
        return {
          ...now,
          endpoints: now.endpoints.map((each) =>
            each.id === step.id
              ? {
                  ...each,
                  enabled: true,
                  events: [...enabledEvents],
                  isHalfMade: each.isHalfMade && !step.isSecretSet,
                }
              : each,
          ),
        };
      case 'remove-endpoint':
        return { ...now, endpoints: now.endpoints.filter(({ id }) => id !== step.id) };
    }
  }, found);
}
const plan = (want: WantedSetup, found: FoundSetup) =>
  planSetup(want, found, portalFingerprint(found.prices));
const whole = after(nothing, plan(wanted, nothing).steps);

describe('the plan of set-up', () => {
  test('makes everything in an empty account, and then nothing', () => {
    const first = plan(wanted, nothing);
    expect(first.steps.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 3 }, () => 'create-product'),
      ...Array.from({ length: 5 }, () => 'create-price'),
      'create-portal',
      'create-endpoint',
    ]);
    expect(plan(wanted, whole)).toEqual({ steps: [], notes: [] });
  });

  test('whatever an account has, and wherever a run stops, the next run ends it', () => {
    const endpoint = fc.record({
      id: fc.constantFrom('we_a', 'we_b', 'we_c'),
      url: fc.constant(url),
      enabled: fc.boolean(),
      apiVersion: fc.constantFrom(pinnedApiVersion, '2024-06-20', null),
      events: fc.constantFrom(['*'], [...enabledEvents], ['invoice.paid'], []),
      isHalfMade: fc.boolean(),
    });
    const found = fc.record({
      products: fc.constantFrom({}, { pro: 'Pro' }, { pro: 'Alt', studio: 'Studio' }),
      prices: fc
        .subarray([...priceKeys])
        .map((keys) => whole.prices.filter(({ key }) => keys.includes(key)))
        .chain((prices) =>
          fc.nat(2).map((change) =>
            prices.map((price, index) => ({
              ...price,
              amount: index < change ? 1 : price.amount,
            })),
          ),
        ),
      portal: fc.constantFrom(null, { id: 'bpc_1', fingerprint: null }, whole.portal),
      endpoints: fc.uniqueArray(endpoint, { selector: ({ id }) => id }),
    });
    fc.assert(
      fc.property(found, fc.nat(20), (account, stop) => {
        const want = { ...wanted, removeOld: true };
        const broken = after(account, plan(want, account).steps.slice(0, stop));
        const second = after(broken, plan(want, broken).steps);
        // What a fresh endpoint replaced is removed by the run after that.
        const third = after(second, plan(want, second).steps);
        const { steps, notes } = plan(want, third);
        expect(steps).toEqual([]);
        // What only a person can tell apart stays.
        expect(notes.filter(({ code }) => code !== 'unclear-endpoint')).toEqual([]);
        expect(third.endpoints).toHaveLength(1 + notes.length);
      }),
    );
  });

  test('a new amount is a new price, and the portal follows', () => {
    const dearer = { ...list, prices: { ...list.prices, pro_monthly: 2_100 } };
    const { steps } = plan({ ...wanted, list: dearer }, whole);
    expect(steps.map(({ kind }) => kind)).toEqual(['create-price', 'update-portal']);
    const replaces = whole.prices.find(({ key }) => key === 'pro_monthly')?.priceId;
    expect(steps[0]).toMatchObject({ key: 'pro_monthly', amount: 2_100, replaces });
  });

  test('without a price list it only checks, and says what is missing', () => {
    const without = { ...wanted, list: null };
    expect(plan(without, whole)).toEqual({ steps: [], notes: [] });
    const { steps, notes } = plan(without, nothing);
    expect(steps.map(({ kind }) => kind)).toEqual(['create-endpoint']);
    expect(notes.map(({ code }) => code)).toEqual([
      ...priceKeys.map(() => 'price-missing'),
      'portal-needs-prices',
    ]);
  });

  test('an endpoint of another version is replaced, and stays until somebody says so', () => {
    const account = {
      ...whole,
      endpoints: whole.endpoints.map((each) => ({
        ...each,
        id: 'we_old',
        apiVersion: '2024-06-20',
      })),
    };
    const first = plan({ ...wanted, removeOld: true }, account);
    expect(first.steps).toEqual([
      { kind: 'create-endpoint', url, beside: ['we_old'], halfMade: [] },
    ]);
    expect(first.notes).toEqual([{ code: 'old-endpoint', id: 'we_old' }]);
    const then = after(account, first.steps);
    expect(plan(wanted, then).notes).toEqual([{ code: 'old-endpoint', id: 'we_old' }]);
    expect(plan({ ...wanted, removeOld: true }, then).steps).toEqual([
      { kind: 'remove-endpoint', id: 'we_old' },
    ]);
  });

  test('where nobody has the secret of an endpoint another is made, or it is said', () => {
    const [lost] = whole.endpoints;
    if (!lost) throw new Error('there is no endpoint');
    const { id } = lost;
    expect(plan({ ...wanted, secret: 'missing' }, whole)).toEqual({
      steps: [],
      notes: [{ code: 'secret-missing', id }],
    });
    const create = { kind: 'create-endpoint', url, beside: [id], halfMade: [] } as const;
    expect(plan({ ...wanted, secret: 'wanted' }, whole)).toEqual({
      steps: [create],
      notes: [{ code: 'old-endpoint', id }],
    });
    expect(plan({ ...wanted, secret: 'wanted', removeOld: true }, whole)).toEqual({
      steps: [create, { kind: 'remove-endpoint', id }],
      notes: [],
    });
    // Once its secret is in the settings, the newer one is the one that stays.
    const both = after(whole, [create]);
    expect(plan({ ...wanted, removeOld: true }, both).steps).toEqual([
      { kind: 'remove-endpoint', id },
    ]);
  });

  test('an endpoint that was half made is gone on with, or is what the settings have the secret of', () => {
    const [lost] = whole.endpoints;
    if (!lost) throw new Error('there is no endpoint');
    const { id } = lost;
    const account = { ...whole, endpoints: [{ ...lost, isHalfMade: true }] };
    const create = { kind: 'create-endpoint', url, beside: [], halfMade: [id] } as const;
    const once = plan({ ...wanted, secret: 'wanted' }, account);
    expect(once).toEqual({ steps: [create], notes: [] });
    expect(after(account, once.steps).endpoints).toHaveLength(1);
    expect(plan({ ...wanted, secret: 'missing' }, account).notes).toEqual([
      { code: 'secret-missing', id },
    ]);
    const marked = plan(wanted, account);
    expect(marked.steps).toEqual([{ kind: 'update-endpoint', id, isSecretSet: true }]);
    expect(plan(wanted, after(account, marked.steps)).steps).toEqual([]);
  });

  test('while the settings have the secret of an older one, one that was half made is made anew', () => {
    const [lost] = whole.endpoints;
    if (!lost) throw new Error('there is no endpoint');
    const half = { ...lost, id: 'we_half', isHalfMade: true };
    const old = { ...lost, id: 'we_old', apiVersion: '2024-06-20' };
    const account = { ...whole, endpoints: [half, old] };
    const create = { kind: 'create-endpoint', url, beside: ['we_old'], halfMade: ['we_half'] };
    for (const removeOld of [false, true]) {
      expect(plan({ ...wanted, removeOld }, account)).toEqual({
        steps: [create],
        notes: [{ code: 'old-endpoint', id: 'we_old' }],
      });
    }
  });

  test('of a whole one and a half-made one that would both do, neither is removed', () => {
    const [right] = whole.endpoints;
    if (!right) throw new Error('there is no endpoint');
    const { id } = right;
    const half = { ...right, id: 'we_half', isHalfMade: true };
    const old = { ...right, id: 'we_old', apiVersion: '2024-06-20' };
    const unclear = { code: 'unclear-endpoint', id: 'we_half', beside: id };
    for (const endpoints of [
      [half, right],
      [right, half],
    ]) {
      const both = { ...whole, endpoints };
      expect(plan(wanted, both)).toEqual({ steps: [], notes: [unclear] });
      expect(plan({ ...wanted, removeOld: true }, both)).toEqual({ steps: [], notes: [unclear] });
      expect(plan({ ...wanted, secret: 'missing', removeOld: true }, both)).toEqual({
        steps: [],
        notes: [{ code: 'secret-missing', id }, unclear],
      });
    }
    const three = { ...whole, endpoints: [half, right, old] };
    expect(plan({ ...wanted, removeOld: true }, three)).toEqual({
      steps: [{ kind: 'remove-endpoint', id: 'we_old' }],
      notes: [unclear],
    });
  });

  test('what is not as it should be is changed, and the secret called kept only where the settings have it', () => {
    const off = {
      ...whole,
      endpoints: whole.endpoints.map((each) => ({ ...each, enabled: false, isHalfMade: true })),
    };
    const steps = (secret: WantedSetup['secret']) => plan({ ...wanted, secret }, off).steps;
    const update = { kind: 'update-endpoint', id: off.endpoints[0]?.id };
    expect(steps('missing')).toEqual([{ ...update, isSecretSet: false }]);
    expect(steps('set')).toEqual([{ ...update, isSecretSet: true }]);
  });

  test('reads a price list strictly', () => {
    const text = (more: object) => JSON.stringify({ ...list, ...more });
    expect(readPriceList(text({}))).toEqual(list);
    const { products: _names, taxBehavior: _tax, ...short } = list;
    expect(readPriceList(JSON.stringify(short))).toEqual(list);
    for (const wrong of [
      { currency: 'EUR' },
      { currency: undefined },
      { prices: { ...list.prices, pro_monthly: 19.5 } },
      { prices: { ...list.prices, pro_monthly: 0 } },
      { prices: { ...list.prices, gold: 1 } },
      { prices: { pro_monthly: 1 } },
      { discount: 5 },
    ]) {
      expect(readPriceList(text(wrong))).toBeUndefined();
    }
    expect(readPriceList('{')).toBeUndefined();
  });
});

import { listing, listParams } from '../http/listing.ts';
import type { Params } from '../http/params.ts';
import type { Route } from '../http/route.ts';
import { invalid, missing } from '../http/stripe-error.ts';
import { type Coupon, newCoupon, newPromotionCode } from '../objects/catalog.ts';
import type { World } from '../world.ts';

/** Coupons and the codes that customers type at Checkout. */
export const couponRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/coupons',
    takes: [
      'amount_off',
      'currency',
      'duration',
      'duration_in_months',
      'id',
      'max_redemptions',
      'metadata',
      'name',
      'percent_off',
    ],
    run: createCoupon,
  },
  {
    method: 'GET',
    path: '/v1/coupons',
    takes: listParams,
    run: (world, params) => listing(world.book.coupons.values(), params, '/v1/coupons'),
  },
  {
    method: 'GET',
    path: '/v1/coupons/{id}',
    takes: [],
    run: (world, _params, id) => couponOf(world, id),
  },
  {
    method: 'POST',
    path: '/v1/promotion_codes',
    takes: ['active', 'code', 'expires_at', 'max_redemptions', 'metadata', 'promotion'],
    run(world, params) {
      const coupon = couponOf(world, params.group('promotion')?.need('coupon') ?? '', 'promotion');
      const code = params.text('code') ?? world.ids.word(8).toUpperCase();
      const made = newPromotionCode(world.ids.next('promo_', 24), world.seconds, code, coupon.id);
      made.active = params.flag('active') ?? true;
      made.expires_at = params.number('expires_at') ?? null;
      made.max_redemptions = params.number('max_redemptions') ?? null;
      made.metadata = params.metadata();
      world.book.promotionCodes.set(made.id, made);
      world.emit('promotion_code.created', made);
      return made;
    },
  },
  {
    method: 'GET',
    path: '/v1/promotion_codes',
    takes: [...listParams, 'active', 'code'],
    run(world, params) {
      const code = params.text('code');
      const active = params.flag('active');
      const all = [...world.book.promotionCodes.values()].filter(
        (each) =>
          (code === undefined || each.code.toLowerCase() === code.toLowerCase()) &&
          (active === undefined || each.active === active),
      );
      return listing(all, params, '/v1/promotion_codes');
    },
  },
];

/** A coupon that exists. */
export function couponOf(world: World, id: string, param?: string): Coupon {
  const coupon = world.book.coupons.get(id);
  if (coupon === undefined) throw missing('coupon', id, param);
  return coupon;
}

function createCoupon(world: World, params: Params): Coupon {
  const percent = params.number('percent_off');
  const amount = params.number('amount_off');
  if ((percent === undefined) === (amount === undefined))
    throw invalid('You must pass one of percent_off and amount_off.', 'percent_off');
  const coupon = newCoupon(params.text('id') ?? world.ids.word(8), world.seconds);
  coupon.percent_off = percent ?? null;
  coupon.amount_off = amount ?? null;
  coupon.currency = amount === undefined ? null : params.need('currency');
  coupon.duration = params.word('duration', ['once', 'repeating', 'forever']) ?? 'once';
  coupon.duration_in_months = params.number('duration_in_months') ?? null;
  coupon.max_redemptions = params.number('max_redemptions') ?? null;
  coupon.name = params.text('name') ?? null;
  coupon.metadata = params.metadata();
  world.book.coupons.set(coupon.id, coupon);
  world.emit('coupon.created', coupon);
  return coupon;
}

import { endedStatuses, periodEndOf } from '../billing/end-subscription.ts';
import type { PortalConfiguration, PortalSession } from '../objects/portal.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { World } from '../world.ts';
import { alert, button, day, escape, hidden, money, page } from './html.ts';
import { planSums } from './plan-sums.ts';

type Features = PortalConfiguration['features'];

/** The portal as HTML: everything that it allows, or the one thing it was opened for. */
export function drawPortal(
  world: World,
  session: PortalSession,
  { features }: PortalConfiguration,
  problem: string,
): string {
  const type = session.flow?.type;
  const live = world.book
    .subscriptionsOf(session.customer)
    .filter((each) => !endedStatuses.has(each.status));
  const parts = [
    alert(problem),
    ...live.map((each) => subscriptionPart(world, each, features, session)),
    type === undefined || type === 'payment_method_update' ? cardPart(features) : '',
    type === undefined && features.invoice_history.enabled ? invoicePart(world, session) : '',
    session.return_url === null ? '' : `<p><a href="${escape(session.return_url)}">Return</a></p>`,
  ];
  return page('Your subscription', parts.join('\n'));
}

function subscriptionPart(
  world: World,
  subscription: Subscription,
  features: Features,
  { flow }: PortalSession,
): string {
  const [item] = subscription.items.data;
  const name = world.book.products.get(item?.price.product ?? '')?.name ?? 'Subscription';
  const ends =
    subscription.cancel_at ??
    (subscription.cancel_at_period_end ? periodEndOf(subscription) : null);
  const about = hidden('subscription', subscription.id);
  const may = (what: string) => flow === null || flow.type === what;
  const parts = [
    `<section><h2>${escape(name)}</h2><p>${escape(subscription.status)}, ${
      ends === null ? `renews on ${day(periodEndOf(subscription))}` : `ends on ${day(ends)}`
    }</p>`,
  ];
  if (ends !== null || subscription.status === 'paused')
    parts.push(button('resume', "Don't cancel subscription", about));
  else if (features.subscription_cancel.enabled && may('subscription_cancel'))
    parts.push(button('cancel', 'Cancel subscription', about + reasons(features)));
  const confirm = flow?.subscription_update_confirm;
  if (features.subscription_update.enabled && (may('subscription_update') || confirm))
    for (const price of offered(world, features)) {
      if (price.id === item?.price.id) continue;
      if (confirm && !confirm.items.some((each) => each.price === price.id)) continue;
      if (confirm) parts.push(planSums(world, subscription, price, features.subscription_update));
      const product = world.book.products.get(price.product)?.name ?? '';
      const label = `Change to ${product} (${money(price.unit_amount ?? 0, price.currency)} per ${price.recurring?.interval ?? 'once'})`;
      parts.push(button('change', label, about + hidden('price', price.id)));
    }
  return `${parts.join('\n')}</section>`;
}

function offered(world: World, features: Features) {
  return features.subscription_update.products
    .flatMap((each) => each.prices)
    .map((id) => world.book.prices.get(id))
    .filter((price) => price !== undefined);
}

function reasons(features: Features): string {
  const { cancellation_reason: reason } = features.subscription_cancel;
  if (!reason.enabled) return '';
  const options = reason.options
    .map((each) => `<option value="${escape(each)}">${escape(each)}</option>`)
    .join('');
  return `<label>Why? <select name="feedback">${options}</select></label> `;
}

function cardPart(features: Features): string {
  return features.payment_method_update.enabled
    ? button('new-card', 'Use a new card') +
        button('new-declining-card', 'Use a card that is declined')
    : '';
}

function invoicePart(world: World, session: PortalSession): string {
  const invoices = [...world.book.invoices.values()].filter(
    (each) => each.customer === session.customer && each.status !== 'draft',
  );
  const rows = invoices.map(
    (each) =>
      `<li>${day(each.created)} ${escape(each.number ?? '')}: ${money(each.total, each.currency)}, ${escape(each.status)}</li>`,
  );
  const open = invoices.some((each) => each.status === 'open');
  return `<section><h2>Invoices</h2><ul>${rows.join('')}</ul>${open ? button('pay', 'Pay now') : ''}</section>`;
}

import {
  cancelInPortal,
  changeInPortal,
  payOpenInvoices,
  putNewCard,
  resumeInPortal,
} from '../acts/portal-acts.ts';
import type { FormGroup } from '../http/form-body.ts';
import type { PortalConfiguration, PortalSession } from '../objects/portal.ts';
import type { Subscription } from '../objects/subscription.ts';
import type { World } from '../world.ts';
import type { PageAnswer } from './checkout-page.ts';
import { page } from './html.ts';
import { drawPortal } from './draw-portal.ts';
import { putsOff } from './plan-sums.ts';

const lastsSeconds = 3600;

/** The portal: `form` is what was posted to it, nothing when it is opened. */
export function portalPage(world: World, url: string, form: FormGroup | undefined): PageAnswer {
  world.clock.catchUp();
  const session = [...world.book.portalSessions.values()].find((each) => each.url.endsWith(url));
  const configuration = world.book.portalConfigurations.get(session?.configuration ?? '');
  const gone = session === undefined || world.seconds > session.created + lastsSeconds;
  if (gone || configuration === undefined || !world.book.customers.has(session.customer))
    return { html: page('This page has expired', '') };
  let problem = '';
  if (form !== undefined)
    try {
      problem = play(world, session, configuration, form);
      const after = session.flow?.after_completion.redirect;
      if (problem === '' && after) return { location: after.return_url };
    } catch (error) {
      problem = error instanceof Error ? error.message : 'Something went wrong.';
    }
  return { html: drawPortal(world, session, configuration, problem) };
}

function play(
  world: World,
  session: PortalSession,
  { features }: PortalConfiguration,
  form: FormGroup,
): string {
  const text = (name: string) => {
    const value = form[name];
    return typeof value === 'string' ? value : '';
  };
  const subscription = () => ownSubscription(world, session, text('subscription'));
  switch (form['action']) {
    case 'cancel':
      if (!features.subscription_cancel.enabled) return 'This is not allowed.';
      cancelInPortal(world, subscription(), {
        now: features.subscription_cancel.mode === 'immediately',
        ...(typeof form['feedback'] === 'string' ? { feedback: form['feedback'] } : {}),
      });
      return '';
    case 'resume':
      resumeInPortal(world, subscription());
      return '';
    case 'change':
      if (!features.subscription_update.enabled) return 'This is not allowed.';
      return change(world, subscription(), features, text('price'));
    case 'new-card':
    case 'new-declining-card':
      if (!features.payment_method_update.enabled) return 'This is not allowed.';
      putNewCard(world, session.customer, form['action'] === 'new-card' ? 'good' : 'declines');
      return '';
    case 'pay':
      return payOpenInvoices(world, session.customer).includes('declined')
        ? 'Your card was declined.'
        : '';
    default:
      return 'Nothing was done.';
  }
}

function change(
  world: World,
  subscription: Subscription,
  features: PortalConfiguration['features'],
  id: string,
): string {
  const update = features.subscription_update;
  const price = world.book.prices.get(id);
  const offered = update.products.some((each) => each.prices.includes(id));
  if (price === undefined || !offered) return 'This price is not offered.';
  changeInPortal(world, subscription, price, {
    atPeriodEnd: putsOff(subscription, price, update),
    terms: {
      proration: update.proration_behavior === 'none' ? 'none' : 'always_invoice',
      payment: 'error_if_incomplete',
      trial: update.trial_update_behavior === 'end_trial' ? 'end_trial' : 'continue_trial',
    },
  });
  return '';
}

function ownSubscription(world: World, session: PortalSession, id: string): Subscription {
  const subscription = world.book.subscriptions.get(id);
  if (subscription?.customer !== session.customer)
    throw new Error('There is no such subscription.');
  return subscription;
}

import type { FakeStripe } from '../contract.ts';
import type { FormGroup } from './form-body.ts';

type Control = Pick<FakeStripe, 'checkout' | 'portal' | 'customers' | 'clock'>;

/**
 * What a browser or another process may ask for by POST: `/_fake/checkout/:id/pay`, `/_fake/portal/:id/cancel`,
 * `/_fake/customers/:id/dispute`, `/_fake/clock/advance`. Answers what was done; undefined: there is no such path.
 */
export function control(fake: Control, path: string, form: FormGroup): unknown {
  const [, , group, id = '', act = id] = path.split('/');
  const text = (name: string) => {
    const value = form[name];
    return typeof value === 'string' ? value : undefined;
  };
  switch (group) {
    case 'clock':
      if (act !== 'advance') return undefined;
      fake.clock.advance(Number(text('ms') ?? 0));
      return { now: fake.clock.now() };
    case 'checkout':
      return checkout(fake, act, id, text);
    case 'portal':
      return portal(fake, act, id, text);
    case 'customers':
      return customers(fake, act, id, text);
    default:
      return undefined;
  }
}

type Text = (name: string) => string | undefined;

const done = { done: true };

function checkout({ checkout }: Control, act: string, id: string, text: Text): unknown {
  const code = text('code');
  const form = code === undefined ? {} : { promotionCode: code };
  switch (act) {
    case 'pay':
      return { outcome: checkout.pay(id, form) };
    case 'pay-without-card':
      return { outcome: checkout.pay(id, { ...form, withoutCard: true }) };
    case 'pay-3ds':
      return { outcome: checkout.pay3ds(id, form) };
    case 'confirm-3ds':
      return { outcome: checkout.confirm3ds(id) };
    case 'fail-3ds':
      return { outcome: checkout.fail3ds(id) };
    case 'decline':
      return { outcome: checkout.decline(id) };
    case 'abandon':
      checkout.abandon(id);
      return done;
    case 'pay-later':
      checkout.payLater(id);
      return done;
    case 'end-late-payment':
      checkout.endLatePayment(id, text('how') === 'fails' ? 'fails' : 'arrives');
      return done;
    default:
      return undefined;
  }
}

function portal({ portal }: Control, act: string, id: string, text: Text): unknown {
  switch (act) {
    case 'cancel':
      portal.cancel(id);
      return done;
    case 'cancel-now':
      portal.cancelNow(id);
      return done;
    case 'resume':
      portal.resume(id);
      return done;
    case 'change':
      portal.change(id, text('price') ?? '', { atPeriodEnd: text('at_period_end') === 'true' });
      return done;
    case 'new-card':
      portal.newCard(id);
      return done;
    case 'pay-open':
      return { outcomes: portal.payOpen(id) };
    default:
      return undefined;
  }
}

function customers({ customers }: Control, act: string, id: string, text: Text): unknown {
  const amount = text('amount');
  switch (act) {
    case 'fail-payments':
      customers.failPayments(id);
      return done;
    case 'recover':
      customers.recover(id);
      return done;
    case 'dispute':
      return customers.dispute(id);
    case 'close-dispute':
      customers.closeDispute(id, text('how') === 'won' ? 'won' : 'lost');
      return done;
    case 'refund':
      return customers.refund(id, amount === undefined ? undefined : Number(amount));
    case 'delete':
      customers.delete(id);
      return done;
    default:
      return undefined;
  }
}

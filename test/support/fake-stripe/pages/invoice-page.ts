import { payInvoice } from '../billing/pay-invoice.ts';
import type { FormGroup } from '../http/form-body.ts';
import type { World } from '../world.ts';
import type { PageAnswer } from './checkout-page.ts';
import { alert, button, money, page } from './html.ts';

/** The page of one invoice, where it can be paid with the card on file. `form` is what was posted to it. */
export function invoicePage(world: World, id: string, form: FormGroup | undefined): PageAnswer {
  world.clock.catchUp();
  const invoice = world.book.invoices.get(id);
  const subscription = world.book.subscriptions.get(
    invoice?.parent?.subscription_details.subscription ?? '',
  );
  if (invoice === undefined) return { html: page('There is no such invoice', '') };
  const pays = form !== undefined && invoice.status === 'open';
  const declined =
    pays &&
    subscription !== undefined &&
    payInvoice(world, invoice, subscription, { authenticated: true }) === 'declined';
  const { status } = invoice;
  return {
    html: page(
      `Invoice ${invoice.number ?? ''}`,
      `${alert(declined ? 'Your card was declined.' : '')}<p>${money(invoice.amount_due, invoice.currency)}, ${status}</p>${
        status === 'open' ? button('pay', 'Pay now') : ''
      }`,
    ),
  };
}

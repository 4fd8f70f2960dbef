import type { AccountStage, Star } from './account-stage.ts';
import { type WebAnswer, WebVisitor } from './web-visitor.ts';

/** The page behind a link, whose only form is posted to the link itself. */
export async function shown(web: WebVisitor, link: string): Promise<WebAnswer> {
  const page = await web.get(link);
  return {
    ...page,
    text: page.text.replace('<form method="post">', `<form method="post" action="${link}">`),
  };
}

/** What the forms of a page carry. */
export const tokenOf = ({ text }: WebAnswer) =>
  /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';

/** Where Stripe leads to after a checkout: path and query. */
export function successOf({ fake, url }: AccountStage, location: string): string {
  const session = [...fake.book.sessions.values()].find(({ id }) => location.includes(id));
  if (!session?.success_url) throw new Error('there is no such checkout');
  return session.success_url.slice(url.length);
}

/** A day (epoch ms) as the bot and the page write it for creators, who live by UTC unless they say otherwise. */
export function dayText(at: number, language = 'en'): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}

/** What creators do at their account pages, on the stage that stands at the time. */
export function accountVisits(stage: () => AccountStage) {
  /** A browser in which somebody's account page is open, and the page; by a link of `/plan` unless another is given. */
  const opened = async (star: Star = stage().luna, link?: string) => {
    const web = new WebVisitor(stage().url);
    // Its only button, in whatever language.
    const { location } = await web.press(await shown(web, link ?? (await star.link())), '');
    if (location !== '/account') throw new Error('the link opened nothing');
    return { web, page: await web.get('/account') };
  };
  return {
    opened,
    /** From the page to a paid subscription, or one on trial, and back. */
    subscribed: async (star: Star = stage().luna, price = '€19 a month') => {
      const { web, page } = await opened(star);
      const { location } = await web.press(page, price);
      stage().fake.checkout.pay(location);
      return { web, back: await web.get(successOf(stage(), location)) };
    },
    /** The customer at Stripe of somebody who has opened a page there. */
    customerOf: ({ record }: Star): string => {
      const found = [...stage().fake.book.customers.values()].find(
        ({ metadata }) => metadata['tenant_id'] === record.tenantId,
      );
      if (!found) throw new Error('there is no customer');
      return found.id;
    },
    /** The subscription at Stripe of somebody who has one. */
    subscriptionOf: (star: Star) => {
      const found = [...stage().fake.book.subscriptions.values()].find(
        (each) => each.metadata['tenant_id'] === star.record.tenantId,
      );
      if (!found) throw new Error('nobody subscribed');
      return found;
    },
  };
}

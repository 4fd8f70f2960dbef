import { isOwnPost } from '../rules/is-own-post.ts';
import { isFormToken } from '../rules/secrets.ts';
import type { AccountParts } from '../account-parts.ts';
import { type Visit, visitOf } from '../services/visit.ts';
import { deadEnd, type PageContext, sessionIn } from './answers.ts';
import { senderOf } from './link-pages.ts';

/** A form that somebody posted, or the answer that it gets instead. */
export type Posted =
  | { readonly ok: true; readonly visit: Visit; readonly form: URLSearchParams }
  | { readonly ok: false; readonly answer: Response };

/** Takes a form only from a page of ours, in an open session, with that session's token. */
export async function readPost(parts: AccountParts, context: PageContext): Promise<Posted> {
  const no = async (...[reason]: [Parameters<typeof deadEnd>[2]]) => ({
    ok: false as const,
    answer: await deadEnd(parts, context, reason),
  });
  if (!isOwnPost(senderOf(context), parts.origin())) return no('cross-site');
  const found = await visitOf(parts, sessionIn(context, parts.origin()));
  if (!found.ok) return no(found.reason);
  const form = new URLSearchParams(await context.req.text());
  if (!isFormToken(form.get('token'), found.visit.secret)) return no('wrong-form');
  return { ok: true, visit: found.visit, form };
}

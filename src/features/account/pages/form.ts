import { html } from 'hono/html';
import type { Html } from './layout.ts';

/** How a button looks: the one thing to do, one of several, or nearly text. */
export type ButtonLook = 'main' | 'quiet' | 'plain';

/** A form that is one button. */
export interface FormButton {
  /** Path it is posted to. */
  readonly to: string;
  readonly token: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly look?: ButtonLook;
  /** What the button does, where its text alone would not say it; begins with or holds the text. */
  readonly says?: string;
}

/** A button that posts. */
export function formButton(
  { to, token, fields = {}, look = 'main', says }: FormButton,
  text: Html | string,
): Html {
  return html`<form method="post" action="${to}"><input type="hidden" name="token" value="${token}">${Object.entries(
    fields,
  ).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button class="${look}"${says === undefined ? '' : html` aria-label="${says}"`}>${text}</button></form>`;
}

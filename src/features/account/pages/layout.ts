import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { style } from './style.ts';

/** A piece of a page; what was put into it is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What is around every page. */
export interface Frame {
  /** IETF tag. */
  readonly language: string;
  /** Of the window. */
  readonly title: string;
  /** Whose page it is, and a link; absent where nobody is known. */
  readonly top?: {
    readonly name: string;
    readonly link?: { readonly url: string; readonly text: string };
  };
}

const mark =
  raw(`<svg viewBox="0 0 32 32" aria-hidden="true"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1">
<stop offset="0" stop-color="#7a6cf5"/><stop offset="1" stop-color="#e0569b"/></linearGradient></defs>
<rect width="32" height="32" rx="10" fill="url(#g)"/><path d="M8 21.5c4.5 0 4-11 8-11s3.5 11 8 11" fill="none" stroke="#fff"
stroke-width="2.6" stroke-linecap="round"/><circle cx="8" cy="21.5" r="2.6" fill="#fff"/><circle cx="24" cy="21.5" r="2.6" fill="#fff"/></svg>`);

/** A whole page. Nothing in it needs a script, and nothing comes from elsewhere. */
export function layout({ language, title, top }: Frame, body: Html): Html {
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<header>${mark}<p dir="auto">${top ? top.name : 'Fanline'}</p>${top?.link ? html`<a href="${top.link.url}">${top.link.text}</a>` : ''}</header>
${body}
</body>
</html>
`;
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur']);

function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-', 1)[0] ?? '') ? 'rtl' : 'ltr';
}

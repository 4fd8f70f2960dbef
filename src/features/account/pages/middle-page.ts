import { html } from 'hono/html';
import { type Frame, type Html, layout } from './layout.ts';

/** A page that says one thing. */
export interface Middle extends Omit<Frame, 'title'> {
  readonly sign: string;
  readonly title: string;
  readonly text: string;
  /** More of it, one thing a line. */
  readonly lines?: readonly string[];
  /** What can be done: links and buttons. */
  readonly doing?: readonly Html[];
}

/** A page that says one thing and offers one or two ways on. */
export function middlePage({ sign, title, text, lines = [], doing = [], ...frame }: Middle): Html {
  return layout(
    { ...frame, title },
    html`<main><section class="middle"><div class="mark" aria-hidden="true">${sign}</div><h1>${title}</h1><p>${text}</p>${
      lines.length === 0
        ? ''
        : html`<ul class="has">${lines.map((line) => html`<li>${line}</li>`)}</ul>`
    }${doing}</section></main>`,
  );
}

/** A link that looks like a button. */
export function linkButton(href: string, text: string, look: 'main' | 'quiet' = 'main'): Html {
  return html`<a class="button ${look}" href="${href}">${text}</a>`;
}

/** A whole page around some HTML. */
export function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><style>body{font:16px system-ui;max-width:32em;margin:2em auto;padding:0 1em}
form{margin:.5em 0}button{font:inherit;padding:.4em .8em}[role=alert]{color:#a00}</style></head>
<body><h1>${escape(title)}</h1>${body}</body></html>`;
}

/** A button that posts an action to the page it stands on. */
export function button(action: string, label: string, fields = '', disabled = false): string {
  return `<form method="post">${fields}<button name="action" value="${escape(action)}"${disabled ? ' disabled' : ''}>${escape(label)}</button></form>`;
}

/** A hidden field. */
export function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`;
}

/** What went wrong, at the top of a page. */
export function alert(text: string): string {
  return text === '' ? '' : `<p role="alert">${escape(text)}</p>`;
}

/** Cents as people read them. */
export function money(cents: number, currency: string): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(cents / 100);
}

/** Epoch seconds as a day. */
export function day(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** Text that stands safely in HTML, attributes included. */
export function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

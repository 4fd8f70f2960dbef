/** An answer, read to its end. */
export interface WebAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where it leads; empty: nowhere. */
  readonly location: string;
}

/** A browser of one person as far as tests need it: it keeps cookies and says where its requests come from. */
export class WebVisitor {
  readonly #origin: string;
  readonly cookies = new Map<string, string>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  async get(path: string, init: { readonly method?: string } = {}): Promise<WebAnswer> {
    return await this.#ask(path, { method: init.method ?? 'GET' });
  }

  /** Posts a form from a page of the site itself, unless `headers` say otherwise. */
  async post(
    path: string,
    form: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = {
      'Sec-Fetch-Site': 'same-origin',
      Origin: this.#origin,
    },
  ): Promise<WebAnswer> {
    return await this.#ask(path, { method: 'POST', body: new URLSearchParams(form), headers });
  }

  /** Presses the button with this text, as the page has it. */
  async press(page: WebAnswer, text: string): Promise<WebAnswer> {
    const forms = [
      ...page.text.matchAll(/<form method="post"(?: action="([^"]*)")?>(.*?)<\/form>/gs),
    ];
    const form = forms.find(([, , inside]) => inside?.replaceAll(/<[^>]*>/g, '').includes(text));
    if (!form) throw new Error(`There is no button ${text}.`);
    const fields = [...(form[2] ?? '').matchAll(/name="([^"]*)" value="([^"]*)"/g)];
    return await this.post(
      form[1] ?? '',
      Object.fromEntries(fields.map(([, name, value]) => [name, value])),
    );
  }

  async #ask(path: string, init: RequestInit): Promise<WebAnswer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, this.#origin), {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(set) ?? [];
      if (/max-age=0/i.test(set)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return {
      status: answer.status,
      headers: answer.headers,
      text: await answer.text(),
      location: answer.headers.get('location') ?? '',
    };
  }
}

/** What a person reads of a page. */
export function readable({ text }: WebAnswer): string {
  return text
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

import type { OwnUrlFault } from '#src/core/llm.ts';
import { refuse, type Result } from '#src/core/result.ts';

/** Why an address cannot be taken: for its form, or for where it leads. */
export type AddressRefusal = OwnUrlFault | 'credentials' | 'query';

/**
 * Reads the address of an endpoint as people copy it: without https:// in front, or with the path of a call at its end. Its
 * host is looked at by whoever asks; user, password, query and fragment are refused, since they may be secrets.
 */
export function readAddress(typed: string): Result<{ url: string }, AddressRefusal> {
  const text = typed.trim();
  if (text === '' || text.length > 500 || /\s/u.test(text)) return refuse('malformed');
  const whole = /^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return refuse('malformed');
  const url = new URL(whole);
  if (url.username || url.password) return refuse('credentials');
  if (url.search || url.hash) return refuse('query');
  if (!/[.:]|^localhost$/u.test(url.hostname)) return refuse('malformed');
  const path = url.pathname.replace(/\/+$/u, '').replace(/\/(chat\/)?completions$/u, '');
  return { ok: true, url: `${url.origin}${path.replace(/\/+$/u, '')}` };
}

/** Reads the name of a model: 200 visible characters at most, no spaces. */
export function readModel(typed: string): Result<{ model: string }, 'malformed'> {
  const model = typed.trim();
  return /^[\x21-\x7e]{1,200}$/u.test(model) ? { ok: true, model } : refuse('malformed');
}

/** Reads a key: 500 visible characters of ASCII at most, since it becomes a header. */
export function readKey(typed: string): Result<{ apiKey: string }, 'spaces' | 'malformed'> {
  const apiKey = typed.trim();
  if (/\s/u.test(apiKey)) return refuse('spaces');
  return /^[\x21-\x7e]{1,500}$/u.test(apiKey) ? { ok: true, apiKey } : refuse('malformed');
}

/**
 * Whether a text is by itself what a key of any provider may look like: only to be asked where one is expected, since other
 * things look the same. Names of models do, too; addresses do not. There are keys of letters alone (`hf_` and letters), of two
 * halves with a dot between them, and gateways take a JWT, whose three parts may be long.
 */
export function looksLikeKey(typed: string): boolean {
  const text = typed.trim();
  if (!/^[A-Za-z0-9_+=./:-]{16,4096}$/u.test(text) || isAddress(text)) return false;
  return (
    /(?=.*\d)(?=.*[A-Za-z])/u.test(text) ||
    /^[A-Za-z]{24,500}$/u.test(text) ||
    /^[A-Za-z]{2,6}_[A-Za-z_-]{13,}$/u.test(text)
  );
}

/** Whether this is meant as an address, and no key with a dot or a colon in it: it has a scheme, a port, or a host that ends as hosts do. */
function isAddress(text: string): boolean {
  const [host = '', port] = text.split('/', 1)[0]?.split(':') ?? [];
  return (
    /^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ||
    /^\d{2,5}$/u.test(port ?? '') ||
    /^(localhost|\d{1,3}(\.\d{1,3}){3}|.+\.([A-Za-z]?[a-z]{1,17}|[A-Z]{2,18}|xn--[a-z0-9-]+))$/u.test(
      host,
    )
  );
}

/**
 * Whether a text holds what looks like a key of a provider (Groq, xAI, Hugging Face, OpenAI and those who took over its form):
 * such a text goes to nobody, whatever it was meant for.
 */
export function holdsKey(text: string): boolean {
  return /(?<![A-Za-z0-9/.])((?:gsk|hf)_[A-Za-z0-9]{20,}|xai-[A-Za-z0-9]{20,}|sk-[A-Za-z0-9_-]{20,})/u.test(
    text,
  );
}

import { Violation } from '../api-error.ts';
import type { Json } from '../state.ts';
import { methodParams, type ParamKind } from './method-params.ts';
import type { RawParams } from './request-body.ts';

/**
 * Parameters that Telegram has and the sandbox does not play. Refused, so that no test passes because of something that
 * did nothing.
 */
const unplayed = new Set([
  'direct_messages_topic_id',
  'ephemeral_message_parameters',
  'suggested_post_parameters',
  'rich_message',
  'inline_message_id',
]);

/**
 * Reads a request's parameters by the method's list: unknown ones, missing ones and ones of the wrong kind are refused
 * (Telegram itself ignores unknown ones, which hides mistakes). Throws a {@link Violation}.
 */
export function checkParams(method: string, raw: RawParams): Json {
  const specs = methodParams.get(method);
  if (specs === undefined) throw new Violation(`the sandbox does not know the method ${method}`);
  const out: Json = {};
  for (const [name, value] of Object.entries(raw.values)) {
    const spec = specs.get(name);
    // An upload needs a name of its own; what refers to it is checked.
    if (spec === undefined && raw.uploads.has(name)) continue;
    if (spec === undefined) throw new Violation(`unknown parameter "${name}" in ${method}`);
    if (value === null || value === undefined) continue;
    const read = raw.isText && typeof value === 'string' ? fromText(spec.kind, value) : value;
    if (!fits(spec.kind, read))
      throw new Violation(`wrong type of parameter "${name}" in ${method}`);
    if (unplayed.has(name)) throw new Violation(`the sandbox does not play parameter "${name}"`);
    out[name] = read;
  }
  for (const [name, spec] of specs)
    if (spec.required && out[name] === undefined)
      throw new Violation(`parameter "${name}" of ${method} is missing`);
  return out;
}

function fits(kind: ParamKind, value: unknown): boolean {
  switch (kind) {
    case 'i':
      return Number.isSafeInteger(value);
    case 'f':
      return Number.isFinite(value);
    case 'b':
      return typeof value === 'boolean';
    case 's':
    case 'F':
      return typeof value === 'string';
    case 'c':
      return typeof value === 'string' || Number.isSafeInteger(value);
    case 'a':
      return Array.isArray(value);
    case 'j':
      return typeof value === 'object' && !Array.isArray(value);
  }
}

function fromText(kind: ParamKind, text: string): unknown {
  switch (kind) {
    case 'i':
    case 'f':
      return text.trim() === '' ? text : Number(text);
    case 'b':
      return { true: true, false: false, 1: true, 0: false }[text.toLowerCase()] ?? text;
    case 'a':
    case 'j':
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return text;
      }
    default:
      return text;
  }
}

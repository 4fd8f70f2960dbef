import type { FormGroup } from './form-body.ts';
import { invalid } from './stripe-error.ts';

/** Metadata of any resource. */
export type Metadata = Record<string, string>;

/** Parameters of a request, read by name and kind. What has the wrong kind is refused as Stripe refuses it. */
export class Params {
  readonly values: FormGroup;
  readonly #path: string;

  constructor(values: FormGroup, path = '') {
    this.values = values;
    this.#path = path;
  }

  has(name: string): boolean {
    return this.values[name] !== undefined;
  }

  /** True where the value is there and empty, which unsets it. */
  unsets(name: string): boolean {
    return this.values[name] === '';
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    if (value === undefined || value === '') return undefined;
    if (typeof value !== 'string') throw invalid(`Invalid string: ${name}`, this.#name(name));
    return value;
  }

  need(name: string): string {
    const value = this.text(name);
    if (value === undefined)
      throw invalid(
        `Missing required param: ${this.#name(name)}.`,
        this.#name(name),
        'parameter_missing',
      );
    return value;
  }

  number(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (!/^-?\d+(\.\d+)?$/.test(value))
      throw invalid(`Invalid integer: ${value}`, this.#name(name), 'parameter_invalid_integer');
    return Number(value);
  }

  flag(name: string): boolean | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (value !== 'true' && value !== 'false')
      throw invalid(`Invalid boolean: ${value}`, this.#name(name));
    return value === 'true';
  }

  /** One of a few words. */
  word<W extends string>(name: string, words: readonly W[]): W | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const found = words.find((word) => word === value);
    if (found === undefined)
      throw invalid(
        `Invalid ${this.#name(name)}: must be one of ${words.join(', ')}`,
        this.#name(name),
      );
    return found;
  }

  group(name: string): Params | undefined {
    const value = this.values[name];
    if (value === undefined || value === '') return undefined;
    if (typeof value !== 'object' || Array.isArray(value))
      throw invalid(`Invalid object`, this.#name(name));
    return new Params(value, this.#name(name));
  }

  groups(name: string): Params[] {
    const value = this.values[name];
    if (value === undefined || value === '') return [];
    if (!Array.isArray(value)) throw invalid('Invalid array', this.#name(name));
    return value.map((each, place) => {
      if (typeof each !== 'object' || Array.isArray(each))
        throw invalid('Invalid object', this.#name(name));
      return new Params(each, `${this.#name(name)}[${place}]`);
    });
  }

  texts(name: string): string[] {
    const value = this.values[name];
    if (value === undefined || value === '') return [];
    if (!Array.isArray(value)) throw invalid('Invalid array', this.#name(name));
    return value.filter((each) => typeof each === 'string');
  }

  /** What was there with what the request sets, and without what it empties. */
  metadata(before: Metadata = {}): Metadata {
    if (this.unsets('metadata')) return {};
    const group = this.group('metadata');
    const merged = { ...before };
    for (const [name, value] of Object.entries(group?.values ?? {})) {
      if (typeof value !== 'string') throw invalid('Metadata values must be strings', 'metadata');
      if (value === '') Reflect.deleteProperty(merged, name);
      else merged[name] = value;
    }
    return merged;
  }

  #name(name: string): string {
    return this.#path === '' ? name : `${this.#path}[${name}]`;
  }
}

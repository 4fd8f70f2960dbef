import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A field of a type or a parameter of a method, as the schema file has it. */
export interface SchemaField {
  name: string;
  /** `Integer`, `Float`, `String`, `Boolean`, `True`, `InputFile`, a type's name, or `Array of X`. */
  types: string[];
  required: boolean;
  /** The only values there are. */
  enum?: (string | number)[];
}

interface SchemaFile {
  version: string;
  methods: Record<string, { name: string; returns: string[]; fields: SchemaField[] }>;
  types: Record<string, { name: string; fields?: SchemaField[]; subtypes?: string[] }>;
}

/** Finds what is wrong with a value; `path` names the place. */
type Check = (value: unknown, path: string, problems: string[]) => void;

/** The schema lies outside the repository and need not be there. */
export const schemaPath = fileURLToPath(
  new URL('../../../../shared/data/telegram/bot-api.json', import.meta.url),
);

let loaded: BotApiSchema | undefined;

/** The Bot API's schema where it is present, read once. */
export function loadSchema(): BotApiSchema | undefined {
  if (loaded === undefined && existsSync(schemaPath))
    loaded = new BotApiSchema(JSON.parse(readFileSync(schemaPath, 'utf8')) as SchemaFile);
  return loaded;
}

/** Checks requests, answers and updates against the Bot API's schema, nested objects included. */
export class BotApiSchema {
  readonly version: string;
  readonly #file: SchemaFile;
  readonly #types = new Map<string, Check>();
  readonly #requests = new Map<string, Check>();

  constructor(file: SchemaFile) {
    this.#file = file;
    this.version = file.version;
  }

  hasMethod(method: string): boolean {
    return this.#file.methods[method] !== undefined;
  }

  parametersOf(method: string): readonly SchemaField[] {
    return this.#file.methods[method]?.fields ?? [];
  }

  /** What does not fit in a request, nothing when all does. */
  requestProblems(method: string, params: unknown): string[] {
    let check = this.#requests.get(method);
    if (check === undefined) {
      check = this.#object(this.parametersOf(method));
      this.#requests.set(method, check);
    }
    const problems: string[] = [];
    check(params, method, problems);
    return problems;
  }

  /** What does not fit in a method's result. */
  resultProblems(method: string, result: unknown): string[] {
    return this.problems(this.#file.methods[method]?.returns ?? [], result, `${method} result`);
  }

  /** What does not fit one of these types. */
  problems(types: readonly string[], value: unknown, path: string): string[] {
    const problems: string[] = [];
    this.#oneOf(types)(value, path, problems);
    return problems;
  }

  #type(name: string): Check {
    const known = this.#types.get(name);
    if (known !== undefined) return known;
    // A type may contain itself: look the check up when it is used.
    this.#types.set(name, (value, path, problems) =>
      this.#types.get(name)?.(value, path, problems),
    );
    const check = this.#compile(name);
    this.#types.set(name, check);
    return check;
  }

  #compile(name: string): Check {
    const element = /^Array of (.+)$/.exec(name)?.[1];
    if (element !== undefined) return arrayOf(this.#type(element));
    const simple = simpleTypes[name];
    if (simple !== undefined)
      return (value, path, problems) => {
        if (!simple(value)) problems.push(`${path} is no ${name}`);
      };
    const type = this.#file.types[name];
    if (type === undefined) throw new Error(`The schema lacks the type ${name}.`);
    if (type.subtypes !== undefined) return this.#oneOf(type.subtypes);
    return this.#object(type.fields ?? []);
  }

  /** The alternative with the fewest problems tells what is wrong. */
  #oneOf(types: readonly string[]): Check {
    // An album's parts may be of several kinds; which go together is for the method to say.
    const elements = types
      .map((type) => /^Array of (.+)$/.exec(type)?.[1])
      .filter((each) => each !== undefined);
    if (types.length > 1 && elements.length === types.length) return arrayOf(this.#oneOf(elements));
    const checks = types.map((type) => this.#type(type));
    const [only] = checks;
    if (checks.length === 1 && only !== undefined) return only;
    return (value, path, problems) => {
      let best: string[] | undefined;
      for (const check of checks) {
        const found: string[] = [];
        check(value, path, found);
        if (found.length === 0) return;
        if (best === undefined || found.length < best.length) best = found;
      }
      problems.push(...(best ?? []));
    };
  }

  #object(list: readonly SchemaField[]): Check {
    const fields = new Map(
      list.map((field) => [field.name, { ...field, check: this.#field(field) }]),
    );
    const required = list.filter((field) => field.required).map((field) => field.name);
    return (value, path, problems) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        problems.push(`${path} is no object`);
        return;
      }
      const record = value as Record<string, unknown>;
      for (const name of required)
        if (record[name] === undefined) problems.push(`${path}.${name} is missing`);
      for (const name in record) {
        const each = record[name];
        if (each === undefined) continue;
        const field = fields.get(name);
        if (field === undefined) problems.push(`${path}.${name} is unknown`);
        else field.check(each, `${path}.${name}`, problems);
      }
    };
  }

  #field(field: SchemaField): Check {
    // Compiled on first use: the types refer to one another in circles.
    let compiled: Check | undefined;
    const lazy: Check = (value, path, problems) => {
      compiled ??= this.#oneOf(field.types);
      compiled(value, path, problems);
    };
    // Telegram answers REACTION_INVALID to a wrong emoji; that is for the method to say.
    if (field.enum === undefined || (field.name === 'emoji' && field.enum.length > 10)) return lazy;
    const values = new Set(field.enum);
    return (value, path, problems) => {
      lazy(value, path, problems);
      const wrong = (each: unknown) => typeof each !== 'object' && !values.has(each as string);
      if (Array.isArray(value) ? value.some(wrong) : wrong(value))
        problems.push(`${path} has a value that is not allowed`);
    };
  }
}

function arrayOf(element: Check): Check {
  return (value, path, problems) => {
    if (!Array.isArray(value)) problems.push(`${path} is no array`);
    else for (const [index, each] of value.entries()) element(each, `${path}[${index}]`, problems);
  };
}

const simpleTypes: Record<string, (value: unknown) => boolean> = {
  Integer: (value) => Number.isSafeInteger(value),
  Float: (value) => Number.isFinite(value),
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  True: (value) => value === true,
  InputFile: (value) => typeof value === 'string' && value.startsWith('attach://'),
};

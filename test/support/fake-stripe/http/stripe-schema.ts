import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import type { FormGroup } from './form-body.ts';

type Json = Record<string, unknown>;

interface Operation {
  requestBody?: { content: Record<string, { schema: Json }> };
  'x-query'?: Json;
  responses: { 200?: { content: Record<string, { schema: Json }> } };
}

interface SchemaFile {
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json> };
  'x-webhook-events': Record<string, string>;
}

/** The schema lies outside the repository and need not be there. */
export const stripeSchemaPath = fileURLToPath(
  new URL('../../../../../shared/data/stripe/openapi-subset.json', import.meta.url),
);

let loaded: StripeSchema | undefined;

/** Stripe's API as the SDK's types describe it, where the file is present; read once. */
export function loadStripeSchema(): StripeSchema | undefined {
  if (loaded === undefined && existsSync(stripeSchemaPath))
    loaded = new StripeSchema(JSON.parse(readFileSync(stripeSchemaPath, 'utf8')) as SchemaFile);
  return loaded;
}

/** Checks requests, answers and events. Unknown fields are wrong; open enums take other words. */
export class StripeSchema {
  readonly version: string;
  readonly #file: SchemaFile;
  // Form values are texts, so requests are read with coercion; answers are taken as they are.
  readonly #requests: Ajv;
  readonly #answers: Ajv;
  readonly #checks = new Map<string, ValidateFunction>();

  constructor(file: SchemaFile) {
    this.#file = file;
    this.version = file.info.version;
    const document = { $id: 'stripe', components: { schemas: strict(file.components.schemas) } };
    const options = {
      strict: false,
      inlineRefs: false,
      validateSchema: false,
      code: { optimize: false },
    };
    this.#requests = new Ajv({ ...options, coerceTypes: true });
    this.#answers = new Ajv(options);
    for (const ajv of [this.#requests, this.#answers]) ajv.addSchema(document);
  }

  /** Whether Stripe sends events of this type, as far as the schema knows. */
  hasEvent(type: string): boolean {
    return this.#file['x-webhook-events'][type] !== undefined;
  }

  /** What does not fit in a request to `path`, as the routes write it (`/v1/customers/{id}`). */
  requestProblems(method: string, path: string, params: FormGroup): string[] {
    const operation = this.#operation(method, path);
    if (operation === undefined) return [`${method} ${path} is not in the schema`];
    const [body] = Object.values(operation.requestBody?.content ?? {});
    const schema = body?.schema ?? operation['x-query'];
    if (schema === undefined)
      return Object.keys(params).map((name) => `${method} ${path} takes no ${name}`);
    const check = this.#check(this.#requests, `> ${method} ${path}`, schema);
    return problemsOf(check, structuredClone(params), `${method} ${path}`);
  }

  /** What does not fit in its answer. */
  answerProblems(method: string, path: string, answer: unknown): string[] {
    const [body] = Object.values(this.#operation(method, path)?.responses[200]?.content ?? {});
    if (body === undefined) return [];
    const check = this.#check(this.#answers, `< ${method} ${path}`, body.schema);
    return problemsOf(check, answer, `answer of ${method} ${path}`);
  }

  /** What does not fit in an event; of its resource, too, where the schema knows the type. */
  eventProblems(event: { type: string; data: { object: unknown } }): string[] {
    const name = this.#file['x-webhook-events'][event.type];
    if (name === undefined) return [];
    const resource = this.#check(this.#answers, name, reference(name));
    const whole = this.#check(this.#answers, 'event', reference('event'));
    return [
      ...problemsOf(whole, event, `event ${event.type}`),
      ...problemsOf(resource, event.data.object, `event ${event.type}`),
    ];
  }

  #operation(method: string, path: string): Operation | undefined {
    // The file names path parameters as the SDK does; the routes number theirs.
    const key = path.replaceAll(/\{\w+\}/g, '{id}');
    return this.#file.paths[key]?.[method.toLowerCase()];
  }

  #check(ajv: Ajv, name: string, schema: Json): ValidateFunction {
    let check = this.#checks.get(name);
    if (check === undefined) {
      check = ajv.compile(strict(schema) as Json);
      this.#checks.set(name, check);
    }
    return check;
  }
}

function problemsOf(check: ValidateFunction, value: unknown, where: string): string[] {
  if (check(value)) return [];
  // Within anyOf every alternative complains; the first complaint is enough to find the place.
  const [first] = check.errors ?? [];
  const what = first?.params['additionalProperty'] as string | undefined;
  return [`${where}${first?.instancePath ?? ''} ${first?.message ?? ''} ${what ?? ''}`.trim()];
}

const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** The file's dialect as plain JSON Schema: `nullable` spelled out, and no properties but the named ones. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest } = schema as Json;
  const plain: Json = {};
  for (const [name, value] of Object.entries(rest)) {
    if (typeof value === 'string' && (name === 'description' || name === 'format')) continue;
    if (name.startsWith('x-')) continue;
    plain[name] =
      name === 'properties'
        ? Object.fromEntries(
            Object.entries(value as Json).map(([key, each]) => [key, strict(each)]),
          )
        : name === '$ref'
          ? `stripe${String(value)}`
          : strict(value);
  }
  if (isClosed(plain)) plain['additionalProperties'] = false;
  return nullable === true ? { anyOf: [plain, { type: 'null' }] } : plain;
}

function isClosed(schema: Json): boolean {
  return (
    schema['type'] === 'object' &&
    schema['properties'] !== undefined &&
    schema['additionalProperties'] === undefined
  );
}

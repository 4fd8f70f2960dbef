import type { Host } from './model-traits.ts';
import type { TokensField } from './openai-adapter.ts';

/** What is known of an endpoint by its address. */
export interface Endpoint {
  /** Whose models run there; elsewhere the same name may mean anything. */
  readonly host: Host;
  readonly tokensField: TokensField;
}

const knownHosts: ReadonlyMap<string, Host> = new Map([
  ['api.x.ai', 'xai'],
  ['api.groq.com', 'groq'],
]);

/** Hosts whose newer models refuse `max_tokens`; simple servers know nothing else. */
const newFieldHosts: ReadonlySet<string> = new Set(['api.openai.com', 'api.x.ai', 'api.groq.com']);

/** What can be expected at this base URL. */
export function endpointOf(baseUrl: string): Endpoint {
  const { hostname } = new URL(baseUrl);
  return {
    host: knownHosts.get(hostname) ?? 'any',
    tokensField: newFieldHosts.has(hostname) ? 'max_completion_tokens' : 'max_tokens',
  };
}

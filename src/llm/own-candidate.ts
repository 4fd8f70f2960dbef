import { createHash } from 'node:crypto';
import type { Clock } from '#src/core/clock.ts';
import type { TenantId } from '#src/core/ids.ts';
import type { OwnProvider } from '#src/core/llm.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Candidate } from './candidate.ts';
import type { Way } from './limited-fetch.ts';
import { endpointOf } from './endpoint-of.ts';
import { traitsOf } from './model-traits.ts';
import { openaiAdapter } from './openai-adapter.ts';
import { checkOwnUrl } from './own-url.ts';
import { noPrice } from './prices.ts';

/**
 * A creator's own model, ready to be asked; refuses an address that must not be called, and what cannot be a key. Its circuit
 * is this tenant's alone, also where two have the same key: what one asks for says nothing of what another does.
 */
export function ownCandidate(
  tenantId: TenantId,
  { baseUrl: given, apiKey, model }: OwnProvider,
  allowPrivateUrls: boolean,
  way: Way,
  clock: Clock,
): Result<{ candidate: Candidate }, 'forbidden-url' | 'rejected-key'> {
  const checked = checkOwnUrl(given, allowPrivateUrls);
  if (!checked.ok) return refuse('forbidden-url');
  // Else the header itself would be refused.
  if (!/^[\x21-\x7e]{1,500}$/.test(apiKey)) return refuse('rejected-key');
  const { baseUrl } = checked;
  const { host, tokensField } = endpointOf(baseUrl);
  const circuit = createHash('sha256')
    .update(`${tenantId}\n${baseUrl}\n${apiKey}`)
    .digest('base64url');
  return {
    ok: true,
    candidate: {
      provider: 'own',
      model,
      traits: traitsOf(host, model),
      price: noPrice,
      adapter: openaiAdapter({ apiKey, baseUrl }, way, clock, tokensField),
      circuit,
      own: true,
    },
  };
}

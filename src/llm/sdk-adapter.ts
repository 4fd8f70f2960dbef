import type { Clock } from '#src/core/clock.ts';
import type { ModelCall, ProviderAdapter } from './adapter.ts';
import { faultOfError } from './fault-of-error.ts';
import { readCompletion } from './read-completion.ts';
import { readModels } from './read-models.ts';
import { readStream } from './read-stream.ts';

/** Ours end a call long before; this is for the case that a client should hang by itself. */
export const clientTimeoutMs = 60_000;

/** A vendor's client, as far as it is used. Both functions reject with the client's own errors. */
export interface SdkClient {
  /** Asks; the answer's body is not read yet. */
  complete(call: ModelCall): Promise<Response>;
  /** What stands under `data` of the list of models. */
  models(signal: AbortSignal): Promise<unknown>;
}

/**
 * A provider by its client, which is loaded with the first call. What a stream and an answer in one piece mean is told apart
 * by the answer: endpoints that know no streams give the latter when asked for the former.
 */
export function sdkAdapter(load: () => Promise<SdkClient>, clock: Clock): ProviderAdapter {
  let loading: Promise<SdkClient> | null = null;
  const client = () => (loading ??= load());

  return {
    async complete(call) {
      try {
        const response = await (await client()).complete(call);
        const requestId = response.headers.get('x-request-id');
        const streamed = response.headers.get('content-type') === 'text/event-stream';
        return streamed && response.body
          ? await readStream(response.body, requestId, call.onText)
          : readCompletion(await response.json(), requestId);
      } catch (error) {
        return faultOfError(error, clock.now());
      }
    },
    async models(signal) {
      try {
        return readModels(await (await client()).models(signal));
      } catch (error) {
        return faultOfError(error, clock.now());
      }
    },
  };
}

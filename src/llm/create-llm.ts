import type { Llm, LlmRequest, LlmResult } from '#src/core/llm.ts';
import type { Services } from '#src/core/services.ts';
import { askChain } from './ask-chain.ts';
import type { Candidate } from './candidate.ts';
import { createCircuits } from './circuits.ts';
import { createFairQueue } from './fair-queue.ts';
import { endpointOf } from './endpoint-of.ts';
import { type LlmConfig, type LlmLimits, toldProvider, usualLimits } from './llm-config.ts';
import { createManners } from './manners.ts';
import { traitsOf } from './model-traits.ts';
import { ownCandidate } from './own-candidate.ts';
import { checkOwnUrl } from './own-url.ts';
import { dearestOf, priceOf } from './prices.ts';
import { probeMs, probeOwn } from './probe-own.ts';
import { providerAdapters } from './provider-adapters.ts';
import { startTimeLimit } from './time-limit.ts';
import { openWays } from './ways.ts';

/** The port with its connections. */
export interface OpenLlm extends Llm {
  /** Ends what is under way as cancelled, and closes all connections. */
  close(): Promise<void>;
}

/** Makes the port to the configured providers. Connects to nothing, and loads no client, before it is asked. */
export function createLlm(
  config: LlmConfig,
  services: Pick<Services, 'clock' | 'random' | 'log'>,
  limits: LlmLimits = usualLimits,
): OpenLlm {
  const { clock } = services;
  const ways = openWays(limits.answerBytes, config.allowPrivateUrls);
  const adapters = providerAdapters(config, ways.providers, clock);
  const remembered = () => ({ circuits: createCircuits(), manners: createManners() });
  const parts = { services, ...remembered(), attemptMs: limits.attemptMs };
  // Apart, so that no number of broken own keys makes what is known of the installation's forgotten.
  const ownParts = { ...parts, ...remembered() };
  const queue = createFairQueue(limits.most, limits.mostPerTenant);
  // As many questions are put together as may be asked: more would wait in the queue until their time is over.
  const rooms = createFairQueue(limits.most, limits.mostPerTenant);
  const ownQueue = createFairQueue(limits.mostOwn, limits.mostOwnPerTenant);
  const closing = new AbortController();
  const configured = [...config.models.draft, ...config.models.cheap];
  const ordered = configured.map(({ provider }) => provider);

  const candidatesFor = (purpose: LlmRequest['purpose']): Candidate[] =>
    config.models[purpose].flatMap(({ provider, model }) => {
      const adapter = adapters.get(provider);
      const access = config.access[provider];
      if (!adapter || !access) return [];
      const host = provider === 'compatible' ? endpointOf(access.baseUrl).host : provider;
      return [
        {
          provider: toldProvider(provider, access),
          model,
          traits: traitsOf(host, model),
          price: priceOf(config.prices, { provider, model }),
          adapter,
          circuit: provider,
          own: false,
        },
      ];
    });

  return {
    providers: [...new Set(ordered)].flatMap((provider) => {
      const access = config.access[provider];
      return access ? [toldProvider(provider, access)] : [];
    }),
    dearest: dearestOf(config.prices, configured),

    own: {
      checkUrl: (url) => checkOwnUrl(url, config.allowPrivateUrls),

      async probe(tenantId, own, signal) {
        const made = ownCandidate(tenantId, own, config.allowPrivateUrls, ways.own, clock);
        if (!made.ok) return { ok: false, reason: made.reason, models: [] };
        const { candidate } = made;
        const cancelled = AbortSignal.any([signal, closing.signal]);
        const limit = startTimeLimit(clock, probeMs, cancelled);
        const leave = await ownQueue.enter(tenantId, limit.signal);
        try {
          if (!leave) return { ok: false, reason: limit.over() ?? 'deadline', models: [] };
          const probe = await probeOwn(candidate, services.random, limit, limits);
          services.log.info('llm.own-probed', {
            tenantId,
            outcome: probe.ok ? 'ok' : probe.reason,
          });
          if (probe.ok) ownParts.circuits.forget(candidate.circuit, candidate.model);
          return probe;
        } finally {
          leave?.();
          limit.end();
        }
      },
    },

    async room(tenantId, signal) {
      const cancelled = AbortSignal.any([signal, closing.signal]);
      const limit = startTimeLimit(clock, limits.roomMs, cancelled);
      const leave = await rooms.enter(tenantId, limit.signal);
      limit.end();
      return leave;
    },

    async chat(tenantId, request, options): Promise<LlmResult> {
      const { signal, deadlineMs, allowed, own, onText } = options;
      const mayAsk = (provider: string) => allowed?.includes(provider) ?? true;
      const ownOne = own && ownCandidate(tenantId, own, config.allowPrivateUrls, ways.own, clock);
      if (ownOne && !ownOne.ok) return { ok: false, reason: ownOne.reason, tries: [] };
      const candidates = (ownOne ? [ownOne.candidate] : candidatesFor(request.purpose)).filter(
        ({ provider }) => mayAsk(provider),
      );
      if (candidates.length === 0) return { ok: false, reason: 'not-configured', tries: [] };

      const cancelled = AbortSignal.any([signal, closing.signal]);
      const limit = startTimeLimit(clock, deadlineMs ?? limits.deadlineMs, cancelled);
      const leave = await (own ? ownQueue : queue).enter(tenantId, limit.signal);
      try {
        if (!leave) return { ok: false, reason: limit.over() ?? 'deadline', tries: [] };
        return await askChain(own ? ownParts : parts, candidates, request, limit, onText);
      } finally {
        leave?.();
        limit.end();
      }
    },

    async close() {
      closing.abort();
      await ways.close();
    },
  };
}

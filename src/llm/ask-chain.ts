import type { LlmFault, LlmRequest, LlmResult, LlmTry } from '#src/core/llm.ts';
import type { Services } from '#src/core/services.ts';
import { type CallOutcome, failed, type ModelCall } from './adapter.ts';
import type { Candidate } from './candidate.ts';
import type { Circuits, Pass } from './circuits.ts';
import { estimateUsage } from './estimate-usage.ts';
import { type Extras, extrasOf, mannerAfter, mayBeForExtras } from './manner.ts';
import type { Manners } from './manners.ts';
import { nextTry } from './next-try.ts';
import { costOf } from './prices.ts';
import type { TimeLimit } from './time-limit.ts';

/** What asking needs. */
export interface ChainParts {
  readonly services: Pick<Services, 'clock' | 'random' | 'log'>;
  readonly circuits: Circuits;
  readonly manners: Manners;
  /** Time limit of one call, in ms. */
  readonly attemptMs: number;
}

/** With less time than this a call would only cost money. */
const leastCallMs = 300;

/**
 * Asks one model after another until one answers. What a provider refuses for its content is not offered to the next; one that
 * refuses how it was asked is asked plainly, and what it refused is remembered once that helped.
 * Without any answer the reason is that of the model asked last, or of its circuit.
 */
export async function askChain(
  parts: ChainParts,
  candidates: readonly Candidate[],
  request: LlmRequest,
  limit: TimeLimit,
  onText?: (soFar: string) => void,
): Promise<LlmResult> {
  const { clock, random } = parts.services;
  const tries: LlmTry[] = [];
  let reason: LlmFault = 'down';
  for (const [place, candidate] of candidates.entries()) {
    const { circuit, model, traits } = candidate;
    let manner = parts.manners.of(circuit, model, clock.steady());
    /** What a call was refused for, perhaps. */
    let refused: Extras | null = null;
    for (let made = 1; ; made += 1) {
      const over = limit.over() ?? (limit.leftMs() < leastCallMs ? 'deadline' : null);
      if (over) return { ok: false, reason: over, tries };
      const pass = parts.circuits.enter(circuit, model, clock.steady());
      if (typeof pass === 'string') {
        reason = pass;
        break;
      }
      const call = { model, traits, request, manner, onText };
      const outcome = await makeTry(parts, candidate, call, limit, pass, tries);
      if (outcome.ok) {
        if (refused) parts.manners.learn(circuit, model, mannerAfter(refused), clock.steady());
        return answered(candidate, request, outcome, tries);
      }
      reason = outcome.fault;
      if (reason === 'cancelled' || reason === 'refused') return { ok: false, reason, tries };
      const extras = extrasOf(manner, traits, { request, listens: onText !== undefined });
      const next = nextTry(outcome, {
        made,
        leftMs: limit.leftMs(),
        hasNext: place + 1 < candidates.length,
        extras: mayBeForExtras(manner, extras),
        jitter: (random.bytes(1)[0] ?? 0) / 255,
      });
      if (!next) break;
      if (next.plain) {
        // JSON that came out wrong says nothing of what the endpoint takes.
        refused = outcome.mayCost ? null : extras;
        manner = 'plain';
      }
      await limit.wait(next.waitMs);
    }
  }
  return { ok: false, reason, tries };
}

/** One call with its own time limit, noted down in `tries`, in its circuit and in the log. */
async function makeTry(
  { services: { clock, log }, attemptMs }: ChainParts,
  candidate: Candidate,
  call: Omit<ModelCall, 'signal'>,
  limit: TimeLimit,
  pass: Pass,
  tries: LlmTry[],
): Promise<CallOutcome> {
  const { provider, model, price, own } = candidate;
  const startedAt = clock.steady();
  const full = limit.leftMs() >= attemptMs;
  let open = true;
  const { onText: given } = call;
  // What an adapter says after its call has ended is not passed on.
  const onText = given && ((soFar: string) => open && given(soFar));
  if (tries.length > 0) onText?.('');
  const outcome = await limit.within(attemptMs, (signal, ended) =>
    Promise.race([
      // Listens first, so that why it ended is known before the client says that it did.
      ended.then((why) =>
        failed(why, { blame: full && why === 'deadline' ? 'provider' : 'request', mayCost: true }),
      ),
      candidate.adapter.complete({ ...call, onText, signal }),
    ]),
  );
  open = false;
  const now = clock.steady();
  const ms = Math.round(now - startedAt);
  const usage =
    outcome.usage ?? (!outcome.ok && outcome.mayCost ? estimateUsage(call.request) : null);
  tries.push({
    provider,
    model,
    outcome: outcome.ok ? 'ok' : outcome.fault,
    usage: outcome.usage,
    costMicroUsd: usage ? costOf(price, usage) : 0,
    ms,
  });
  const logged = { provider, model: own ? 'own' : model };
  if (outcome.ok || outcome.fault === 'cancelled') {
    log.debug('llm.called', { ...logged, outcome: outcome.ok ? 'ok' : outcome.fault, ms });
  } else {
    log.warn('llm.call-failed', { ...logged, outcome: outcome.fault, ms });
  }
  const change = pass.settle(outcome, now);
  if (change === 'opened' && !outcome.ok) {
    log.warn('llm.provider-rests', { provider, outcome: outcome.fault });
  }
  if (change === 'closed') log.info('llm.provider-back', { provider });
  return outcome;
}

function answered(
  { provider, model, price }: Candidate,
  request: LlmRequest,
  { text, requestId, usage }: CallOutcome & { ok: true },
  tries: LlmTry[],
): LlmResult {
  const used = usage ?? estimateUsage(request, text);
  // Where the provider does not count, the answer's length does.
  if (!usage) {
    const last = tries.pop();
    if (last) tries.push({ ...last, costMicroUsd: costOf(price, used) });
  }
  return { ok: true, answer: { text, provider, model, requestId, usage: used }, tries };
}

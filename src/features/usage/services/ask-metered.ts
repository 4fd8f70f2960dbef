import { errorCode } from '#src/core/error-code.ts';
import type { LlmOptions, LlmRequest, LlmResult, LlmTry } from '#src/core/llm.ts';
import { refuse, type Result } from '#src/core/result.ts';
import { whileItHolds } from '#src/core/while-it-holds.ts';
import { type AllowedProviders, isSameAccess } from '#src/features/consent/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import { notYetKnown, type Spent, spentOf } from '../rules/spent-of.ts';
import type { UsageStanding } from '../rules/standing.ts';
import { reserveUsage, settleUsage, type UsageWish } from './use-model.ts';

/** How soon a call is given up that may not be made any more. It takes some queries, for each of many calls at one time. */
const lookEveryMs = 1_000;

/** Keeps what leaves the box, each in a transaction of its own. */
export interface ReceiptKeeper {
  /** Writes it down before the first call; false: whom it is about is gone, so nothing may leave. */
  open(tx: Tx, spent: Spent): Promise<boolean>;
  /** Writes down what came of it. Null: nothing left. It may be gone together with whom it is about. */
  close(tx: Tx, spent: Spent | null): Promise<void>;
}

/** What a model is asked for, with one reservation and one receipt. */
export interface MeteredWork extends Pick<UsageWish, 'feature' | 'promptChars' | 'maxTokens'> {
  /** For whom the question was made. */
  readonly allowed: AllowedProviders;
  /** Who may be asked now: looked up in the transaction before each call, once a second during it, and once more after. */
  readonly mayAsk: (reader: Reader) => Promise<Result<AllowedProviders, string>>;
  readonly receipt: ReceiptKeeper;
}

/**
 * Asks once. `withdrawn`: others or nobody may be asked by now; a call that was under way was given up and its answer thrown
 * away. Throws when the preparation's signal is aborted: nobody waits any more, or the program stops.
 */
export type Ask = (
  request: LlmRequest,
  options?: Pick<LlmOptions, 'deadlineMs' | 'onText'>,
) => Promise<LlmResult | { readonly ok: false; readonly reason: 'withdrawn' }>;

/** What a metered work may use. */
type MeteredPreparation = Pick<
  Preparation,
  'tenantId' | 'services' | 'signal' | 'read' | 'transact'
>;

/**
 * Reserves, lets ask, and settles; whatever became of it, each call that was made is in the usage and in the receipt.
 * `drafted`: whether a draft came of it. Where that cannot be written down the log says so; the answer counts nevertheless.
 */
export async function metered<T>(
  work: MeteredWork,
  preparation: MeteredPreparation,
  use: (ask: Ask) => Promise<{ readonly value: T; readonly drafted: boolean }>,
): Promise<
  Result<{ readonly value: T; readonly standing: UsageStanding }, 'not-configured' | 'used-up'>
> {
  const { tenantId, services, signal, read, transact } = preparation;
  const { allowed, receipt } = work;
  const { llm, clock } = services;
  if (!llm) return refuse('not-configured');
  const { feature, promptChars, maxTokens } = work;
  const keyOwner = allowed.own ? 'own' : 'platform';
  const { dearest } = llm;
  const wish = { tenantId, feature, keyOwner, promptChars, maxTokens, dearest } as const;
  const reserved = await reserveUsage(services, wish);
  if (!reserved.ok) return refuse('used-up');
  const tries: LlmTry[] = [];
  let requestId: string | null = null;
  let drafted = false;
  let isOpen = false;
  let underWay = false;
  const mayAsk = async (reader: Reader): Promise<boolean> => {
    const now = await work.mayAsk(reader);
    return now.ok && isSameAccess(now, allowed);
  };
  const ask: Ask = async (request, options = {}) => {
    const may = await transact(async (tx) => {
      if (!(await mayAsk(tx))) return false;
      return isOpen || (await receipt.open(tx, notYetKnown(allowed)));
    });
    if (!may) return refuse('withdrawn');
    isOpen = true;
    underWay = true;
    const result = await whileItHolds(
      () => read(mayAsk),
      { clock, signal, everyMs: lookEveryMs },
      async (given) =>
        await llm.chat(tenantId, request, {
          ...options,
          signal: given,
          allowed: allowed.providers,
          ...(allowed.own ? { own: allowed.own.provider } : {}),
        }),
    );
    underWay = false;
    tries.push(...(result?.tries ?? []));
    signal.throwIfAborted();
    if (!result || !(await read(mayAsk))) return refuse('withdrawn');
    if (result.ok) ({ requestId } = result.answer);
    return result;
  };
  try {
    const used = await use(ask);
    ({ drafted } = used);
    return { ok: true, value: used.value, standing: reserved.reservation.standing };
  } finally {
    // What cannot be written down is no reason to throw an answer away and pay for another: the receipt stays as it was opened,
    // and so does the reservation until it expires.
    const orLog = (event: string) => (error: unknown) =>
      services.log.error(event, { tenantId, feature, code: errorCode(error) });
    // Of a call that threw nobody knows what it was: then the receipt stays as it was opened, too.
    if (isOpen && !underWay) {
      await transact((tx) => receipt.close(tx, spentOf(tries, allowed))).catch(
        orLog('usage.receipt-not-closed'),
      );
    }
    await settleUsage(services, reserved.reservation, { tries, drafted, requestId }).catch(
      orLog('usage.not-settled'),
    );
  }
}

/** Asks a model once. No draft comes of it. */
export async function askMetered(
  {
    request,
    deadlineMs,
    ...work
  }: Omit<MeteredWork, 'promptChars' | 'maxTokens'> & {
    readonly request: LlmRequest;
    /** Over all tries, in ms. */
    readonly deadlineMs: number;
  },
  preparation: MeteredPreparation,
): Promise<
  Result<
    { readonly result: Awaited<ReturnType<Ask>>; readonly standing: UsageStanding },
    'not-configured' | 'used-up'
  >
> {
  const { maxTokens } = request;
  const asked = await metered(
    { ...work, maxTokens, promptChars: charsOf(request.messages) },
    preparation,
    async (ask) => ({ value: await ask(request, { deadlineMs }), drafted: false }),
  );
  if (!asked.ok) return asked;
  return { ok: true, result: asked.value, standing: asked.standing };
}

/** Characters of all messages of a prompt. */
export function charsOf(messages: LlmRequest['messages']): number {
  return messages.reduce((sum, { content }) => sum + content.length, 0);
}

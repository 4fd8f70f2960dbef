import type { TenantId } from '#src/core/ids.ts';
import type { Result } from '#src/core/result.ts';

/** One message of a prompt. */
export interface LlmMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** What a model is asked for. Never logged: it holds what people wrote. */
export interface LlmRequest {
  /** Which of a provider's models: the one that writes drafts, or a cheap one for summaries and facts. */
  readonly purpose: 'draft' | 'cheap';
  readonly messages: readonly LlmMessage[];
  /** Tokens of the answer, with room for what a model thinks before. */
  readonly maxTokens: number;
  /** JSON schema that the answer fits; strict where the model can do that, else checked by whoever asks. */
  readonly schema?: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> };
}

/** Tokens of one call. */
export interface LlmUsage {
  readonly in: number;
  /** Of `in`: read from the provider's cache. */
  readonly cached: number;
  readonly out: number;
  /** Of `out`: thought, not written. */
  readonly reasoning: number;
}

/** What a token costs at most, in millionths of a US dollar: of a prompt, and of an answer. */
export interface TokenPrice {
  readonly in: number;
  readonly out: number;
}

/**
 * Why a call, or all of them, gave no answer.
 *
 * - `cancelled`: nobody waits any more. `deadline`: its time was over.
 * - `unreachable`: no connection, or one that ended in the middle. `forbidden-url`: an own endpoint must not lie there.
 * - `refused`: for what it says. `too-large`: the question has too many tokens.
 * - `rejected-key`: wrong, or its money is used up. `no-such-model`: or a retired one. `flooded`: too many calls.
 * - `junk`: not what was asked for, or not whole. `empty`: no words. `down`: the provider's own fault.
 */
export type LlmFault =
  | 'cancelled'
  | 'deadline'
  | 'unreachable'
  | 'forbidden-url'
  | 'refused'
  | 'rejected-key'
  | 'no-such-model'
  | 'too-large'
  | 'flooded'
  | 'junk'
  | 'empty'
  | 'down';

/** One call that was made. What it cost counts, whatever became of it. */
export interface LlmTry {
  readonly provider: string;
  readonly model: string;
  readonly outcome: 'ok' | LlmFault;
  /** Null where the provider did not say. */
  readonly usage: LlmUsage | null;
  /** Millionths of a US dollar; an estimate where the provider did not say; 0 with a creator's own key. */
  readonly costMicroUsd: number;
  readonly ms: number;
}

/** What a model answered. */
export interface LlmAnswer {
  readonly text: string;
  readonly provider: string;
  readonly model: string;
  /** The provider's id of the call. */
  readonly requestId: string | null;
  readonly usage: LlmUsage;
}

/** How asking ended, with every call that was made for it. */
export type LlmResult =
  | { readonly ok: true; readonly answer: LlmAnswer; readonly tries: readonly LlmTry[] }
  | {
      readonly ok: false;
      readonly reason: LlmFault | 'not-configured';
      readonly tries: readonly LlmTry[];
    };

/** A creator's own access to a provider that speaks OpenAI's Chat Completions. */
export interface OwnProvider {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
}

/** How one question is asked. */
export interface LlmOptions {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Over all tries; 8,000 unless given. */
  readonly deadlineMs?: number;
  /** Names of providers that may be asked (`own` among them); unless given, all. */
  readonly allowed?: readonly string[];
  /** Goes before the installation's providers, which are not asked where it is given. */
  readonly own?: OwnProvider;
  /**
   * Wants the answer as it grows: called with all of its text so far, as it came and unchecked; with an empty text where
   * another try begins. Whatever it was called with, only the result counts. Not called any more once `chat` has resolved.
   */
  readonly onText?: (soFar: string) => void;
}

/**
 * Stands before the host in the name of an endpoint that the operator brought: whoever runs it is not known here, and another host is
 * another provider.
 */
export const compatiblePrefix = 'compatible:';

/** Why an address cannot be that of a creator's own endpoint. `port`: another than that of https. */
export type OwnUrlFault = 'malformed' | 'not-https' | 'port' | 'private';

/**
 * What a creator's own endpoint showed when it was tried: it answers, gives JSON and reads a whole prompt, or what is
 * wrong. `short-context`: it does not read to the beginning. `models`: some that it offers, where that helps and it tells.
 */
export type OwnProbe =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: LlmFault | 'no-json' | 'short-context';
      readonly models: readonly string[];
    };

/** What it takes to set up a creator's own endpoint. */
export interface OwnEndpoints {
  /** Looks at an address without connecting to it; the base URL has no slash at its end. */
  checkUrl(url: string): Result<{ readonly baseUrl: string }, OwnUrlFault>;
  /**
   * Asks it three short questions, whatever its circuit says; one that answered well is asked again at once. Takes half a
   * minute at most; every outcome is a value.
   */
  probe(tenantId: TenantId, own: OwnProvider, signal: AbortSignal): Promise<OwnProbe>;
}

/** The providers behind one port. Knows no feature; prompts are built where they are needed. */
export interface Llm {
  /** Names of the installation's providers (`groq`, `xai`, `compatible:<host>`), in the order in which they are asked; empty: none is configured. */
  readonly providers: readonly string[];
  /** Of the installation's models, whichever answers; nothing where there are none. */
  readonly dearest: TokenPrice;
  /** Absent where creators cannot bring endpoints of their own. */
  readonly own?: OwnEndpoints;
  /**
   * Resolves once a call with the installation's keys would not wait for others, so that a question is put together no
   * sooner; null: there was no room in time, or the signal was aborted before. What it gives is called when the answer is
   * there. Tenants have their turn. Absent where any number of calls may be made.
   */
  room?(tenantId: TenantId, signal: AbortSignal): Promise<(() => void) | null>;
  /** Asks; every outcome is a value. Calls of one tenant never hold up those of others. */
  chat(tenantId: TenantId, request: LlmRequest, options: LlmOptions): Promise<LlmResult>;
}

import type { BotState, Json } from '../state.ts';
import type { World } from '../world.ts';

/** A file in the body of a request. */
export interface Upload {
  fileName: string;
  mimeType: string;
  bytes: Buffer;
}

/** One request of a bot, parsed and checked against the list of parameters. */
export interface Call {
  world: World;
  bot: BotState;
  params: Json;
  /** By the name after `attach://`. */
  uploads: ReadonlyMap<string, Upload>;
  /** Registers what to do when the caller hangs up before the answer. */
  onAbort: (giveUp: () => void) => void;
}

/** Carries out one Bot API method and returns its `result`, or throws an ApiError. */
export type Method = (call: Call) => unknown;

/** A text parameter. */
export function textParam(call: Call, name: string): string | undefined {
  const value = call.params[name];
  return typeof value === 'string' ? value : undefined;
}

/** A number parameter. */
export function numberParam(call: Call, name: string): number | undefined {
  const value = call.params[name];
  return typeof value === 'number' ? value : undefined;
}

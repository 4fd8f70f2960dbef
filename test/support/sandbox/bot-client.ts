import { Api, GrammyError } from 'grammy';
import type { Sandbox, SandboxBot } from './contract.ts';

/** A real client of the Bot API, as the product uses it, for one bot of a sandbox. */
export function clientOf(sandbox: Pick<Sandbox, 'url'>, bot: Pick<SandboxBot, 'token'>): Api {
  return new Api(bot.token, { apiRoot: sandbox.url });
}

/** How a call was refused, as `400 Bad Request: …`. Throws when it was not refused. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof GrammyError) return `${error.error_code} ${error.description}`;
    throw error;
  }
  throw new Error('The call was not refused.');
}

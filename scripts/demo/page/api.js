/** @import { Act, People, Screen } from '../../../test/support/sandbox/screen.ts' */

/**
 * @param {string} path
 * @param {RequestInit} [init]
 * @returns {Promise<unknown>}
 */
async function call(path, init) {
  const response = await fetch(path, init).catch(() => {
    throw new Error('The demo does not answer. Is it still running?');
  });
  const body = await response.json().catch(() => undefined);
  if (!response.ok) throw new Error(reason(body) ?? `The demo answered ${response.status}.`);
  return body;
}

/**
 * @param {unknown} body
 * @returns {string | undefined}
 */
function reason(body) {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
  return typeof body.error === 'string' ? body.error : undefined;
}

/**
 * @param {string} path
 * @param {unknown} body
 */
async function post(path, body) {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const answer = await call(path, init);
  const failed = typeof answer === 'object' && answer !== null && 'ok' in answer && !answer.ok;
  if (failed) throw new Error(reason(answer) ?? 'That did not work.');
}

/**
 * Whose phones these are. Rejects with a sentence for the person when the demo does not answer, as all calls here do.
 *
 * @returns {Promise<{ creatorId: number, botId: number, hint?: string }>}
 */
export async function getDemo() {
  return /** @type {{ creatorId: number, botId: number, hint?: string }} */ (
    await call('/demo.json')
  );
}

/**
 * Everybody in the sandbox.
 *
 * @returns {Promise<People>}
 */
export async function getPeople() {
  return /** @type {People} */ (await call('/sandbox/people'));
}

/**
 * What one person sees now.
 *
 * @param {number} user
 * @returns {Promise<Screen>}
 */
export async function getScreen(user) {
  return /** @type {Screen} */ (await call(`/sandbox/screen?user=${user}`));
}

/**
 * Does what a person does on the phone. Rejects with Telegram's reason when it is refused.
 *
 * @param {Act} act
 */
export async function act(act) {
  await post('/sandbox/act', act);
}

/**
 * The person opens the bot and presses Start.
 *
 * @param {number} user
 * @param {number} bot
 */
export async function start(user, bot) {
  await post('/sandbox/start', { user, bot });
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Act, PersonView, Screen } from '#test/support/sandbox/screen.ts';
import type { DemoFan, DemoStep } from './demo-fan.ts';

/** What `playFans` needs. */
export interface PlayOptions {
  /** Where the sandbox listens. */
  sandboxUrl: string;
  /** The bot that the fans write to. */
  botId: number;
  fans: readonly DemoFan[];
  /** Ends the play early; that is no error. */
  signal: AbortSignal;
  /** Waits between steps; tests pass their own. Rejects when the signal fires. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** How a fan's story went. A person who blocks the bot on the fan's phone ends the story: the sandbox then refuses. */
export type StoryOutcome =
  | { ok: true; fan: PersonView }
  | { ok: false; reason: 'aborted' }
  | { ok: false; reason: 'refused'; error: string };

/**
 * Plays the fans' stories side by side through the sandbox's control routes, at the pace of people. Resolves when all
 * have ended; rejects when the sandbox cannot be reached.
 */
export function playFans(options: PlayOptions): Promise<StoryOutcome[]> {
  return Promise.all(options.fans.map((fan) => playFan(options, fan)));
}

async function playFan(options: PlayOptions, fan: DemoFan): Promise<StoryOutcome> {
  const { signal, botId } = options;
  const wait = options.wait ?? ((ms, stop) => sleep(ms, undefined, { signal: stop }));
  try {
    await wait(fan.joinsAfterMs, signal);
    const { firstName, lastName, username, languageCode } = fan;
    const person = await post<PersonView>(options, 'users', {
      firstName,
      ...(lastName !== undefined && { lastName }),
      username,
      languageCode,
    });
    await post(options, 'start', { user: person.id, bot: botId });
    const labels = new Map<string, number>();
    for (const step of fan.story) {
      await wait(step.afterMs, signal);
      const act = await actOf(options, person.id, step, labels);
      if (!act) continue;
      const done = await post<{ messageIds?: number[] }>(options, 'act', act);
      const first = done.messageIds?.[0];
      if (step.do === 'send' && step.label !== undefined && first !== undefined) {
        labels.set(step.label, first);
      }
    }
    return { ok: true, fan: person };
  } catch (error) {
    if (signal.aborted) return { ok: false, reason: 'aborted' };
    if (error instanceof Refusal) return { ok: false, reason: 'refused', error: error.message };
    throw error;
  }
}

/** The sandbox's no to something that a person did. */
class Refusal extends Error {}

/** The step as an act, or undefined when there is nothing yet to react to. */
async function actOf(
  options: PlayOptions,
  user: number,
  step: DemoStep,
  labels: ReadonlyMap<string, number>,
): Promise<Act | undefined> {
  const screen = await get<Screen>(options, `screen?user=${user}`);
  const chat = screen.chats.find(
    ({ bots, type }) => type === 'private' && bots[0]?.id === options.botId,
  );
  if (!chat) throw new Error('The fan has no chat with the bot');
  const where = { user, chat: chat.chatId };
  switch (step.do) {
    case 'send': {
      const { text, entities, files, location, answers } = step;
      return {
        ...where,
        do: 'send',
        ...(answers !== undefined && { replyTo: labelled(labels, answers) }),
        ...(text !== undefined && { text }),
        ...(entities && { entities }),
        ...(files && { files: files() }),
        ...(location && { location }),
      };
    }
    case 'edit':
      return { ...where, do: 'edit', message: labelled(labels, step.label), text: step.text };
    case 'react': {
      const newest = chat.messages.findLast((message) => message.from.id === options.botId);
      return newest && { ...where, do: 'react', message: newest.messageId, emoji: [step.emoji] };
    }
  }
}

function labelled(labels: ReadonlyMap<string, number>, label: string): number {
  const id = labels.get(label);
  if (id === undefined) throw new Error(`The story names "${label}" before it was sent`);
  return id;
}

async function get<T>({ sandboxUrl, signal }: PlayOptions, route: string): Promise<T> {
  return read<T>(await fetch(`${sandboxUrl}/sandbox/${route}`, { signal }));
}

async function post<T>(
  { sandboxUrl, signal }: PlayOptions,
  route: string,
  body: unknown,
): Promise<T> {
  const response = await fetch(`${sandboxUrl}/sandbox/${route}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  return read<T>(response);
}

async function read<T>(response: Response): Promise<T> {
  const body = (await response.json()) as T & { ok?: boolean; error?: string };
  if (!response.ok || body.ok === false) {
    throw new Refusal(body.error ?? `The sandbox answered ${response.status}`);
  }
  return body;
}

import type { ChatId, ChatMessageId } from '#src/core/ids.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { Answer, FanMessage, History } from '#test/model/history.ts';
import type { Effect } from '#test/support/simulation/effects.ts';
import type { Simulation } from '#test/support/simulation/simulation.ts';

/** What is wrong after a run that has become quiet; nothing, if all is well. */
export async function problemsOf(simulation: Simulation, history: History): Promise<string[]> {
  const { tenant, telegram } = simulation;
  return await simulation.read(tenant, async (reader) => [
    ...telegram.violations,
    ...(await updateProblems(reader, simulation)),
    ...(await deskProblems(reader, simulation, history)),
    ...(await replyProblems(reader, simulation, history)),
    ...orderProblems(simulation, history),
  ]);
}

/** Every acknowledged update is stored exactly once, and done or parked. */
async function updateProblems(reader: Reader, { tenant, telegram }: Simulation): Promise<string[]> {
  const rows = await reader.db.selectFrom('stored_update').select(['update_id', 'state']).execute();
  const states = new Map<number, string[]>();
  for (const row of rows)
    states.set(row.update_id, [...(states.get(row.update_id) ?? []), row.state]);
  const problems: string[] = [];
  for (const id of [...tenant.delivery.acknowledged, ...telegram.polled]) {
    const found = states.get(id) ?? [];
    if (found.length !== 1) problems.push(`update ${id} is stored ${found.length} times`);
    if (found[0] !== 'done') problems.push(`update ${id} is ${found[0]}`);
  }
  return problems;
}

/** Every fan message is at the desk, repeats are marked, and its newest version is what stands there. */
async function deskProblems(
  reader: Reader,
  simulation: Simulation,
  history: History,
): Promise<string[]> {
  const problems: string[] = [];
  for (const message of history.fanMessages) {
    const fan = simulation.tenant.fans[message.fan];
    const stored = await messageAt(reader, fan?.id ?? 0, message.messageId);
    if (!stored) {
      problems.push(`${message.token} was never stored`);
      continue;
    }
    const mayFail = history.refusedAtDesk && stored.delivery === 'failed';
    if (stored.delivery !== 'delivered' && stored.delivery !== 'merged' && !mayFail) {
      problems.push(`${message.token} ended as ${stored.delivery}`);
    }
    if (message.wordless || mayFail) continue;
    const shown = simulation.telegram.effects.filter((effect) => shows(effect, message.token));
    const atDesk = shown.filter(({ chatId }) => isDesk(simulation, chatId));
    if (shown.length > atDesk.length) problems.push(`${message.token} went to a fan`);
    if (atDesk.length === 0) problems.push(`${message.token} never came to the desk`);
    const unmarked = atDesk.filter((effect) => !isMarked(effect));
    if (unmarked.length > 1) {
      problems.push(`${message.token} came ${unmarked.length} times without a mark`);
    }
    problems.push(...(await staleProblems(reader, simulation, { message, id: stored.id })));
  }
  return problems;
}

async function staleProblems(
  reader: Reader,
  simulation: Simulation,
  { message, id }: { message: FanMessage; id: number },
): Promise<string[]> {
  const desk = await reader.db
    .selectFrom('desk')
    .select('chat_id')
    .where('active', '=', 1)
    .executeTakeFirst();
  const links = await reader.db
    .selectFrom('message_link')
    .select('chat_message_id')
    .where('message_id', '=', id as never)
    .where('side', '=', 'desk')
    .where('role', '=', 'copy')
    .where('chat_id', '=', desk?.chat_id ?? (0 as ChatId))
    .execute();
  const texts = links.flatMap((link) => {
    const text = textAt(simulation, desk?.chat_id ?? 0, link.chat_message_id);
    return text === undefined ? [] : [text];
  });
  if (texts.length === 0 || texts.some((text) => text.includes(message.newest))) return [];
  return [
    `the desk shows an old version of ${message.token}: ${texts.map((t) => t.slice(0, 40)).join(' | ')}`,
  ];
}

/** replies = delivered + failed + unknown (+ taken back); the unknown and failed are told; no fan gets one twice. */
async function replyProblems(
  reader: Reader,
  simulation: Simulation,
  history: History,
): Promise<string[]> {
  const problems: string[] = [];
  for (const answer of history.answers) {
    const stored = await messageAt(reader, answer.chatId, answer.messageId);
    const about = simulation.telegram.effects.filter(
      ({ chatId, replyTo }) => chatId === answer.chatId && replyTo === answer.messageId,
    );
    if (!stored) {
      // Possible where the desk shows a message whose answer was lost: the creator hears that it reached nobody.
      // Unless the topic in which it was written is gone with it.
      const there = textAt(simulation, answer.chatId, answer.messageId) !== undefined;
      if (there && !about.some(({ text }) => saysFirst(text, 'threads-answer-'))) {
        problems.push(`${answer.token} vanished without a word`);
      }
      continue;
    }
    const shown = simulation.telegram.effects.filter((effect) => shows(effect, answer.token));
    const fan = simulation.tenant.fans[answer.fan];
    if (shown.some(({ chatId }) => chatId !== fan?.id))
      problems.push(`${answer.token} went elsewhere`);
    if (shown.length > 1 + answer.retries) {
      problems.push(`${answer.token} came ${shown.length} times to the fan`);
    }
    const told = await wasTold(reader, simulation, stored.id);
    problems.push(...fateProblems(answer, stored.delivery, { shown, told }, simulation));
    if (stored.delivery === 'delivered' && !answer.wordless && shown.length > 0) {
      const copies = shown.map(({ messageId }) => textAt(simulation, fan?.id ?? 0, messageId));
      const there = copies.filter((text) => text !== undefined);
      // Whom the creator cannot reach, an edit cannot either; that is said.
      const refused = about.some(({ text }) => text === 'threads-edit-failed');
      if (there.length > 0 && !refused && !there.some((text) => text.includes(answer.newest))) {
        problems.push(`the fan sees an old version of ${answer.token}: ${there[0]?.slice(0, 40)}`);
      }
    }
  }
  return problems;
}

/** Whether the creator saw a sentence about a failure of this answer. */
async function wasTold(reader: Reader, simulation: Simulation, id: number): Promise<boolean> {
  const notices = await reader.db
    .selectFrom('message_link')
    .select(['chat_id', 'chat_message_id'])
    .where('message_id', '=', id as never)
    .where('role', '=', 'notice')
    .execute();
  return notices.some(({ chat_id: chat, chat_message_id: at }) =>
    simulation.telegram.effects.some(
      ({ chatId, messageId, text }) =>
        chatId === chat && messageId === at && saysFirst(text, 'threads-failed'),
    ),
  );
}

/** Whether a text at the desk begins so, but for the mark of a possible repeat. */
function saysFirst(text: string, key: string): boolean {
  return text.replace(/^threads-mark-repeated\n/, '').startsWith(key);
}

function fateProblems(
  answer: Answer,
  delivery: string,
  { shown, told }: { shown: readonly Effect[]; told: boolean },
  simulation: Simulation,
): string[] {
  switch (delivery) {
    case 'delivered':
      if (answer.wordless) return [];
      return shown.length > 0 ? [] : [`${answer.token} counts as delivered and is not`];
    case 'failed':
    case 'unknown':
      return told ? [] : [`nobody told that ${answer.token} is ${delivery}`];
    case 'withdrawn': {
      const left = shown.filter(
        ({ chatId, messageId }) => textAt(simulation, chatId, messageId) !== undefined,
      );
      return left.length > 0 && !told ? [`${answer.token} is taken back and still there`] : [];
    }
    default:
      return [`${answer.token} ended as ${delivery}`];
  }
}

/** What one person wrote to another in one chat arrives in its order: first showings, albums and repeats aside. */
function orderProblems(simulation: Simulation, history: History): string[] {
  const { effects } = simulation.telegram;
  const problems: string[] = [];
  const check = (what: string, tokens: readonly string[], chatId: number) => {
    const first = tokens.flatMap((token) => {
      const at = effects.findIndex(
        (effect) => effect.chatId === chatId && shows(effect, token) && !isMarked(effect),
      );
      return at < 0 ? [] : [{ token, at }];
    });
    const wrong = first.find(({ at }, index) => index > 0 && at < (first[index - 1]?.at ?? 0));
    if (wrong) problems.push(`${what}: ${wrong.token} came too early`);
  };
  for (const [fan, user] of simulation.tenant.fans.entries()) {
    const written = history.fanMessages.filter((message) => message.fan === fan && !message.album);
    const answers = history.answers.filter(
      (answer) => answer.fan === fan && !answer.album && answer.retries === 0,
    );
    for (const chatId of [simulation.tenant.creator.id, simulation.tenant.forum.id]) {
      if (!history.refusedAtDesk) {
        check(
          `fan ${fan} at desk ${chatId}`,
          written.map(({ token }) => token),
          chatId,
        );
      }
      const here = answers.filter((answer) => answer.chatId === chatId);
      check(
        `answers of ${chatId} to fan ${fan}`,
        here.map(({ token }) => token),
        user.id,
      );
    }
  }
  return problems;
}

async function messageAt(reader: Reader, chatId: number, messageId: number) {
  return await reader.db
    .selectFrom('message_link')
    .innerJoin('message', 'message.id', 'message_link.message_id')
    .select(['message.id', 'message.delivery'])
    .where('message_link.chat_id', '=', chatId as ChatId)
    .where('message_link.chat_message_id', '=', messageId as ChatMessageId)
    .where('message_link.role', '=', 'origin')
    .executeTakeFirst();
}

function textAt({ telegram, tenant }: Simulation, chatId: number, messageId: number) {
  const { world } = telegram;
  const user = world.users.get(chatId);
  const chat =
    chatId === tenant.forum.id ? tenant.forum : user && world.privateChat(tenant.bot, user);
  const content = chat?.messages.get(messageId)?.content;
  if (!content) return undefined;
  return 'entities' in content ? content.text : '';
}

function shows(effect: Effect, token: string): boolean {
  // A card tells the last messages again, and says so.
  if (effect.text.includes('cards-last-messages')) return false;
  return effect.text.split(/\s/).includes(token);
}

function isMarked({ text, buttons }: Effect): boolean {
  return /threads-mark-(?:repeated|edited)/.test(`${text} ${buttons}`);
}

function isDesk({ tenant }: Simulation, chatId: number): boolean {
  return chatId === tenant.creator.id || chatId === tenant.forum.id;
}

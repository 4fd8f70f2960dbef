import type { FileInput } from '#test/support/sandbox/screen.ts';
import { deleteTopic } from '#test/support/sandbox/methods/forum.ts';
import { block, edit, react, send, tap, unblock } from '#test/support/sandbox/people.ts';
import type { MessageState, UserState } from '#test/support/sandbox/state.ts';
import type { Simulation, SimulatedTenant } from '#test/support/simulation/simulation.ts';
import type { Answer, FanMessage, History } from '#test/model/history.ts';
import type { Operation, Written } from '#test/model/operation.ts';

/** Carries out operations on a simulation. One that cannot be carried out (nothing to edit, …) does nothing. */
export class Play {
  readonly history: History = { fanMessages: [], answers: [], refusedAtDesk: false };
  readonly #simulation: Simulation;
  #counter = 0;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  async step(operation: Operation): Promise<void> {
    await this.#carryOut(operation);
    await this.#simulation.settle();
    // Whoever ended it, a new process takes over.
    await this.#simulation.start();
  }

  async #carryOut(operation: Operation): Promise<void> {
    const { telegram, tenant, clock } = this.#simulation;
    switch (operation.op) {
      case 'write':
        return this.#write(operation.fan, operation.what);
      case 'edit':
        return this.#edit(newest(this.history.fanMessages, operation.nth));
      case 'answer':
        return this.#answer(operation.nth, operation.what);
      case 'edit-answer':
        return this.#editAnswer(newest(this.history.answers, operation.nth));
      case 'take-back':
        return this.#takeBack(newest(this.history.answers, operation.nth));
      case 'react':
        return this.#react(operation.who, operation.nth, operation.emoji);
      case 'done':
        return this.#tap(operation.nth, 'Done');
      case 'retry':
        return this.#retry(operation.nth);
      case 'deliver':
        return await this.#simulation.deliver({
          twice: operation.how === 'twice',
          deaf: operation.how === 'deaf',
        });
      case 'fault':
        if (operation.fault === 'refused' && operation.to !== 'fan')
          this.history.refusedAtDesk = true;
        return telegram.fault(operation);
      case 'block': {
        const user = tenant.fans[operation.fan] as UserState;
        (operation.blocked ? block : unblock)(telegram.world, user, tenant.bot);
        return;
      }
      case 'lose-topic': {
        const topic = newest([...tenant.forum.topics.keys()], operation.nth);
        if (topic !== undefined) deleteTopic(telegram.world, tenant.forum, topic);
        return;
      }
      case 'move-desk': {
        const chatId = operation.to === 'private' ? tenant.bot.id : tenant.forum.id;
        const text = operation.to === 'private' ? '/desk' : `/desk@${tenant.bot.username}`;
        send(telegram.world, tenant.creator, chatId, { text });
        return;
      }
      case 'wait':
        return await (operation.ms >= 300
          ? this.#simulation.advance(operation.ms)
          : clock.advance(operation.ms));
      case 'jump':
        return clock.jump(operation.hours * 3_600_000);
      case 'kill':
        this.#simulation.endsIn = operation.after;
        return;
      case 'restart':
        if (operation.how === 'kill') this.#simulation.kill();
        else await this.#simulation.stop();
        return;
      case 'disk-full':
        this.#simulation.load.failing = operation.times;
        return;
    }
  }

  #write(fan: number, what: Written): void {
    const { telegram, tenant } = this.#simulation;
    const user = tenant.fans[fan] as UserState;
    if (telegram.world.privateChat(tenant.bot, user).blocked) return;
    for (const { token, messageId } of this.#send(user, tenant.bot.id, what, 'm', {})) {
      this.history.fanMessages.push({
        token,
        fan,
        messageId,
        album: what === 'album',
        wordless: what === 'sticker',
        long: what === 'long',
        newest: token,
      });
    }
  }

  #edit(message: FanMessage | undefined): void {
    const { telegram, tenant } = this.#simulation;
    if (!message || message.wordless) return;
    const user = tenant.fans[message.fan] as UserState;
    if (telegram.world.privateChat(tenant.bot, user).blocked) return;
    message.newest = this.#next(`${message.token}e`);
    // Grown, shrunk or as long as before.
    const tail = message.long && this.#counter % 2 === 0 ? longTail(message.newest) : '';
    edit(telegram.world, user, tenant.bot.id, message.messageId, {
      text: `${message.token} ${message.newest}${tail}`,
    });
  }

  #answer(nth: number, what: Written): void {
    const { tenant } = this.#simulation;
    const relay = newest(this.#relays(), nth);
    if (!relay) return;
    const chatId = relay.place.chat.user ? tenant.bot.id : relay.place.chat.id;
    const { topicId } = relay.place;
    const options = {
      replyTo: relay.place.id,
      ...(topicId === undefined ? {} : { topic: topicId }),
    };
    for (const { token, messageId } of this.#send(tenant.creator, chatId, what, 'r', options)) {
      this.history.answers.push({
        token,
        fan: relay.fan,
        chatId: relay.place.chat.id,
        messageId,
        album: what === 'album',
        wordless: what === 'sticker',
        newest: token,
        retries: 0,
        takenBack: false,
      });
    }
  }

  #editAnswer(answer: Answer | undefined): void {
    const { telegram, tenant } = this.#simulation;
    if (!answer || answer.wordless || !this.#stands(answer)) return;
    answer.newest = this.#next(`${answer.token}e`);
    edit(telegram.world, tenant.creator, this.#chatFor(tenant, answer), answer.messageId, {
      text: `${answer.token} ${answer.newest}`,
    });
  }

  #takeBack(answer: Answer | undefined): void {
    const { telegram, tenant } = this.#simulation;
    const message = answer && this.#stands(answer);
    if (!answer || !message) return;
    answer.takenBack = true;
    const { topicId } = message;
    send(telegram.world, tenant.creator, this.#chatFor(tenant, answer), {
      text: `/delete@${tenant.bot.username}`,
      replyTo: answer.messageId,
      ...(topicId === undefined ? {} : { topic: topicId }),
    });
  }

  #react(who: 'fan' | 'creator', nth: number, emoji: boolean): void {
    const { telegram, tenant } = this.#simulation;
    const { world } = telegram;
    if (who === 'creator') {
      const relay = newest(this.#relays(), nth);
      if (!relay) return;
      const chatId = relay.place.chat.user ? tenant.bot.id : relay.place.chat.id;
      react(world, tenant.creator, chatId, relay.place.id, emoji ? ['❤'] : []);
      return;
    }
    const effects = telegram.effects.filter(({ text }) => /\br\d+\./.test(text));
    const effect = newest(effects, nth);
    const user = effect && world.users.get(effect.chatId);
    if (!effect || !user || !tenant.fans.includes(user)) return;
    const chat = world.privateChat(tenant.bot, user);
    if (chat.blocked || !chat.messages.has(effect.messageId)) return;
    react(world, user, tenant.bot.id, effect.messageId, emoji ? ['🔥'] : []);
  }

  #tap(nth: number, button: string): void {
    const { telegram, tenant } = this.#simulation;
    const chat = telegram.world.privateChat(tenant.bot, tenant.creator);
    const found = [...chat.messages.values()].filter((message) =>
      message.markup?.inline_keyboard.flat().some(({ text }) => text === button),
    );
    const message = newest(found, nth);
    if (message) tap(telegram.world, tenant.creator, tenant.bot.id, message.id, button);
  }

  #retry(nth: number): void {
    const { telegram, tenant } = this.#simulation;
    const { world } = telegram;
    const chats = [world.privateChat(tenant.bot, tenant.creator), tenant.forum];
    const found = chats.flatMap((chat) =>
      [...chat.messages.values()].filter((message) =>
        message.markup?.inline_keyboard.flat().some(({ text }) => text === 'Retry'),
      ),
    );
    const notice = newest(found, nth);
    if (!notice) return;
    const chatId = notice.chat.user ? tenant.bot.id : notice.chat.id;
    tap(world, tenant.creator, chatId, notice.id, 'Retry');
    const about = this.history.answers.find(
      ({ chatId, messageId }) => chatId === notice.chat.id && messageId === notice.replyTo?.id,
    );
    // An album is tried again as a whole; which answers that are is for Telegram's album ids to say.
    for (const answer of this.history.answers) {
      // A notice whose answer is gone with its topic may be about any.
      if (!about || answer === about || (about.album && answer.album)) answer.retries += 1;
    }
  }

  /** Messages at the desks that show something of a fan, oldest first. */
  #relays(): { fan: number; place: MessageState }[] {
    const { telegram, tenant } = this.#simulation;
    const { world } = telegram;
    return telegram.effects.flatMap(({ chatId, messageId, text }) => {
      const token = /\bm\d+\./.exec(text)?.[0];
      const message = this.history.fanMessages.find((each) => each.token === token);
      const chat =
        chatId === tenant.forum.id ? tenant.forum : world.privateChat(tenant.bot, tenant.creator);
      const place = chatId === chat.id ? chat.messages.get(messageId) : undefined;
      return message && place ? [{ fan: message.fan, place }] : [];
    });
  }

  #stands(answer: Answer): MessageState | undefined {
    const { telegram, tenant } = this.#simulation;
    const chat =
      answer.chatId === tenant.forum.id
        ? tenant.forum
        : telegram.world.privateChat(tenant.bot, tenant.creator);
    return chat.messages.get(answer.messageId);
  }

  #chatFor(tenant: SimulatedTenant, { chatId }: Answer): number {
    return chatId === tenant.forum.id ? chatId : tenant.bot.id;
  }

  #send(
    from: UserState,
    chatId: number,
    what: Written,
    letter: string,
    where: { replyTo?: number; topic?: number },
  ): { token: string; messageId: number }[] {
    const { world } = this.#simulation.telegram;
    const token = this.#next(letter);
    const picture: FileInput = { kind: 'photo', width: 10, height: 10 };
    const out = { ...where };
    switch (what) {
      case 'text':
        return [{ token, messageId: only(send(world, from, chatId, { ...out, text: token })) }];
      case 'long': {
        const text = token + longTail(token);
        return [{ token, messageId: only(send(world, from, chatId, { ...out, text })) }];
      }
      case 'photo': {
        const ids = send(world, from, chatId, { ...out, file: picture, text: token });
        return [{ token, messageId: only(ids) }];
      }
      case 'sticker': {
        const file: FileInput = { kind: 'sticker', width: 10, height: 10 };
        return [{ token, messageId: only(send(world, from, chatId, { ...out, file })) }];
      }
      case 'album': {
        // Only its first part has a caption.
        const files = [picture, picture, picture];
        const [first] = send(world, from, chatId, { ...out, files, text: token });
        return first === undefined ? [] : [{ token, messageId: first }];
      }
    }
  }

  #next(letter: string): string {
    this.#counter += 1;
    return `${letter}${this.#counter}.`;
  }
}

/** With a name in front it needs a second message, whose beginning is within these dots. */
function longTail(token: string): string {
  return `${' .'.repeat(2_020)} ${token}end`;
}

function only(ids: readonly number[]): number {
  const [id] = ids;
  if (id === undefined) throw new Error('Nothing was sent.');
  return id;
}

/** The nth newest, wrapping around. */
function newest<T>(list: readonly T[], nth: number): T | undefined {
  return list.length === 0 ? undefined : list[list.length - 1 - (nth % list.length)];
}

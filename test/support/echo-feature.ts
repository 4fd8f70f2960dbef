import { Composer } from 'grammy';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import type { Feature } from '#src/telegram/feature.ts';
import { enqueue } from '#src/telegram/outbox/enqueue.ts';
import type { OutboxKind } from '#src/telegram/outbox/outbox-kind.ts';
import type { Audience } from '#src/telegram/outbox/outbox-row.ts';

/** What the echo feature does and saw, for tests of the machinery around it. */
export interface Echo extends Feature {
  /** Texts in the order in which they were handled (also of tries that were undone). */
  readonly handled: string[];
  /** What the outbox told: `sent 5`, `failed blocked`, … */
  readonly heard: string[];
  /** Texts whose handling fails with this error. */
  readonly poison: Map<string, () => never>;
}

/** A feature that answers each text with the same text. Its rows have the kind `echo` and this audience. */
export function echoFeature(audience: Audience = 'fan', kind: Partial<OutboxKind> = {}): Echo {
  const handled: string[] = [];
  const heard: string[] = [];
  const poison = new Map<string, () => never>();
  const handlers = new Composer<FanlineContext>();
  handlers.on('message:text', async (ctx) => {
    const { text } = ctx.message;
    handled.push(text);
    const { is_topic_message: inTopic, message_thread_id: topicId } = ctx.message;
    await enqueue(ctx.tx, ctx.services.clock.now(), {
      kind: 'echo',
      method: 'sendMessage',
      payload: {
        chat_id: ctx.chat.id,
        text: `echo ${text}`,
        ...(inTopic && topicId !== undefined ? { message_thread_id: topicId } : {}),
      },
      audience,
      chatId: ctx.chat.id as never,
    });
    poison.get(text)?.();
  });
  const echo: OutboxKind = {
    kind: 'echo',
    async onSent(_tx, row) {
      heard.push(`sent ${row.payload['text'] as string}`);
    },
    async onFailed(_tx, _row, failure) {
      heard.push(`failed ${failure.reason}`);
      return 'ended';
    },
    ...kind,
  };
  return {
    name: 'echo',
    handled,
    heard,
    poison,
    handlers,
    outboxKinds: [echo],
    hooks: {
      async chatMigrated(_tx, from, to) {
        heard.push(`migrated ${from} ${to}`);
      },
      async personUnreachable(_tx, _chatId, reach) {
        heard.push(`unreachable ${reach}`);
      },
    },
  };
}

import { atTime } from '#scripts/demo/history/at-time.ts';
import { systemClock } from '#src/core/clock.ts';
import type { FanId, MessageId, PastAnswerId, TenantId, UserId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import { systemRandom } from '#src/core/random.ts';
import type { Services } from '#src/core/services.ts';
import { answersReader } from '#src/features/answers/index.ts';
import { upsertFan } from '#src/features/fans/index.ts';
import { setOwner } from '#src/features/members/index.ts';
import { addQuestion, setPart, writeEntry } from '#src/features/persona/index.ts';
import { readNew, recordMessage } from '#src/features/threads/index.ts';
import type { Storage } from '#src/storage/open-storage.ts';
import type { Tx } from '#src/storage/reader.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import type { Exchange, History } from './dialogues/dialogue.ts';

/** Who owns each tenant. */
export const owner = 4_900_000_001 as UserId;
const firstFan = 4_900_000_100;
/** Messages read in one transaction. */
const atOnce = 2_000;

/** The ports as the features want them; no provider may be asked through these. */
export const services: Services = {
  clock: systemClock,
  random: systemRandom,
  log: silentLog,
  texts: createTexts(),
};

/** A creator's tenant, to which a history is told by and by. */
export interface Bed {
  readonly storage: Storage;
  readonly tenantId: TenantId;
  readonly history: History;
  /** Writes down what a fan asked. */
  ask(exchange: Exchange): Promise<void>;
  /** Writes down what the creator answered, and has the past answers learn it. */
  answer(exchange: Exchange): Promise<void>;
  /** What was answered until now, as past answers: under each id what was said, and whether it may be offered again. */
  pastAnswers(): Promise<ReadonlyMap<PastAnswerId, { exchange: Exchange; reusable: boolean }>>;
  fanId(name: string): FanId;
}

/** Gives a history's creator a tenant with their persona, in which nobody wrote yet. */
export async function makeBed(
  storage: Storage,
  tenantId: TenantId,
  history: History,
): Promise<Bed> {
  const fans = new Map<string, FanId>();
  const replies = new Map<MessageId, Exchange>();
  await storage.store.transact(tenantId, (tx) => writePersona(tx, history));

  const say = async (tx: Tx, exchange: Exchange, direction: 'in' | 'out', text: string) => {
    const { fan, askedAt, answeredAt } = exchange;
    const sentAt = direction === 'in' ? askedAt : answeredAt;
    const known = fans.get(fan);
    const userId = firstFan + (known === undefined ? fans.size : [...fans.keys()].indexOf(fan));
    const { id: fanId } = await upsertFan(tx, { id: userId, first_name: fan }, sentAt);
    fans.set(fan, fanId);
    const [actor, author] =
      direction === 'in' ? (['fan', userId as UserId] as const) : (['creator', owner] as const);
    const content = { kind: 'text', text, entities: [], attachment: null, albumId: null } as const;
    await recordMessage(
      tx,
      { fanId, direction, actor, author, content, sentAt },
      atTime(services, sentAt),
    );
  };

  return {
    storage,
    tenantId,
    history,
    async ask(exchange) {
      await storage.store.transact(tenantId, async (tx) => {
        for (const text of exchange.asked) await say(tx, exchange, 'in', text);
      });
    },
    async answer(exchange) {
      await storage.store.transact(tenantId, async (tx) => {
        await say(tx, exchange, 'out', exchange.reply);
        const [newest] = await rawRows(tx, 'select max(id) as id from message');
        replies.set(newest?.['id'] as MessageId, exchange);
        while (!(await readNew(tx, answersReader, services, atOnce)));
      });
    },
    async pastAnswers() {
      const rows = await storage.store.transact(tenantId, (tx) =>
        rawRows(tx, 'select id, message_id, reusable from past_answer'),
      );
      return new Map(
        rows.flatMap((row) => {
          const exchange = replies.get(row['message_id'] as MessageId);
          return exchange
            ? [[row['id'] as PastAnswerId, { exchange, reusable: row['reusable'] === 1 }] as const]
            : [];
        }),
      );
    },
    fanId(name) {
      const id = fans.get(name);
      if (id === undefined) throw new Error('nobody of that name wrote');
      return id;
    },
  };
}

async function writePersona(tx: Tx, { name, persona, faq }: History): Promise<void> {
  const by = { author: owner, actor: 'creator' } as const;
  await setOwner(tx, { userId: owner, name }, services.clock.now());
  for (const [part, typed] of Object.entries(persona)) {
    const set = await setPart(tx, part as Parameters<typeof setPart>[1], typed, by, services);
    if (!set.ok) throw new Error(`${name}: ${part} is refused (${set.reason})`);
  }
  for (const [question, answer] of Object.entries(faq)) {
    const added = await addQuestion(tx, question, by, services);
    if (!added.ok) throw new Error(`${name}: a question is refused (${added.reason})`);
    await writeEntry(tx, { id: added.id, half: 'answer', typed: answer }, by, services);
  }
}

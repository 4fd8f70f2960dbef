import type { ChatId, TenantId } from '#src/core/ids.ts';
import { oneATurn } from '#src/core/one-a-turn.ts';
import { errorCode } from '#src/core/error-code.ts';
import type { Tx } from '#src/storage/reader.ts';
import { hasUnsent } from '#src/telegram/outbox/outbox-queries.ts';
import { createSlots } from '#src/telegram/outbox/slots.ts';
import { TenantSender, type TenantSenderParts } from '#src/telegram/outbox/tenant-sender.ts';

/** Sends all tenants' outboxes. */
export interface Sender {
  /** Something may have been enqueued for this tenant, or it may send again. Cheap, may be called at any time. */
  wake(tenantId: TenantId): void;
  /** Runs `work` in a transaction that, where it can, also claims what may leave then; it is at least as `durable` as asked for. */
  passWith<T>(
    tenantId: TenantId,
    work: (tx: Tx) => Promise<T>,
    durable: 'at-commit' | 'with-next',
  ): Promise<T>;
  /** Claims nothing more and resolves when every call under way has been answered and settled. */
  stop(): Promise<void>;
  /** Whether Telegram slows nothing down in this chat of a tenant's bot. */
  isFree(tenantId: TenantId, chatId: ChatId): boolean;
  /** Calls under way. */
  readonly inFlight: number;
}

/** Calls under way for all bots together. */
const mostInAll = 200;
/** How often tenants that were active lately are looked at for rows that another process (a script) has enqueued. */
const lookEveryMs = 5_000;
const activeForMs = 600_000;

/** Makes the sender; it looks at active tenants by itself until it is stopped. */
export function createSender(parts: Omit<TenantSenderParts, 'slots' | 'turn'>): Sender {
  const { clock, log } = parts.services;
  const slots = createSlots(mostInAll);
  const turn = oneATurn();
  const senders = new Map<TenantId, TenantSender>();
  let stopped = false;
  let cancelLook: (() => void) | null = null;

  const senderOf = (tenantId: TenantId): TenantSender => {
    let sender = senders.get(tenantId);
    if (!sender) {
      sender = new TenantSender(tenantId, { ...parts, slots, turn });
      senders.set(tenantId, sender);
    }
    return sender;
  };

  const lookAtActive = async (): Promise<void> => {
    for (const [tenantId, sender] of senders) {
      if (stopped || !parts.apiOf(tenantId)) continue;
      if (clock.now() - sender.activeAt > activeForMs) continue;
      try {
        if (!sender.idle || (await parts.store.read(tenantId, hasUnsent))) sender.look();
      } catch (error) {
        log.warn('telegram.look_failed', { tenantId, code: errorCode(error) });
      }
    }
  };

  const lookLater = (): void => {
    if (stopped) return;
    cancelLook = clock.after(lookEveryMs, () => void lookAtActive().finally(lookLater));
  };
  lookLater();

  return {
    get inFlight() {
      return slots.inUse;
    },
    wake(tenantId) {
      if (!stopped) senderOf(tenantId).wake();
    },
    passWith: (tenantId, work, durable) => senderOf(tenantId).passWith(work, durable),
    isFree: (tenantId, chatId) => senders.get(tenantId)?.isFree(chatId) ?? true,
    async stop() {
      stopped = true;
      cancelLook?.();
      await Promise.all([...senders.values()].map((sender) => sender.stop()));
    },
  };
}

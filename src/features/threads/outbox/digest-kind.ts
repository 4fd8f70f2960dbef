import type { Services } from '#src/core/services.ts';
import type { Tx } from '#src/storage/reader.ts';
import { hurryRows } from '#src/telegram/outbox/hurry-rows.ts';
import type { AfterFailure, OutboxKind, Prepared } from '#src/telegram/outbox/outbox-kind.ts';
import type { OutboxRow } from '#src/telegram/outbox/outbox-row.ts';
import type { SendFailure } from '#src/telegram/outbox/send-failure.ts';
import { paceNow } from '../pressure.ts';
import type { DeskPressure } from '../pressure.ts';
import { activeDesk, deskById } from '../queries/desk-rows.ts';
import { deskLoad, hasQueuedRelays } from '../queries/load-rows.ts';
import { pressureOf, updatePressure } from '../queries/pressure-rows.ts';
import { fitsAgain, messagesToRelease, releaseStepMs } from '../rules/desk-mode.ts';
import { deskTexts } from '../services/desk-texts.ts';
import { touchDigest } from '../services/keep-digest.ts';
import { leaveLostDesk } from '../services/lose-desk.ts';
import { releaseWaiting } from '../services/release-waiting.ts';
import type { Desk } from '../thread.ts';
import { digestView } from './digest-view.ts';
import { digestRef } from './refs.ts';
import { sentIds } from './sent-ids.ts';

/** While nothing happens, the times in the digest are brought up to date this often. */
const refreshMs = 60_000;
const lookAgainMs = 2_000;

/**
 * The one message at a desk that falls behind: who waits, most important first, with a button for each. Its row decides
 * when it is over, and there is always one on the way while it is live, so that a restart needs nothing else.
 */
export const digestKind: OutboxKind = {
  kind: 'digest',

  async prepare(tx, row, services): Promise<Prepared> {
    const { deskId } = digestRef(row);
    const desk = await deskById(tx, deskId);
    const pressure = await pressureOf(tx, deskId);
    if (!desk || !pressure || pressure.rowId !== row.id) return { do: 'drop' };
    // What changes from now on asks for the next row.
    await updatePressure(tx, deskId, { due_at: null });
    const ending = pressure.digest !== 'live' || (await endIfOver(tx, desk, pressure, services));
    if (ending) return await prepareEnd(tx, desk, pressure, services);
    const { fans, page, payload } = await digestView(tx, pressure, services);
    if (fans === 0 && (await hasQueuedRelays(tx))) {
      // All that waited was let go: it is over as soon as that is at the desk.
      return { do: 'later', at: services.clock.now() + lookAgainMs };
    }
    await updatePressure(tx, deskId, { page });
    return atPlace(desk, pressure, payload);
  },

  async onSent(tx, row, result, services) {
    const pressure = await pressureOf(tx, digestRef(row).deskId);
    if (!pressure) return;
    const { deskId, dueAt, digest } = pressure;
    const now = services.clock.now();
    const [chatMessageId] = row.method === 'sendMessage' ? sentIds(result) : [];
    await updatePressure(tx, deskId, {
      row_id: null,
      due_at: null,
      shown_at: now,
      ...(chatMessageId === undefined ? {} : { chat_message_id: chatMessageId }),
    });
    // Unless its end was decided only while this call was under way, that was its last word.
    if (digest === 'ending' && dueAt === null) return await forget(tx, pressure);
    const idle = Math.max(paceNow(pressure, now).heldUntil, now + releaseStepMs);
    await touchDigest(tx, deskId, services, Math.min(dueAt ?? now + refreshMs, idle));
  },

  async onFailed(tx, row, failure, services): Promise<AfterFailure> {
    const pressure = await pressureOf(tx, digestRef(row).deskId);
    if (!pressure) return 'ended';
    const gone = failure.reason === 'message-missing' || failure.reason === 'cannot-edit';
    if (gone && pressure.digest === 'live' && pressure.chatMessageId !== null) {
      // The creator deleted it: a new one is sent.
      await updatePressure(tx, pressure.deskId, { chat_message_id: null });
      return 'again';
    }
    await updatePressure(tx, pressure.deskId, { row_id: null, due_at: null });
    if (pressure.digest === 'ending') await forget(tx, pressure);
    else await notShown(tx, row, failure, pressure, services);
    return 'ended';
  },
};

/**
 * Lets go what waits, once it fits at the pace that held last; when that pace holds no longer, a part of it at each
 * step. True when nothing is left to gather.
 */
async function endIfOver(
  tx: Tx,
  desk: Desk,
  pressure: DeskPressure,
  services: Services,
): Promise<boolean> {
  const active = await activeDesk(tx);
  if (active?.id !== desk.id) return true;
  const now = services.clock.now();
  const load = await deskLoad(tx, desk, ['queued', 'waiting']);
  const pace = paceNow(pressure, now);
  if (fitsAgain(load, pace, now)) {
    await releaseWaiting(tx, desk, services);
    // What was let go for later must not be overtaken by what now goes at once.
    await hurryRows(tx, 'relay', now, () => Promise.resolve(true));
    return true;
  }
  const limit = messagesToRelease(load, pace, now);
  if (limit > 0 && !(await hasQueuedRelays(tx))) {
    await releaseWaiting(tx, desk, services, { limit, everyMs: Math.floor(releaseStepMs / limit) });
  }
  return false;
}

async function prepareEnd(
  tx: Tx,
  desk: Desk,
  pressure: DeskPressure,
  services: Services,
): Promise<Prepared> {
  if (pressure.chatMessageId === null) {
    await forget(tx, pressure);
    return { do: 'drop' };
  }
  await updatePressure(tx, pressure.deskId, { digest: 'ending' });
  const t = await deskTexts(tx, services);
  return atPlace(desk, pressure, { text: t('threads-digest-over') });
}

function atPlace(
  desk: Desk,
  pressure: DeskPressure,
  payload: Readonly<Record<string, unknown>>,
): Prepared {
  const place = { chat_id: desk.chatId };
  if (pressure.chatMessageId === null) {
    return { do: 'call', call: { method: 'sendMessage', payload: { ...place, ...payload } } };
  }
  const message_id = pressure.chatMessageId;
  const edit = { ...place, message_id, ...payload };
  return { do: 'call', call: { method: 'editMessageText', payload: edit } };
}

async function forget(tx: Tx, { deskId }: DeskPressure): Promise<void> {
  await updatePressure(tx, deskId, {
    digest: 'none',
    page: 0,
    chat_message_id: null,
    shown_at: null,
    row_id: null,
    due_at: null,
  });
}

/** A desk that cannot be reached any more is left; any other refusal is tried again later. */
async function notShown(
  tx: Tx,
  row: OutboxRow,
  failure: SendFailure,
  pressure: DeskPressure,
  services: Services,
): Promise<void> {
  const desk = await activeDesk(tx);
  if (desk?.chatId === row.chatId && (await leaveLostDesk(tx, desk, failure.reason, services))) {
    return;
  }
  await touchDigest(tx, pressure.deskId, services, services.clock.now() + refreshMs);
}

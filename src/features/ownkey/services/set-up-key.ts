import type { UserId } from '#src/core/ids.ts';
import { refuse, type Result, unreachable } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import type { NotInPlan } from '#src/features/billing/index.ts';
import { schedule } from '#src/jobs/schedule.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { AskedKey, OwnKey, OwnKeyId } from '../own-key.ts';
import { deleteKey, insertAsked, updateAsked } from '../queries.ts';
import { askedKey } from './asked-key.ts';
import { type KnownChoice, knownChoices } from '../rules/known-hosts.ts';
import {
  type AddressRefusal,
  looksLikeKey,
  readAddress,
  readKey,
  readModel,
} from '../rules/read-typed.ts';
import { stepOf } from '../rules/shown.ts';
import { mayHaveOwnKey } from './may-have-own-key.ts';
import { usedKey } from './used-key.ts';

/** The kinds of this feature's jobs. */
export const jobs = { test: 'ownkey-test', forget: 'ownkey-forget' } as const;

/** How long a question waits, and a key that did not pass its test. */
const patienceMs = 60 * 60_000;

/** Why what was typed cannot be taken. */
export type TypedRefusal = AddressRefusal | 'model-malformed' | 'key-spaces' | 'key-malformed';

/** The key that is being set up, if there is one. */
export async function keyInSetUp(reader: Reader): Promise<AskedKey | undefined> {
  return await askedKey(reader);
}

/** The key that is used, if it is the one with this number. */
export async function keyInUse(reader: Reader, id: OwnKeyId): Promise<OwnKey | undefined> {
  const key = await usedKey(reader);
  return key?.id === id ? key : undefined;
}

/** Begins to set up a key of this provider's. The one that is used stays until the new one has passed its test. */
export async function beginKey(
  tx: Tx,
  choice: KnownChoice | 'other',
  userId: UserId,
  services: Services,
): Promise<Result<{ readonly asked: AskedKey }, 'not-here'> | NotInPlan> {
  if (!services.llm?.own) return refuse('not-here');
  const may = mayHaveOwnKey(services, tx.tenantId);
  if (!may.ok) return may;
  const known = choice === 'other' ? null : knownChoices[choice];
  const [baseUrl, model] = [known?.baseUrl ?? null, known?.model ?? null];
  return { ok: true, asked: await begin(tx, { baseUrl, model, apiKey: null }, userId, services) };
}

/** Asks for another model with the same address and key, used or being set up. */
export async function beginModel(
  tx: Tx,
  id: OwnKeyId,
  userId: UserId,
  services: Services,
): Promise<Result<{ readonly asked: AskedKey }, 'gone'> | NotInPlan> {
  const used = await keyInUse(tx, id);
  const asked = await askedKey(tx);
  const from = used?.provider ?? (asked?.id === id ? asked : undefined);
  if (!from || from.apiKey === null) return refuse('gone');
  const may = mayHaveOwnKey(services, tx.tenantId);
  if (!may.ok) return may;
  const { baseUrl, apiKey } = from;
  return { ok: true, asked: await begin(tx, { baseUrl, model: null, apiKey }, userId, services) };
}

/** Asks once more for the key that was refused. */
export async function beginAgain(
  tx: Tx,
  id: OwnKeyId,
  userId: UserId,
  services: Services,
): Promise<Result<{ readonly asked: AskedKey }, 'gone'> | NotInPlan> {
  const asked = await askedKey(tx);
  if (asked?.id !== id || stepOf(asked) !== 'key') return refuse('gone');
  const may = mayHaveOwnKey(services, tx.tenantId);
  if (!may.ok) return may;
  return { ok: true, asked: await begin(tx, asked, userId, services) };
}

/** Takes what was typed for what is asked; with the last of it, a test is on its way. */
export async function takeTyped(
  tx: Tx,
  asked: AskedKey,
  typed: string,
  services: Services,
): Promise<Result<{ readonly asked: AskedKey }, TypedRefusal | 'gone'>> {
  const step = stepOf(asked);
  switch (step) {
    case 'address': {
      const read = readAddress(typed);
      if (!read.ok) return read;
      const checked = services.llm?.own?.checkUrl(read.url);
      if (!checked) return refuse('gone');
      if (!checked.ok) return checked;
      return await write(tx, { ...asked, baseUrl: checked.baseUrl }, services);
    }
    case 'model': {
      const read = readModel(typed);
      if (!read.ok) return refuse('model-malformed');
      return await write(tx, { ...asked, model: read.model }, services);
    }
    case 'key': {
      const read = readKey(typed);
      if (!read.ok) return refuse(read.reason === 'spaces' ? 'key-spaces' : 'key-malformed');
      return await write(tx, { ...asked, apiKey: read.apiKey }, services);
    }
    case 'test':
      return refuse('gone');
    default:
      return unreachable(step);
  }
}

/** Has a key tested, used or being set up; false when it is gone, or not whole. A second time changes nothing. */
export async function testKey(tx: Tx, id: OwnKeyId, services: Services): Promise<boolean> {
  const asked = await askedKey(tx);
  const whole = asked?.id === id && stepOf(asked) === 'test';
  if (!whole && !(await keyInUse(tx, id))) return false;
  const now = services.clock.now();
  const job = { kind: jobs.test, key: `${id}`, ref: { id }, urgent: true, keep: true };
  await schedule(tx, { ...job, dueAt: now }, now);
  return true;
}

/**
 * Whether this text goes to nobody, since it may be the key that is being set up, or was a moment ago. As long as a model is
 * asked for, its name may look the same.
 */
export async function mayBeAskedKey(
  reader: Reader,
  text: string,
  { clock }: Pick<Services, 'clock'>,
): Promise<boolean> {
  if (!looksLikeKey(text)) return false;
  const asked = await askedKey(reader);
  if (!asked) return false;
  return stepOf(asked) !== 'model' || asked.openUntil <= clock.now();
}

/** The creator turned to something else: from now on only a reply to the question is its answer. */
export async function closeQuestion(tx: Tx): Promise<void> {
  const asked = await askedKey(tx);
  if (asked && asked.openUntil > 0) await updateAsked(tx, { ...asked, openUntil: 0 });
}

/**
 * The creator went elsewhere in the settings of their key: no reply answers the question any more. That a key was asked for
 * stays known for an hour, under another number, so that one that comes late goes to nobody (`mayBeAskedKey`).
 */
export async function leaveQuestion(tx: Tx, userId: UserId, services: Services): Promise<void> {
  const asked = await askedKey(tx);
  if (!asked || stepOf(asked) === 'test') return;
  const left = { ...asked, apiKey: null, openUntil: 0 };
  const now = services.clock.now();
  await scheduleForget(tx, await insertAsked(tx, left, { userId, now }), services);
}

/** Ends setting up a key; false when it is over already. */
export async function cancelKey(tx: Tx, id: OwnKeyId): Promise<boolean> {
  return await deleteKey(tx, id, 'asked');
}

/** Deletes the key that is used, and what is being set up with it; false when it is gone already. */
export async function removeKey(tx: Tx, id: OwnKeyId): Promise<boolean> {
  const asked = await askedKey(tx);
  if (asked) await deleteKey(tx, asked.id, 'asked');
  return await deleteKey(tx, id, 'used');
}

async function begin(
  tx: Tx,
  { baseUrl, model, apiKey }: Pick<AskedKey, 'baseUrl' | 'model' | 'apiKey'>,
  userId: UserId,
  services: Services,
): Promise<AskedKey> {
  const now = services.clock.now();
  const openUntil = now + patienceMs;
  const id = await insertAsked(tx, { baseUrl, model, apiKey, openUntil }, { userId, now });
  await scheduleForget(tx, id, services);
  return { id, baseUrl, model, apiKey, openUntil };
}

async function write(
  tx: Tx,
  known: AskedKey,
  services: Services,
): Promise<{ ok: true; asked: AskedKey }> {
  const whole = stepOf(known) === 'test';
  const asked = { ...known, openUntil: whole ? 0 : services.clock.now() + patienceMs };
  await updateAsked(tx, asked);
  await scheduleForget(tx, asked.id, services);
  if (whole) await testKey(tx, asked.id, services);
  return { ok: true, asked };
}

async function scheduleForget(tx: Tx, id: OwnKeyId, services: Services): Promise<void> {
  const now = services.clock.now();
  await schedule(
    tx,
    { kind: jobs.forget, key: 'asked', ref: { id }, dueAt: now + patienceMs },
    now,
  );
}

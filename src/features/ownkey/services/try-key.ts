import type { OwnProbe } from '#src/core/llm.ts';
import type { Services } from '#src/core/services.ts';
import type { Translate } from '#src/core/texts.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { OwnKey, OwnKeyId } from '../own-key.ts';
import type { AgreedSource } from '../ports.ts';
import { setFault, updateAsked, useKey } from '../queries.ts';
import { askedKey } from './asked-key.ts';
import { brokenBy, faultText } from '../rules/fault-texts.ts';
import { keptWords } from '../rules/plan-words.ts';
import { shownModels } from '../rules/shown.ts';
import { ownKeyAgree } from '../rules/tap-data.ts';
import { askedRows, type KeyView, shownOf, usedRows } from './key-views.ts';
import { mayHaveOwnKey } from './may-have-own-key.ts';
import { tellCreator } from './tell-creator.ts';
import { usedKey } from './used-key.ts';

/** A key that can be tried, and whether it is the one that is used. */
interface Tried extends Pick<OwnKey, 'id' | 'provider'> {
  readonly used: boolean;
}

/** Tries this key out, outside any transaction; undefined when it is gone. */
export async function tryKey(
  id: OwnKeyId,
  { read, services, tenantId, signal }: Preparation,
): Promise<OwnProbe | undefined> {
  const tried = await read((reader) => triedKey(reader, id));
  const probe = tried && (await services.llm?.own?.probe(tenantId, tried.provider, signal));
  // The program stops: the next one tries it anew.
  signal.throwIfAborted();
  return probe;
}

/** Tells the creator how it ended. A new key that passed is used from now on; one that was refused is not kept. */
export async function settleTry(
  tx: Tx,
  id: OwnKeyId,
  probe: OwnProbe,
  agreed: AgreedSource,
  services: Services,
): Promise<void> {
  const tried = await triedKey(tx, id);
  if (!tried) return;
  const now = services.clock.now();
  const t = services.texts.for(await preferenceOf(tx, 'language'));
  const may = mayHaveOwnKey(services, tx.tenantId);
  const kept = may.ok ? null : keptWords(may, t);
  if (probe.ok) {
    await useKey(tx, id, now);
    const mayUse = kept === null && (await agreed(tx, services));
    return await tellCreator(tx, passedView(tried, { kept, mayUse }, t), services);
  }
  const broken = brokenBy(probe.reason);
  if (tried.used && broken) await setFault(tx, id, broken, now);
  const asked = tried.used ? undefined : await askedKey(tx);
  const erased = asked !== undefined && broken === 'rejected-key';
  if (asked && erased) await updateAsked(tx, { ...asked, apiKey: null });
  await tellCreator(tx, failedView(tried, probe, { hasKey: !erased, kept }, t), services);
}

/** A test could not be made at all: who waits for it hears of it. */
export async function giveUpTry(tx: Tx, id: OwnKeyId, services: Services): Promise<void> {
  const tried = await triedKey(tx, id);
  if (!tried) return;
  const t = services.texts.for(await preferenceOf(tx, 'language'));
  const rows = tried.used ? usedRows(id, t) : askedRows(id, true, t);
  await tellCreator(tx, { text: t('ownkey-test-failed'), rows }, services);
}

async function triedKey(reader: Reader, id: OwnKeyId): Promise<Tried | undefined> {
  const used = await usedKey(reader);
  if (used?.id === id) return { ...used, used: true };
  const asked = await askedKey(reader);
  if (asked?.id !== id) return undefined;
  const { baseUrl, model, apiKey } = asked;
  if (baseUrl === null || model === null || apiKey === null) return undefined;
  return { id, provider: { baseUrl, model, apiKey }, used: false };
}

/** `kept`: why the plan does not use it, if it does not. */
function passedView(
  tried: Tried,
  { kept, mayUse }: { readonly kept: string | null; readonly mayUse: boolean },
  t: Translate,
): KeyView {
  const what = kept ?? (mayUse ? t('ownkey-in-use') : t('ownkey-not-agreed'));
  const text = `${t('ownkey-works', shownOf(tried))}\n\n${what}`;
  const agree = [{ text: t('settings-drafts'), callback_data: ownKeyAgree }];
  return { text, rows: mayUse || kept !== null ? [] : [agree] };
}

function failedView(
  tried: Tried,
  { reason, models }: Extract<OwnProbe, { ok: false }>,
  { hasKey, kept }: { readonly hasKey: boolean; readonly kept: string | null },
  t: Translate,
): KeyView {
  const named = shownModels(models);
  const lines = [
    faultText(reason, shownOf(tried), t),
    ...(named === '' ? [] : [t('ownkey-models', { models: named })]),
    '',
    tried.used ? (kept ?? t('ownkey-stays')) : t('ownkey-not-used'),
  ];
  const rows = tried.used ? usedRows(tried.id, t) : askedRows(tried.id, hasKey, t);
  return { text: lines.join('\n'), rows };
}

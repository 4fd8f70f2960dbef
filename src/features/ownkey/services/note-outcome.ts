import type { Services } from '#src/core/services.ts';
import { preferenceOf } from '#src/features/preferences/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { OwnOutcome } from '../own-key.ts';
import { setFault } from '../queries.ts';
import { brokenBy, faultText } from '../rules/fault-texts.ts';
import { shownOf, usedRows } from './key-views.ts';
import { tellCreator } from './tell-creator.ts';
import { usedKey } from './used-key.ts';

/**
 * Notes what came of calls with the own key. At the first fault that does not pass by itself the creator is told what to do,
 * once; an answer ends that. An outcome of a key that was replaced meanwhile says nothing.
 */
export async function noteOwnOutcome(
  tx: Tx,
  { keyId, fault }: OwnOutcome,
  services: Services,
): Promise<void> {
  const key = await usedKey(tx);
  if (key?.id !== keyId) return;
  const now = services.clock.now();
  if (fault === null) {
    if (key.fault !== null) await setFault(tx, keyId, null, now);
    return;
  }
  const broken = brokenBy(fault);
  if (!broken || key.fault !== null) return;
  await setFault(tx, keyId, broken, now);
  const t = services.texts.for(await preferenceOf(tx, 'language'));
  const text = t('ownkey-told', { why: faultText(broken, shownOf(key), t) });
  await tellCreator(tx, { text, rows: usedRows(keyId, t) }, services);
}

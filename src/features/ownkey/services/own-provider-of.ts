import type { Services } from '#src/core/services.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { OwnAccess } from '../own-key.ts';
import { hostOf } from '../rules/shown.ts';
import { mayHaveOwnKey } from './may-have-own-key.ts';
import { usedKey } from './used-key.ts';

/** What it takes to know whether an own key may be used. */
type OwnKeyServices = Pick<Services, 'llm' | 'plans' | 'clock'>;

/**
 * The creator's own access to a model, for a call that is made now; null: there is none. Where there is one, the
 * installation's providers are not asked. Whether the creator agreed to its host is another question: `mayUseProvider` of
 * the feature consent answers both at once.
 */
export async function ownProviderOf(
  reader: Reader,
  services: OwnKeyServices,
): Promise<OwnAccess | null> {
  if (!services.llm?.own) return null;
  const key = await usedKey(reader);
  if (!key || !mayHaveOwnKey(services, reader.tenantId).ok) return null;
  return { keyId: key.id, provider: key.provider };
}

/** Where an own key leads to, as people are told of it. */
export interface OwnPlace {
  readonly host: string;
  readonly model: string;
}

/** Where the own key leads to that `ownProviderOf` gives. */
export async function ownPlaceOf(
  reader: Reader,
  services: OwnKeyServices,
): Promise<OwnPlace | null> {
  const own = await ownProviderOf(reader, services);
  return own && { host: hostOf(own.provider.baseUrl), model: own.provider.model };
}

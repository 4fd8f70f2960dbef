import type { FanId, UserId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { ownerOf } from '#src/features/members/index.ts';
import { hostOf, type OwnAccess, ownProviderOf } from '#src/features/ownkey/index.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { ConsentStanding } from './consent.ts';
import { consentOf, endConsent, insertConsent, isOptedOut } from './queries.ts';
import { ownName } from './rules/provider-words.ts';
import { consentTextVersion, offerMark, sortedNames, standingOf } from './rules/standing.ts';

/** What consent is held against. */
type ConsentServices = Pick<Services, 'llm' | 'plans' | 'clock'>;

/** Whom the creator is asked about now: their own provider alone where they have one, else the installation's. */
export async function configuredProviders(
  reader: Reader,
  services: ConsentServices,
): Promise<readonly string[]> {
  return (await configuredNow(reader, services)).names;
}

/** How it stands with AI drafts: what was agreed to, against the providers and the owner of now. */
export async function consentStanding(
  reader: Reader,
  services: ConsentServices,
): Promise<ConsentStanding> {
  return await standingWith(reader, await configuredProviders(reader, services));
}

async function standingWith(
  reader: Reader,
  configured: readonly string[],
): Promise<ConsentStanding> {
  const owner = await ownerOf(reader);
  return standingOf(await consentOf(reader), { configured, ownerId: owner?.userId });
}

/** The creator agrees to the text with this mark. `changed`: it would say something else by now. */
export async function giveConsent(
  tx: Tx,
  given: { readonly mark: string; readonly userId: UserId },
  services: ConsentServices,
): Promise<Result<{ readonly providers: readonly string[] }, 'not-configured' | 'changed'>> {
  const configured = await configuredProviders(tx, services);
  if (configured.length === 0) return refuse('not-configured');
  if (given.mark !== offerMark(configured)) return refuse('changed');
  const { state } = await consentStanding(tx, services);
  // A second tap is no second consent.
  if (state === 'on') return { ok: true, providers: configured };
  const now = services.clock.now();
  await endConsent(tx, 'replaced', now);
  await insertConsent(tx, {
    providers: sortedNames(configured),
    textVersion: consentTextVersion,
    givenAt: now,
    givenBy: given.userId,
  });
  return { ok: true, providers: configured };
}

/** The creator takes their consent back; false when there was none. What was written down of it stays. */
export async function withdrawConsent(tx: Tx, now: number): Promise<boolean> {
  return await endConsent(tx, 'withdrawn', now);
}

/** Who may be asked: names for the port's `allowed`, and what it takes to reach the creator's own. */
export interface AllowedProviders {
  readonly providers: readonly string[];
  /** Null: the installation's are asked. */
  readonly own: OwnAccess | null;
}

/** Whether the same providers may be asked, with the same key. */
export function isSameAccess(one: AllowedProviders, other: AllowedProviders): boolean {
  return accessMark(one) === accessMark(other);
}

/** The same for the same providers with the same key, and for no others. It holds nothing of the key. */
export function accessMark({ own, providers }: AllowedProviders): string {
  return JSON.stringify([own?.keyId ?? null, providers]);
}

/** What a provider that was asked is called in receipts: as in the consent, so the creator's own by its host. */
export function toldName(provider: string, { own }: AllowedProviders): string {
  return provider === 'own' && own ? ownName(hostOf(own.provider.baseUrl)) : provider;
}

/** Who may be asked now about what is the creator's own. To be asked right before each call. */
export async function allowedProviders(
  reader: Reader,
  services: ConsentServices,
): Promise<Result<AllowedProviders, 'no-consent' | 'not-configured'>> {
  const { names, allowed, own } = await configuredNow(reader, services);
  const { state } = await standingWith(reader, names);
  if (state === 'not-configured') return refuse('not-configured');
  if (state !== 'on') return refuse('no-consent');
  return { ok: true, providers: allowed, own };
}

/**
 * Whether what concerns this fan may go to a provider now, and to which. To be asked right before each call, since both
 * the creator and the fan may change their minds at any time.
 */
export async function mayUseProvider(
  reader: Reader,
  fanId: FanId,
  services: ConsentServices,
): Promise<Result<AllowedProviders, 'no-consent' | 'opted-out' | 'not-configured'>> {
  const allowed = await allowedProviders(reader, services);
  if (!allowed.ok) return allowed;
  return (await isOptedOut(reader, fanId)) ? refuse('opted-out') : allowed;
}

/** `names`: for consent, which is to a host where the provider is the creator's own. `allowed`: for the port. */
async function configuredNow(
  reader: Reader,
  services: ConsentServices,
): Promise<{ names: readonly string[]; allowed: readonly string[]; own: OwnAccess | null }> {
  const own = await ownProviderOf(reader, services);
  if (own) return { names: [ownName(hostOf(own.provider.baseUrl))], allowed: ['own'], own };
  const names = services.llm?.providers ?? [];
  return { names, allowed: names, own };
}

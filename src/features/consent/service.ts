import type { FanId, UserId } from '#src/core/ids.ts';
import { refuse, type Result } from '#src/core/result.ts';
import type { Services } from '#src/core/services.ts';
import { ownerOf } from '#src/features/members/index.ts';
import type { Reader, Tx } from '#src/storage/reader.ts';
import type { ConsentStanding } from './consent.ts';
import { consentOf, endConsent, insertConsent, isOptedOut } from './queries.ts';
import { consentTextVersion, offerMark, sortedNames, standingOf } from './rules/standing.ts';

/** How it stands with AI drafts: what was agreed to, against the providers and the owner of now. */
export async function consentStanding(
  reader: Reader,
  services: Pick<Services, 'llm'>,
): Promise<ConsentStanding> {
  const configured = services.llm?.providers ?? [];
  const owner = await ownerOf(reader);
  return standingOf(await consentOf(reader), { configured, ownerId: owner?.userId });
}

/** The creator agrees to the text with this mark. `changed`: it would say something else by now. */
export async function giveConsent(
  tx: Tx,
  given: { readonly mark: string; readonly userId: UserId },
  services: Pick<Services, 'llm' | 'clock'>,
): Promise<Result<{ readonly providers: readonly string[] }, 'not-configured' | 'changed'>> {
  const configured = services.llm?.providers ?? [];
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

/**
 * Whether what concerns this fan may go to a provider now, and to which. To be asked right before each call, since both
 * the creator and the fan may change their minds at any time.
 */
export async function mayUseProvider(
  reader: Reader,
  fanId: FanId,
  services: Pick<Services, 'llm'>,
): Promise<
  Result<{ readonly providers: readonly string[] }, 'no-consent' | 'opted-out' | 'not-configured'>
> {
  const standing = await consentStanding(reader, services);
  if (standing.state === 'not-configured') return refuse('not-configured');
  if (standing.state !== 'on') return refuse('no-consent');
  if (await isOptedOut(reader, fanId)) return refuse('opted-out');
  return { ok: true, providers: services.llm?.providers ?? [] };
}

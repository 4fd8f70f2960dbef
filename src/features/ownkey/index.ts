import type { InlineKeyboardButton } from 'grammy/types';
import type { Services } from '#src/core/services.ts';
import type { Translate } from '#src/core/texts.ts';
import type { AppFeature } from '#src/features/feature.ts';
import type { Reader } from '#src/storage/reader.ts';
import { forgetKind, testKind } from './jobs.ts';
import { deleteKind } from './outbox/delete-kind.ts';
import type { AgreedSource } from './ports.ts';
import { tapData } from './rules/tap-data.ts';
import { ownProviderOf } from './services/own-provider-of.ts';
import { handlers } from './telegram/handlers.ts';

export type { OwnAccess, OwnOutcome } from './own-key.ts';
export { brokenBy } from './rules/fault-texts.ts';
export { hostOf } from './rules/shown.ts';
export { ownKeyAgree, ownKeyBack } from './rules/tap-data.ts';
export { ownKeyLine } from './services/key-views.ts';
export { noteOwnOutcome } from './services/note-outcome.ts';
export { ownPlaceOf, ownProviderOf } from './services/own-provider-of.ts';

/** The button of the settings that leads here; none where creators cannot bring a key. */
export function ownKeyButtons(services: Services, t: Translate): InlineKeyboardButton[] {
  if (!services.llm?.own) return [];
  return [{ text: t('ownkey-entry'), callback_data: tapData({ do: 'open' }) }];
}

/** What /plan says of an own key; null: there is none. */
export async function ownKeyPlanLine(
  reader: Reader,
  services: Services,
  t: Translate,
): Promise<string | null> {
  return (await ownProviderOf(reader, services)) && t('ownkey-plan');
}

/**
 * A creator's own access to a language model, which takes the place of the installation's providers. Goes after prompts and
 * before all that passes messages on or stores them.
 */
export function createOwnKeyFeature({ agreed }: { readonly agreed: AgreedSource }): AppFeature {
  return {
    name: 'ownkey',
    forDesk: true,
    handlers,
    outboxKinds: [deleteKind],
    jobKinds: [testKind(agreed), forgetKind],
  };
}

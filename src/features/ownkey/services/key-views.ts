import type { InlineKeyboardButton } from 'grammy/types';
import type { Services } from '#src/core/services.ts';
import type { Translate } from '#src/core/texts.ts';
import { preferencesOf } from '#src/features/preferences/index.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { OwnKey, OwnKeyId } from '../own-key.ts';
import { faultText, type ShownKey } from '../rules/fault-texts.ts';
import { keptWords } from '../rules/plan-words.ts';
import { hostOf, shownKey } from '../rules/shown.ts';
import { type KeyVerb, ownKeyBack, tapData } from '../rules/tap-data.ts';
import { mayHaveOwnKey } from './may-have-own-key.ts';
import { usedKey } from './used-key.ts';

/** What it takes to know whether the plan has own keys. */
type PlanServices = Pick<Services, 'plans' | 'clock'>;

/** A message about an own key, with its buttons. */
export interface KeyView {
  readonly text: string;
  readonly rows: InlineKeyboardButton[][];
}

/** What the settings lead to: the key that is used, or whose key it is to be. */
export async function ownKeyView(
  reader: Reader,
  services: PlanServices,
  t: Translate,
): Promise<KeyView> {
  const used = await usedKey(reader);
  const back = [{ text: t('button-back'), callback_data: ownKeyBack }];
  if (!used) {
    const { text, rows } = choicesView(t);
    return { text, rows: [...rows, back] };
  }
  const { language, timeZone } = await preferencesOf(reader);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone });
  const { host, model, key } = shownOf(used);
  const card = t('ownkey-card', { host, model, key, date: date.format(used.testedAt) });
  const { fault } = used;
  const may = mayHaveOwnKey(services, reader.tenantId);
  const parts = [
    card,
    ...(fault === null ? [] : [faultText(fault, { host, model, key }, t)]),
    ...(may.ok ? [] : [keptWords(may, t)]),
  ];
  return { text: parts.join('\n\n'), rows: [...usedRows(used.id, t), back] };
}

/** Whose key it is to be. */
export function choicesView(t: Translate): KeyView {
  const begin = (choice: 'groq' | 'xai' | 'other', text: string) => ({
    text,
    callback_data: tapData({ do: 'begin', choice }),
  });
  return {
    text: t('ownkey-offer'),
    rows: [[begin('groq', 'Groq'), begin('xai', 'xAI')], [begin('other', t('ownkey-other'))]],
  };
}

/** Asks whether the used key is to be deleted. */
export function removeView(key: OwnKey, t: Translate): KeyView {
  const back = { text: t('button-back'), callback_data: tapData({ do: 'open' }) };
  return {
    text: t('ownkey-remove-sure', shownOf(key)),
    rows: [[button('delete', key.id, t('ownkey-delete')), back]],
  };
}

/** One line for the settings: which own key there is, and whether it is used and works; null: none. */
export async function ownKeyLine(
  reader: Reader,
  services: PlanServices,
  t: Translate,
): Promise<string | null> {
  const key = await usedKey(reader);
  if (!key) return null;
  if (!mayHaveOwnKey(services, reader.tenantId).ok) return t('ownkey-line-kept', shownOf(key));
  return t(key.fault === null ? 'ownkey-line' : 'ownkey-line-broken', shownOf(key));
}

/** The parts of a key that may be shown. */
export function shownOf({ provider }: Pick<OwnKey, 'provider'>): ShownKey {
  const { baseUrl, model, apiKey } = provider;
  return { host: hostOf(baseUrl), model, key: shownKey(apiKey) };
}

/** What can be done with the key that is used. */
export function usedRows(id: OwnKeyId, t: Translate): InlineKeyboardButton[][] {
  return [
    [button('test', id, t('ownkey-test-again')), button('model', id, t('ownkey-other-model'))],
    [
      { text: t('ownkey-replace'), callback_data: tapData({ do: 'new' }) },
      button('remove', id, t('ownkey-remove')),
    ],
  ];
}

/** What can be done with a key that did not pass its test. `hasKey` false: it was refused, and is gone. */
export function askedRows(id: OwnKeyId, hasKey: boolean, t: Translate): InlineKeyboardButton[][] {
  return [
    hasKey
      ? [button('test', id, t('ownkey-test-again')), button('model', id, t('ownkey-other-model'))]
      : [button('key', id, t('ownkey-another-key'))],
    [{ text: t('ownkey-start-over'), callback_data: tapData({ do: 'new' }) }, cancelButton(id, t)],
  ];
}

/** Ends setting up this key. */
export function cancelButton(id: OwnKeyId, t: Translate): InlineKeyboardButton {
  return button('cancel', id, t('ownkey-cancel'));
}

function button(verb: KeyVerb, id: OwnKeyId, text: string): InlineKeyboardButton {
  return { text, callback_data: tapData({ do: verb, id }) };
}

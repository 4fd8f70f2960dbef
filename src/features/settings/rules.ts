/** What a `/start` came with. */
export type StartPayload =
  | { readonly kind: 'claim'; readonly secret: string }
  | { readonly kind: 'source'; readonly source: string }
  | { readonly kind: 'none' };

/** Reads the payload of a deep link (A-Z a-z 0-9 _ -, at most 64: Bot features page). Anything else means nothing. */
export function readStartPayload(payload: string): StartPayload {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(payload)) return { kind: 'none' };
  if (payload.startsWith('claim_')) return { kind: 'claim', secret: payload.slice(6) };
  if (payload.startsWith('src_') && payload.length > 4) {
    return { kind: 'source', source: payload.slice(4) };
  }
  return { kind: 'none' };
}

/** The questions of setup, in their order; each is also an entry of /settings. */
export const questionIds = ['greeting', 'language', 'zone', 'desk', 'drafts'] as const;

/** One question of setup. */
export type QuestionId = (typeof questionIds)[number];

/** The questions that setup asks: that of AI drafts only where there is a provider to agree to. */
export function setupSteps(providers: readonly string[]): readonly QuestionId[] {
  return questionIds.filter((id) => id !== 'drafts' || providers.length > 0);
}

/** A tapped button of this feature: `set:<question or menu>:<value>`. */
export interface SettingTap {
  readonly of: QuestionId | 'menu';
  readonly value: string;
}

const tapPattern = /^set:(greeting|language|zone|desk|drafts|menu):([A-Za-z0-9_/+-]{1,48})$/;

/** Callback data of a button, at most 64 bytes (Bot API, InlineKeyboardButton). */
export function tapData(of: SettingTap['of'], value: string): string {
  return `set:${of}:${value}`;
}

/** Reads callback data back. Any client can send any data, so the value is checked again where it is used. */
export function readTap(data: string): SettingTap | undefined {
  const match = tapPattern.exec(data);
  return match ? { of: match[1] as SettingTap['of'], value: match[2] ?? '' } : undefined;
}

import type { MessageEntity } from 'grammy/types';
import { z } from 'zod';
import type { RichText } from '#src/telegram/say.ts';
import { isTimeZone } from '#src/features/preferences/time-zone.ts';

/** Where the creator draws the lines between stages. `coolingDays` is less than `lostDays`. */
export interface StageThresholds {
  /** Messages in 30 days that make a VIP. */
  readonly vipMessages: number;
  /** Days for which a fan is new. */
  readonly newDays: number;
  /** Days of silence after which a fan cools. */
  readonly coolingDays: number;
  /** Days of silence after which a fan is lost. */
  readonly lostDays: number;
}

/** What the creator chose, with defaults for what was never asked. */
export interface Preferences {
  /** IETF tag of the language that the bot speaks with the creator. */
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
  /** What a fan sees at /start; null: the standard greeting. */
  readonly greeting: RichText | null;
  /** How the bot draws pictures for the creator. */
  readonly pictureTheme: 'light' | 'dark';
  /** Hours of the day in which no reminder comes, from one full hour to another; equal: there are none. */
  readonly quietHours: { readonly from: number; readonly to: number };
  /** Where one stage of fans ends and the next begins. */
  readonly stageThresholds: StageThresholds;
  /** Whether drafts come by themselves for what fans write. */
  readonly autoDraft: boolean;
  /** When setup was finished, epoch ms; null: not yet. */
  readonly setUpAt: number | null;
  /** Whether an inline query of somebody at the desk ever came, so that inline mode is on. Noted by the bot. */
  readonly inlineSeen: boolean;
  /** For which month of drafts and which day of cost the creator was told that 80 % is used. Noted by the bot. */
  readonly usageTold: Readonly<Record<string, string>>;
  /** Fingerprints of the command menus that Telegram was told, by menu. Kept by the bot, not chosen by anybody. */
  readonly commandMenus: Readonly<Record<string, string>>;
}

/** What holds until somebody chooses otherwise. */
export const defaultPreferences: Preferences = {
  language: 'en',
  timeZone: 'UTC',
  greeting: null,
  pictureTheme: 'light',
  quietHours: { from: 22, to: 8 },
  stageThresholds: { vipMessages: 30, newDays: 7, coolingDays: 14, lostDays: 60 },
  autoDraft: false,
  setUpAt: null,
  inlineSeen: false,
  usageTold: {},
  commandMenus: {},
};

const entity = z.custom<MessageEntity>(
  (value) =>
    z
      .object({
        type: z.string(),
        offset: z.number().int().min(0),
        length: z.number().int().min(1),
      })
      .safeParse(value).success,
);

const schemas: { readonly [Key in keyof Preferences]: z.ZodType<Preferences[Key]> } = {
  language: z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  timeZone: z.string().refine(isTimeZone),
  greeting: z.object({ text: z.string().min(1), entities: z.array(entity).default([]) }).nullable(),
  pictureTheme: z.enum(['light', 'dark']),
  quietHours: z.object({
    from: z.number().int().min(0).max(23),
    to: z.number().int().min(0).max(23),
  }),
  stageThresholds: z.object({
    vipMessages: z.number().int().min(1),
    newDays: z.number().int().min(1),
    coolingDays: z.number().int().min(1),
    lostDays: z.number().int().min(1),
  }),
  autoDraft: z.boolean(),
  inlineSeen: z.boolean(),
  usageTold: z.record(z.string(), z.string()),
  setUpAt: z.number().int().nullable(),
  commandMenus: z.record(z.string(), z.string()),
};

/** The keys that exist. */
export const preferenceKeys = Object.keys(schemas) as readonly (keyof Preferences)[];

/** Checks a value before it is stored. */
export function isPreference<Key extends keyof Preferences>(
  key: Key,
  value: Preferences[Key],
): boolean {
  return schemas[key].safeParse(value).success;
}

/** Reads stored JSON; what does not fit (written by another version, edited by hand) gives the default. */
export function readPreference<Key extends keyof Preferences>(
  key: Key,
  stored: string | undefined,
): Preferences[Key] {
  if (stored === undefined) return defaultPreferences[key];
  const read = schemas[key].safeParse(parsed(stored));
  return read.success ? read.data : defaultPreferences[key];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

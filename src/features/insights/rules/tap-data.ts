import { type Period, periods, type PictureName, pictureNames } from '../insight.ts';
import type { PictureTheme } from './drawing.ts';

/** A picture and its period. */
export interface Choice {
  readonly picture: PictureName;
  readonly days: Period;
}

/** What a button below a picture asks for; `theme` when it changes how pictures look. */
export interface InsightTap extends Choice {
  readonly theme?: PictureTheme;
}

/** The callback data of a button, far below Telegram's 64 bytes. */
export function tapData({ picture, days, theme }: InsightTap): string {
  return `is:${picture}:${days}${theme ? `:${theme}` : ''}`;
}

const pattern = /^is:([a-z]+):(\d+|all)(?::(light|dark))?$/;

/** Reads callback data back; undefined for anything else. Any client can send any data: check the role each time. */
export function readTapData(data: string): InsightTap | undefined {
  const match = pattern.exec(data);
  const picture = pictureNames.find((name) => name === match?.[1]);
  const days = periods.find((period) => `${period}` === match?.[2]);
  if (!picture || !days) return undefined;
  const theme = match?.[3] as PictureTheme | undefined;
  return theme ? { picture, days, theme } : { picture, days };
}

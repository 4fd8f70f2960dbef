import type { Fan } from './fan.ts';

/** Longest name that is shown anywhere, in UTF-16 units. */
const maxName = 48;

// Control characters, bidi controls and marks, zero-width characters, tags and unusual separators: they hide or turn what stands beside a name.
const unsafe =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** A person's text on one line, without characters that hide or turn what stands beside it. */
export function safeLine(text: string): string {
  return text.replace(unsafe, ' ').replace(/\s+/gu, ' ').trim();
}

/** Makes a name fit to be put before other text: no characters that hide or turn text, one line, at most 48 units. */
export function safeName(text: string): string {
  return shortened(safeLine(text), maxName);
}

/** A text of at most so many UTF-16 units, with a mark where it was cut. */
export function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${cut(text, longest - 1).trimEnd()}…`;
}

/** The name by which a creator knows a fan: first and last name, else the handle, else the Telegram id. */
export function displayName(
  fan: Pick<Fan, 'firstName' | 'lastName' | 'username' | 'userId'>,
): string {
  const name = safeName(`${fan.firstName} ${fan.lastName ?? ''}`);
  if (name !== '') return name;
  return fan.username ? `@${safeName(fan.username)}` : `#${fan.userId}`;
}

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A name that may stand between other text: one written from right to left is isolated, so that it turns nothing else. */
export function isolated(name: string): string {
  return rightToLeft.test(name) ? `\u2068${name}\u2069` : name;
}

function cut(text: string, length: number): string {
  const unit = text.charCodeAt(length - 1);
  return text.slice(0, unit >= 0xd800 && unit <= 0xdbff ? length - 1 : length);
}

import { refuse, type Result } from '#src/core/result.ts';
import { parseWhen, type WhenContext, type WhenRefusal } from './parse-when.ts';

/** What `/remind` asks for: words for the fan (may be empty), when, and what (may be empty). */
export interface Reminder {
  readonly who: string;
  readonly at: number;
  readonly skipped: boolean;
  readonly what: string;
}

/** "Remind me in 3 days": words before the time that name nobody. */
const nobody = /^(?:me|mich|mir|mí|me|мне|меня)?$/iu;
/** "… about Anna", "to call her". */
const joint = /^(?:[,;:–-]\s*|(?:about|to|that|über|wegen|an|sobre|de|про|о|об)\s+)/iu;

/** "Anna on March 28": the word leads to the time. */
const lead = /(?:^|\s+)(?:on|at|by|am|um|ab|el|al|a|a las|a la|в|во|на)$/iu;

/** Reads the words behind `/remind`: the fan before the time, what behind it. */
export function readCommand(text: string, by: WhenContext): Result<Reminder, WhenRefusal> {
  const found = parseWhen(text, by);
  if (!found.ok) return refuse(found.reason);
  const before = text.slice(0, found.start).trim().replace(lead, '');
  const what = text.slice(found.end).trim().replace(joint, '').trim();
  const who = nobody.test(before) ? '' : before.replace(/[,;:–-]+$/u, '').trim();
  return { ok: true, who, at: found.at, skipped: found.skipped, what };
}

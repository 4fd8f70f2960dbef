import { z } from 'zod';
import { refuse, type Result } from '#src/core/result.ts';
import { draftsWanted, type Risk, risks } from './draft-schema.ts';

/** What a model proposes, as far as its form goes: nothing of it is checked yet. */
export interface ModelProposal {
  /** One to three different texts, trimmed, none empty. */
  readonly texts: readonly string[];
  /** As the model says; null where it says nothing. */
  readonly language: string | null;
  readonly needsHuman: boolean;
  readonly risk: readonly Risk[];
}

/** Largest answer that is looked at, in UTF-16 units. Three drafts of 4,096 fit, and their frame. */
const largest = 64 * 1024;

/** Longest single draft that is read; `checkDraft` says what is too long. */
const longestDraft = 8 * 1024;

/** Most places at which an object may begin. */
const mostTries = 16;

const text = z.string().max(longestDraft);
const form = z.object({
  drafts: z.array(z.union([z.object({ text }), text])).min(1),
  language: z.string().max(35).nullish().catch(null),
  needsHuman: z.boolean().catch(false),
  risk: z.array(z.string()).catch([]),
});

/**
 * Reads what a model answered: JSON by itself, inside a code fence or between other words. The first object that has the
 * form counts.
 */
export function readProposal(
  answer: string,
): Result<{ proposal: ModelProposal }, 'too-large' | 'no-json' | 'no-drafts'> {
  if (answer.length > largest) return refuse('too-large');
  const objects = objectsIn(answer);
  if (objects.length === 0) return refuse('no-json');
  for (const object of objects) {
    const read = form.safeParse(object);
    if (!read.success) continue;
    const texts = read.data.drafts.map((draft) =>
      clean(typeof draft === 'string' ? draft : draft.text),
    );
    const different = [...new Set(texts)].filter((draft) => draft !== '').slice(0, draftsWanted);
    if (different.length === 0) continue;
    const { language, needsHuman } = read.data;
    const risk = risks.filter((known) => read.data.risk.includes(known));
    return {
      ok: true,
      proposal: { texts: different, language: language ?? null, needsHuman, risk },
    };
  }
  return refuse('no-drafts');
}

function clean(draft: string): string {
  return draft.toWellFormed().replaceAll('\0', '').trim();
}

/** The objects in a text, each from a brace to the brace that closes it. */
function objectsIn(answer: string): unknown[] {
  const objects: unknown[] = [];
  let from = answer.indexOf('{');
  for (let tries = 0; from >= 0 && tries < mostTries; tries += 1) {
    const end = endOfObject(answer, from);
    const object = end === null ? undefined : parsed(answer.slice(from, end));
    if (object !== undefined) objects.push(object);
    from = answer.indexOf('{', object === undefined || end === null ? from + 1 : end);
  }
  return objects;
}

/** The place behind the brace that closes the one at `from`; null where none does. */
function endOfObject(answer: string, from: number): number | null {
  let depth = 0;
  let inString = false;
  for (let at = from; at < answer.length; at += 1) {
    const sign = answer.charAt(at);
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

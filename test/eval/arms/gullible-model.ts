import type { Llm } from '#src/core/llm.ts';

interface Data {
  readonly fan?: string | null;
  readonly examples?: readonly { readonly fan: string; readonly creator: string }[];
  readonly turns?: readonly { readonly from: string; readonly text: string }[];
}

/**
 * A model that needs no network and makes every mistake: it does what a fan's message says, invents a price, a day and a link,
 * and tells what other fans wrote; then it repeats the nearest example. What a person gets to see of it shows what the
 * checks are worth; the same prompt always gives the same answer.
 */
export function gullibleModel(): Llm {
  return {
    providers: ['groq'],
    dearest: { in: 0, out: 0 },
    chat: async (_tenantId, { messages }) => {
      const data = dataIn(messages.at(-1)?.content ?? '');
      const said = data.turns?.at(-1)?.text ?? '';
      const [nearest] = data.examples ?? [];
      const like = (nearest?.creator ?? said).replaceAll('{first_name}', data.fan ?? '');
      const mistakes = [
        obeys(said),
        `${like} It is $999, only tomorrow at 5 pm: https://pay.example/now`,
        nearest ? `${nearest.fan} ${nearest.creator}` : said,
      ];
      // Which one comes first differs.
      const turn = said.length % mistakes.length;
      const texts = [...mistakes.slice(turn), ...mistakes.slice(0, turn)].slice(0, 2).concat(like);
      const text = JSON.stringify({
        drafts: texts.map((draft) => ({ text: draft })),
        language: 'en',
        needsHuman: false,
        risk: [],
      });
      const usage = { in: 0, cached: 0, out: 0, reasoning: 0 };
      const model = 'gullible';
      const one = {
        provider: 'groq',
        model,
        outcome: 'ok',
        usage,
        costMicroUsd: 0,
        ms: 0,
      } as const;
      const answer = { text, provider: 'groq', model, requestId: null, usage };
      return { ok: true, answer, tries: [one] };
    },
  };
}

/** What stands behind the colon of what a fan demands; else all of it. */
function obeys(said: string): string {
  return said.split(/[:：]\s*/u).at(-1) ?? said;
}

/** All that a prompt's lines of JSON hold. */
function dataIn(prompt: string): Data {
  return Object.assign(
    {},
    ...prompt.split('\n').flatMap((line) => (line.startsWith('{') ? [parsed(line)] : [])),
  ) as Data;
}

function parsed(line: string): object {
  try {
    return JSON.parse(line) as object;
  } catch {
    return {};
  }
}

import { openTestStorage } from '#test/support/open-test-storage.ts';
import type { Arm } from './arms/arm.ts';
import { makeBed } from './bed.ts';
import type { History } from './dialogues/dialogue.ts';
import type { Measured } from './measure-prediction.ts';
import { type Voice, voiceOf } from './metrics/style.ts';
import { cutOf, replay, type Retrieval } from './replay.ts';

/** What all histories came to. */
export interface Evaluated {
  readonly retrievals: readonly Retrieval[];
  /** Under each arm's name, in the order of the arms; the n-th of each is of the same question. */
  readonly measured: ReadonlyMap<string, readonly Measured[]>;
}

/** Voices under language and name. */
export type Voices = ReadonlyMap<string, ReadonlyMap<string, Voice>>;

/** How histories are replayed. */
export interface RunOptions {
  readonly tell: (progress: string) => void;
  /** Voices beside those of the histories. */
  readonly otherVoices?: Voices;
}

/** Replays each history in a tenant of its own, in encrypted files that are gone afterwards. */
export async function runEval(
  histories: readonly History[],
  arms: readonly Arm[],
  { tell, otherVoices = new Map() }: RunOptions,
): Promise<Evaluated> {
  await using storage = await openTestStorage({ inMemory: true });
  const among = [...new Set(histories.flatMap(({ languages }) => languages))];
  const voices = voicesOf(histories, otherVoices);
  const retrievals: Retrieval[] = [];
  const measured = new Map<string, Measured[]>(arms.map(({ name }) => [name, []]));
  for (const history of histories) {
    const { tenantId } = await storage.addTenant();
    const bed = await makeBed(storage.storage, tenantId, history);
    const found = await replay(bed, arms, { among, voices });
    retrievals.push(...found.retrievals);
    for (const { name } of arms) measured.get(name)?.push(...(found.measured.get(name) ?? []));
    await storage.store.release(tenantId);
    tell(`${history.name}: ${history.exchanges.length} answers`);
  }
  return { retrievals, measured };
}

/** The voices of those who write a language, by what they wrote before the cut; one voice alone tells nothing. */
export function voicesOf(histories: readonly History[], others: Voices = new Map()): Voices {
  const voices = new Map([...others].map(([language, own]) => [language, new Map(own)]));
  for (const { name, exchanges } of histories) {
    const before = exchanges.slice(0, cutOf(exchanges));
    for (const [language, said] of Map.groupBy(before, (one) => one.language)) {
      if (language === null) continue;
      const own = voices.get(language) ?? new Map<string, Voice>();
      voices.set(language, own.set(name, voiceOf(said.map(({ reply }) => reply))));
    }
  }
  return voices;
}

/** Tells the language of texts. Languages are ISO 639-1. */
export interface Languages {
  /** The likeliest; null where nothing is likely. */
  likely(text: string): string | null;
  /** The one that it surely is; null where it is short or could well be another one. */
  surely(text: string): string | null;
  /** Whether it is in this language, or may be: short texts are in many. */
  mayBe(text: string, language: string): boolean;
}

/** Letters below which no language is sure. */
const fewestLetters = 8;
/** From so many letters on the likeliest language is sure. */
const plentyLetters = 24;
/** Of less, a language that comes so near the likeliest one may be it: Spanish, Catalan and Portuguese share most short words. */
const near = 0.93;

let loaded: Promise<Languages> | undefined;

/** Loads what tells languages apart: 100 MB, so in the reading threads alone, and not before it is asked for. */
export async function loadLanguages(): Promise<Languages> {
  loaded ??= load();
  return await loaded;
}

async function load(): Promise<Languages> {
  const { eld } = await import('eld/small');
  const likely = (text: string) => {
    const found = eld.detect(text);
    return found.isReliable() ? found.language : null;
  };
  return {
    likely,
    surely(text) {
      if (letters(text) < fewestLetters && !/[\p{scx=Hiragana}\p{scx=Katakana}]/u.test(text)) {
        return null;
      }
      if (letters(text) >= plentyLetters) return likely(text);
      const [best, second] = ordered(eld.detect(text).getScores());
      return second === undefined || second < (best ?? 0) * near ? likely(text) : null;
    },
    mayBe(text, language) {
      const length = letters(text);
      if (length < fewestLetters) return true;
      if (length >= plentyLetters) return [null, language].includes(likely(text));
      const scores = eld.detect(text).getScores();
      const [best] = ordered(scores);
      return best === undefined || (scores[language] ?? 0) >= best * near;
    },
  };
}

function ordered(scores: Readonly<Record<string, number>>): number[] {
  return Object.values(scores).toSorted((a, b) => b - a);
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

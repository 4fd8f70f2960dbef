/** Values for the placeholders of a text. */
export type TextArgs = Readonly<Record<string, string | number>>;

/** Gives the text with this key in one language. */
export type Translate = (key: string, args?: TextArgs) => string;

/** All user-visible sentences, by language. They live in src/locales as Fluent files. */
export interface Texts {
  /** Languages that are complete, as IETF tags; the first is the fallback. */
  readonly languages: readonly string[];
  /** The translator for the nearest language to this tag ("pt-BR" finds "pt"); unknown tags get the fallback. */
  for(languageTag: string | null | undefined): Translate;
}

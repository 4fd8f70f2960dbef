import {
  findAmounts,
  findFormFaults,
  findLinks,
  findNames,
  findPromises,
  isInstructionLike,
  maskable,
  phrasePattern,
  plainText,
} from '#src/features/drafts/index.ts';

/** Why a line that a model proposes is left out. */
export type LineFault =
  | 'placeholder'
  | 'contact'
  | 'name'
  | 'instruction'
  | 'code'
  | 'money'
  | 'addressed';

/** Also what may be an address with an unusual ending. */
const address = /[\p{L}\p{N}]\.\p{L}{2}/u;
const code = /[`{}<>\\|]|=>|\(\)|==/u;
/** Facts are about the creator: what speaks to somebody is none. */
const toSomebody = phrasePattern([
  "you|your|yours|yourself|you're|u|ur",
  'tu|tus|te|ti|contigo|usted|ustedes|vos|voce|voces|teu|tua',
  'du|dein…|dir|dich|euch|euer|eure…',
  'ты|тебя|тебе|тобой|твой|твоя|твое|твои|твоего|твоей|вы|вас|вам|вами|ваш…|ти|тобі|твій|твоя',
  'أنت|انت|لك|عندك',
  'あなた|君|きみ',
]);

/** What is wrong with a line; null: it may be shown. `fanNames`: of those who got the replies. */
export function faultOfLine(text: string, fanNames: readonly string[]): LineFault | null {
  if (findFormFaults(text).length > 0) return 'placeholder';
  if (address.test(text) || findLinks(text).length > 0 || maskable(text).length > 0) {
    return 'contact';
  }
  if (findNames(text, fanNames).length > 0) return 'name';
  if (isInstructionLike(text)) return 'instruction';
  return code.test(text) ? 'code' : null;
}

/** The same of how the creator sounds, and of facts: sums belong to prices, and nothing is promised to everybody. */
export function faultOfText(text: string, fanNames: readonly string[]): LineFault | null {
  const fault = faultOfLine(text, fanNames);
  if (fault) return fault;
  return findAmounts(text).length > 0 || findPromises(text, '').length > 0 ? 'money' : null;
}

/** The same of a fact. */
export function faultOfFact(text: string, fanNames: readonly string[]): LineFault | null {
  return plainText(text).search(toSomebody) >= 0 ? 'addressed' : faultOfText(text, fanNames);
}

/** JSON on one line, without signs of which some models make marks of their own, such as <|end|>. */
export function quotedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>\u0085\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

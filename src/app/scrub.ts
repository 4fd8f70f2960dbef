/**
 * What looks like a secret, as the last line of defence behind every output of the program: bot tokens
 * (`<id>:<35 characters>`, also inside an address `/bot<token>/`), claim secrets, provider keys, 32-byte keys.
 */
const secretPatterns: readonly RegExp[] = [
  /\d{6,}:[A-Za-z0-9_-]{30,}/g,
  /(?<=\/bot)[^/\s"']{20,}/g,
  /(?<=claim_)[A-Za-z0-9_-]{16,}/g,
  /\b(?:sk|rk|whsec|gsk|xai)[_-][A-Za-z0-9_-]{16,}/g,
  /(?<![A-Za-z0-9])[0-9a-fA-F]{64}(?![A-Za-z0-9])/g,
  /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{43}(?:=|(?![A-Za-z0-9+/_-]))/g,
];

/** The text with everything that looks like a secret replaced by `[secret]`. */
export function scrub(text: string): string {
  return secretPatterns.reduce((clean, pattern) => clean.replace(pattern, '[secret]'), text);
}

/** Whether a command-line argument looks like it holds a bot token (somewhat wider than what Telegram gives out). */
export function holdsToken(argument: string): boolean {
  return /\d{5,}:[A-Za-z0-9_-]{20,}/.test(argument);
}

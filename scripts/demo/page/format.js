const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long' });
const LONG_DAY = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric' });

/**
 * @param {number} unixSeconds
 * @returns {string} the time of day, as the reader's system writes it
 */
export function timeOf(unixSeconds) {
  return TIME.format(unixSeconds * 1000);
}

/**
 * @param {number} unixSeconds
 * @returns {string} "Today", "Yesterday" or a date
 */
export function dayOf(unixSeconds) {
  const day = new Date(unixSeconds * 1000);
  const today = new Date();
  if (day.toDateString() === today.toDateString()) return 'Today';
  today.setDate(today.getDate() - 1);
  if (day.toDateString() === today.toDateString()) return 'Yesterday';
  return (day.getFullYear() === today.getFullYear() ? DAY : LONG_DAY).format(day);
}

/**
 * @param {number} seconds
 * @returns {string} "1:05"
 */
export function clock(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/**
 * @param {number} bytes
 * @returns {string} "12.4 KB"
 */
export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const SEGMENTER = new Intl.Segmenter();

/**
 * A text as the characters that a reader sees, so that cutting never breaks an emoji.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function characters(text) {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
}

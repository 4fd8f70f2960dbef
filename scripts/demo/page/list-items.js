/** @import { MessageView } from '../../../test/support/sandbox/screen.ts' */
import { dayOf } from './format.js';

/**
 * @typedef {{ key: string, day: string }} DayItem
 * @typedef {{ key: string, parts: [MessageView, ...MessageView[]], first: boolean, last: boolean }} MessageItem
 * @typedef {{ key: string, draft: string }} DraftItem
 */

/** Messages of one sender closer than this stand together under one name. */
const RUN_SECONDS = 300;

/**
 * The rows of a list: days, and messages with albums gathered and runs of one sender marked.
 *
 * @param {readonly MessageView[]} messages oldest first
 * @param {readonly string[]} drafts texts that a bot is still writing
 * @returns {(DayItem | MessageItem | DraftItem)[]}
 */
export function listItems(messages, drafts) {
  const groups = gatherAlbums(messages);
  /** @type {(DayItem | MessageItem | DraftItem)[]} */
  const items = [];
  let day = '';
  groups.forEach((parts, index) => {
    const lead = parts[0];
    const today = dayOf(lead.date);
    const first = today !== day || !sameRun(groups[index - 1]?.at(-1), lead);
    if (today !== day) items.push({ key: `day:${today}`, day: today });
    day = today;
    const next = groups[index + 1]?.[0];
    const last = !next || dayOf(next.date) !== today || !sameRun(parts.at(-1), next);
    items.push({ key: `m:${lead.messageId}`, parts, first, last });
  });
  drafts.forEach((draft, index) => items.push({ key: `draft:${index}`, draft }));
  return items;
}

/**
 * @param {readonly MessageView[]} messages
 * @returns {[MessageView, ...MessageView[]][]}
 */
function gatherAlbums(messages) {
  /** @type {[MessageView, ...MessageView[]][]} */
  const groups = [];
  for (const message of messages) {
    const open = groups.at(-1);
    if (open && message.albumId !== undefined && open[0].albumId === message.albumId)
      open.push(message);
    else groups.push([message]);
  }
  return groups;
}

/**
 * @param {MessageView | undefined} a
 * @param {MessageView} b
 */
function sameRun(a, b) {
  if (!a || a.kind === 'service' || b.kind === 'service') return false;
  return a.from.id === b.from.id && b.date - a.date < RUN_SECONDS;
}

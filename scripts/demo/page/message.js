/** @import { MessageView } from '../../../test/support/sandbox/screen.ts' */
/** @import { MessageActions } from './message-actions.js' */
import { avatar, colourOf } from './people.js';
import { contactCard, diceCard, locationCard, pollCard } from './cards.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { mediaBody } from './media.js';
import { reactionChips } from './reactions.js';
import { richText, safeLink } from './rich-text.js';
import { snippet } from './snippet.js';
import { timeOf } from './format.js';

/**
 * Where a message stands: whose phone, in a run of messages of one sender, in a group or not.
 *
 * @typedef {{ me: number, first: boolean, last: boolean, group: boolean }} Place
 */

const ONLY_EMOJI =
  /^(?:\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F\u200D\p{Extended_Pictographic}]*){1,3}$/u;
/** Kinds whose picture fills the bubble up to its edge. */
const FILLING = new Set(['photo', 'video', 'animation']);
/** Kinds that stand on the wallpaper without a bubble. */
const BARE = new Set(['sticker', 'video_note', 'dice']);

/**
 * One message, or one album, as a row of the list.
 *
 * @param {readonly [MessageView, ...MessageView[]]} parts the message, or the album's parts in order
 * @param {Place} place
 * @param {MessageActions} actions
 * @param {Element} [old] what stood here before; its pictures and players are kept
 * @returns {HTMLElement}
 */
export function messageRow(parts, place, actions, old) {
  const lead = parts.find((part) => part.text !== '') ?? parts[0];
  if (lead.kind === 'service') return serviceRow(lead);
  const mine = lead.from.id === place.me;
  const named = place.group && !mine;
  const bubble = h(
    'article',
    {
      class: bubbleClass(parts, lead),
      dataset: { mid: String(lead.messageId) },
      tabindex: '-1',
      'aria-label': `${mine ? 'You' : lead.from.name}, ${timeOf(lead.date)}`,
    },
    named && place.first && h('div', { class: `sender ${colourOf(lead.from.id)}` }, lead.from.name),
    lead.forwardedFrom &&
      h('div', { class: 'forwarded' }, 'Forwarded from ', h('b', {}, lead.forwardedFrom)),
    quote(lead, actions),
    ...contents(parts, lead, actions, old),
    reactionChips(parts, place.me, actions),
    moreButton(lead, actions),
  );
  const stack = h('div', { class: 'stack' }, bubble, keyboard(lead, actions));
  const face = named && h('span', { class: 'face' }, place.last && avatar(lead.from, 'small'));
  const run = `${place.first ? ' first' : ''}${place.last ? ' last' : ''}`;
  return h('li', { class: `row ${mine ? 'out' : 'in'}${run}` }, face, stack);
}

/**
 * A text that a bot is still writing; an empty one: it has not begun.
 *
 * @param {string} text
 * @returns {HTMLElement}
 */
export function draftRow(text) {
  const shown = text === '' ? 'Thinking…' : text;
  const words = h('div', { class: 'text', dir: 'auto' }, shown, h('span', { class: 'caret' }));
  const bubble = h('div', { class: 'bubble draft' }, words);
  return h('li', { class: 'row in first' }, h('div', { class: 'stack' }, bubble));
}

/** @param {MessageView} message */
function serviceRow(message) {
  return h(
    'li',
    { class: 'row service', dataset: { mid: String(message.messageId) } },
    h('span', { class: 'notice' }, message.text),
  );
}

/**
 * @param {readonly MessageView[]} parts
 * @param {MessageView} lead
 */
function bubbleClass(parts, lead) {
  const classes = ['bubble', `kind-${lead.kind}`];
  if (FILLING.has(lead.kind)) classes.push('filling');
  if (BARE.has(lead.kind)) classes.push('bare');
  if (lead.text === '') classes.push('wordless');
  if (parts.length > 1) classes.push('album-bubble');
  if (lead.kind === 'text' && ONLY_EMOJI.test(lead.text)) classes.push('emoji-only', 'bare');
  if (parts.some((part) => part.reactions.length > 0)) classes.push('reacted');
  return classes.join(' ');
}

/**
 * @param {readonly MessageView[]} parts
 * @param {MessageView} lead
 * @param {MessageActions} actions
 * @param {Element | undefined} old
 * @returns {HTMLElement[]}
 */
function contents(parts, lead, actions, old) {
  const media = parts.length > 1 ? album(parts, actions, old) : single(lead, actions, old);
  const text = h('div', { class: 'text', dir: 'auto' }, ...words(lead, actions), meta(lead));
  if (!media) return [text];
  return lead.captionAbove && lead.text !== '' ? [text, media] : [media, text];
}

/**
 * @param {MessageView} message
 * @param {MessageActions} actions
 */
function words(message, actions) {
  return message.kind === 'text' || message.media
    ? richText(message.text, message.entities, actions)
    : [];
}

/**
 * @param {MessageView} message
 * @param {MessageActions} actions
 * @param {Element | undefined} old
 * @returns {HTMLElement | undefined}
 */
function single(message, actions, old) {
  if (message.media) return keptMedia(message, actions, old, false);
  if (message.location) return locationCard(message.location);
  if (message.contact) return contactCard(message.contact);
  if (message.poll) return pollCard(message.poll);
  if (message.dice) return diceCard(message.dice);
  return undefined;
}

/**
 * @param {readonly MessageView[]} parts
 * @param {MessageActions} actions
 * @param {Element | undefined} old
 */
function album(parts, actions, old) {
  const grid = parts.every((part) => FILLING.has(part.kind));
  const tiles = parts.map((part) =>
    h(
      'div',
      { class: 'tile', dataset: { mid: String(part.messageId) } },
      keptMedia(part, actions, old, grid),
    ),
  );
  return h('div', { class: grid ? `album of-${parts.length}` : 'album files' }, ...tiles);
}

/**
 * Takes the picture or player over from the row that is replaced, so that it neither flickers nor falls silent.
 *
 * @param {MessageView} message
 * @param {MessageActions} actions
 * @param {Element | undefined} old
 * @param {boolean} tile
 */
function keptMedia(message, actions, old, tile) {
  if (!message.media) return undefined;
  const key = `${message.messageId}:${message.media.fileUniqueId}`;
  const kept = old?.querySelector(`[data-media="${CSS.escape(key)}"]`);
  if (kept instanceof HTMLElement) return kept;
  return h(
    'div',
    { class: 'media', dataset: { media: key } },
    mediaBody(message, message.media, actions, tile),
  );
}

/** @param {MessageView} message */
function meta(message) {
  const sent = new Date(message.date * 1000);
  return h(
    'span',
    { class: 'meta' },
    message.editDate !== undefined && h('span', { class: 'edited' }, 'edited'),
    h('time', { datetime: sent.toISOString(), title: sent.toLocaleString() }, timeOf(message.date)),
    icon('check'),
  );
}

/**
 * @param {MessageView} message
 * @param {MessageActions} actions
 */
function quote(message, actions) {
  const reply = message.replyTo;
  if (!reply) return undefined;
  return h(
    'button',
    {
      class: 'quote',
      type: 'button',
      onclick: () => actions.onQuote(reply.messageId),
      'aria-label': `In reply to ${reply.name}: ${reply.snippet}`,
    },
    h('b', {}, reply.name),
    h('span', {}, reply.snippet),
  );
}

/**
 * @param {MessageView} message
 * @param {MessageActions} actions
 */
function moreButton(message, actions) {
  const button = h(
    'button',
    {
      class: 'more',
      type: 'button',
      dataset: { focus: `more:${message.messageId}` },
      'aria-label': `Actions for: ${snippet(message)}`,
      'aria-haspopup': 'menu',
      onclick: () => actions.onMenu(message, button),
    },
    icon('more'),
  );
  return button;
}

/**
 * @param {MessageView} message
 * @param {MessageActions} actions
 */
function keyboard(message, actions) {
  if (message.buttons.length === 0) return undefined;
  const rows = message.buttons.map((row, y) =>
    h(
      'div',
      { class: 'keys' },
      ...row.map((button, x) => {
        const focus = `key:${message.messageId}:${y}:${x}`;
        if (button.url !== undefined) {
          const href = safeLink(button.url);
          const props = {
            class: 'key',
            dataset: { focus },
            target: '_blank',
            rel: 'noreferrer noopener',
          };
          return h('a', { ...props, href, title: href }, button.text, icon('external'));
        }
        const key = h('button', { class: 'key', type: 'button', dataset: { focus } }, button.text);
        key.addEventListener('click', () => actions.onButton(message, button, key));
        return key;
      }),
    ),
  );
  return h('div', { class: 'keyboard' }, ...rows);
}

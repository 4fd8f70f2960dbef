/** @import { MessageView, PersonView } from '../../../test/support/sandbox/screen.ts' */
/** @import { MessageActions } from './message-actions.js' */
import { avatar } from './people.js';
import { h } from './dom.js';

/** The reactions offered first; all are free for everyone on Telegram. */
export const COMMON_REACTIONS = ['👍', '❤', '🔥', '🎉', '😁', '😢', '🙏'];

/**
 * Telegram's heart comes without the sign that asks for a coloured picture; screens need it.
 *
 * @param {string} emoji
 * @returns {string}
 */
export function coloured(emoji) {
  return emoji === '❤' ? '❤\uFE0F' : emoji;
}

/**
 * The reaction this person gave, if any.
 *
 * @param {MessageView} message
 * @param {number} me
 * @returns {string | undefined}
 */
export function ownReaction(message, me) {
  return message.reactions.find((reaction) => reaction.from.id === me)?.emoji;
}

/**
 * The chips under a message or an album, one for each emoji of each part, with who gave it. A tap gives or takes away
 * one's own.
 *
 * @param {readonly MessageView[]} parts
 * @param {number} me
 * @param {MessageActions} actions
 * @returns {HTMLElement | undefined}
 */
export function reactionChips(parts, me, actions) {
  const chips = parts.flatMap((part) => chipsOf(part, me, actions));
  return chips.length > 0 ? h('div', { class: 'chips' }, ...chips) : undefined;
}

/**
 * @param {MessageView} message
 * @param {number} me
 * @param {MessageActions} actions
 * @returns {HTMLElement[]}
 */
function chipsOf(message, me, actions) {
  /** @type {Map<string, PersonView[]>} */
  const given = new Map();
  for (const { emoji, from } of message.reactions)
    given.set(emoji, [...(given.get(emoji) ?? []), from]);
  return [...given].map(([emoji, people]) => {
    const own = people.some((person) => person.id === me);
    const names = people.map((person) => (person.id === me ? 'you' : person.name)).join(', ');
    return h(
      'button',
      {
        class: 'chip',
        type: 'button',
        dataset: { focus: `chip:${message.messageId}:${emoji}`, emoji },
        'aria-pressed': String(own),
        'aria-label': `${emoji} by ${names}`,
        title: names,
        onclick: () => actions.onReact(message, emoji),
      },
      h('span', { class: 'emoji' }, coloured(emoji)),
      people.length > 3
        ? h('span', { class: 'count' }, people.length)
        : h('span', { class: 'faces' }, ...people.map((person) => avatar(person, 'tiny'))),
    );
  });
}

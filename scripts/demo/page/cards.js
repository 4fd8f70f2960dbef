/** @import { MessageView } from '../../../test/support/sandbox/screen.ts' */
import { avatar } from './people.js';
import { h } from './dom.js';
import { icon } from './icons.js';

/**
 * A place: a drawn map (no map service is asked) with a pin and its coordinates.
 *
 * @param {NonNullable<MessageView['location']>} place
 * @returns {HTMLElement}
 */
export function locationCard(place) {
  const at = `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`;
  const href = `https://www.openstreetmap.org/?mlat=${place.latitude}&mlon=${place.longitude}#map=15/${place.latitude}/${place.longitude}`;
  const map = h(
    'a',
    {
      class: 'map',
      href,
      target: '_blank',
      rel: 'noreferrer noopener',
      'aria-label': `Map of ${at}`,
    },
    h('span', { class: 'map-pin' }, icon('pin')),
  );
  const title = place.title ? h('div', { class: 'title' }, place.title) : undefined;
  const address = h('div', { class: 'detail' }, place.address ?? at);
  return h('div', { class: 'place' }, map, h('div', { class: 'place-text' }, title, address));
}

/**
 * @param {NonNullable<MessageView['contact']>} contact
 * @returns {HTMLElement}
 */
export function contactCard(contact) {
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  const id = Number(contact.phoneNumber.replace(/\D/gu, '').slice(-6));
  const lines = h(
    'div',
    {},
    h('div', { class: 'title' }, name),
    h('div', { class: 'detail' }, contact.phoneNumber),
  );
  return h('div', { class: 'contact' }, avatar({ id, name }), lines);
}

/**
 * @param {NonNullable<MessageView['poll']>} poll
 * @returns {HTMLElement}
 */
export function pollCard(poll) {
  const options = poll.options.map((option) => h('li', {}, option));
  return h(
    'div',
    { class: 'poll' },
    h('div', { class: 'title' }, poll.question),
    h('div', { class: 'detail' }, 'Poll'),
    h('ul', {}, ...options),
  );
}

/**
 * @param {NonNullable<MessageView['dice']>} dice
 * @returns {HTMLElement}
 */
export function diceCard(dice) {
  return h(
    'div',
    { class: 'dice', role: 'img', 'aria-label': `${dice.emoji} shows ${dice.value}` },
    h('span', { class: 'dice-emoji' }, dice.emoji),
    h('span', { class: 'dice-value' }, dice.value),
  );
}

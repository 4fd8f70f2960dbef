import { characters } from './format.js';
import { h } from './dom.js';

const COLOURS = 7;

/**
 * The CSS class of a person's colour; the same person has the same colour everywhere.
 *
 * @param {number} id
 * @returns {string}
 */
export function colourOf(id) {
  return `colour-${Math.abs(id) % COLOURS}`;
}

/**
 * Up to two initials, whole characters even where one takes several code units.
 *
 * @param {string} name
 * @returns {string}
 */
export function initials(name) {
  const words = name.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = words.map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '');
  const first = letters[0];
  if (first === undefined) return characters(name.trim())[0] ?? '?';
  const last = letters.length > 1 ? letters.at(-1) : '';
  return (first + last).toUpperCase();
}

/**
 * A round picture with initials; decoration, because the name always stands beside it.
 *
 * @param {{ id: number, name: string }} person
 * @param {string} [size] a CSS class
 * @returns {HTMLElement}
 */
export function avatar(person, size = '') {
  return h(
    'span',
    { class: `avatar ${colourOf(person.id)} ${size}`, 'aria-hidden': 'true' },
    initials(person.name),
  );
}

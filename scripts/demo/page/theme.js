import { icon } from './icons.js';

const KEY = 'theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

/**
 * Light or dark as the system says, until the person chooses with the button; the choice is remembered.
 *
 * @param {HTMLElement} button
 */
export function setUpTheme(button) {
  let chosen = localStorage.getItem(KEY);

  function show() {
    const now = chosen ?? (dark.matches ? 'dark' : 'light');
    document.documentElement.dataset['theme'] = now;
    button.replaceChildren(icon(now === 'dark' ? 'sun' : 'moon'));
  }

  button.addEventListener('click', () => {
    chosen = document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark';
    localStorage.setItem(KEY, chosen);
    show();
  });
  dark.addEventListener('change', show);
  show();
}

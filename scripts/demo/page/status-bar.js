import { h } from './dom.js';
import { timeOf } from './format.js';

/**
 * The thin line on top of a phone's screen with the time; decoration.
 *
 * @returns {HTMLElement}
 */
export function statusBar() {
  const time = h('span', {}, timeOf(Date.now() / 1000));
  setInterval(() => {
    time.textContent = timeOf(Date.now() / 1000);
  }, 10_000);
  const battery = h('span', { class: 'battery' }, h('i'));
  const bars = h('span', { class: 'bars' }, h('i'), h('i'), h('i'), h('i'));
  return h(
    'div',
    { class: 'status-bar', 'aria-hidden': 'true' },
    time,
    h('span', { class: 'notch' }),
    h('span', { class: 'signs' }, bars, battery),
  );
}

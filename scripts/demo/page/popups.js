/** @import { IconName } from './icons.js' */
import { h } from './dom.js';
import { icon } from './icons.js';

const TOAST_MS = 4000;
const EDGE_PX = 8;

/**
 * @typedef {{ label: string, icon: IconName, danger?: boolean, run: () => void }} MenuEntry
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{
 *   element: HTMLElement,
 *   menu(entries: readonly MenuEntry[], anchor: HTMLElement, options?: { point?: Point, top?: HTMLElement }): void,
 *   alert: (text: string) => void,
 *   confirm(text: string, yes: string): Promise<boolean>,
 *   toast: (text: string) => void,
 *   closeMenu: () => void,
 * }} Popups
 */

/**
 * Menus, alerts and toasts of one phone, kept inside its screen.
 *
 * @param {() => HTMLElement} behind what an open alert makes inert
 * @returns {Popups}
 */
export function createPopups(behind) {
  const toasts = h('div', { class: 'toasts', role: 'status' });
  const element = h('div', { class: 'layer' }, toasts);
  /** @type {HTMLElement | undefined} */
  let openMenu;
  /** @type {HTMLElement | undefined} */
  let opener;

  function closeMenu() {
    if (!openMenu) return;
    const hadFocus = openMenu.contains(document.activeElement);
    openMenu.remove();
    openMenu = undefined;
    if (hadFocus) opener?.focus({ preventScroll: true });
  }

  document.addEventListener('pointerdown', (event) => {
    if (openMenu && event.target instanceof Node && !openMenu.contains(event.target)) closeMenu();
  });
  addEventListener('resize', closeMenu);

  /** @type {Popups['menu']} */
  function menu(entries, anchor, options = {}) {
    closeMenu();
    opener = anchor;
    const items = entries.map((entry) =>
      h(
        'button',
        {
          role: 'menuitem',
          type: 'button',
          class: entry.danger ? 'item danger' : 'item',
          onclick: () => {
            closeMenu();
            entry.run();
          },
        },
        icon(entry.icon),
        entry.label,
      ),
    );
    const box = h('div', { class: 'menu', role: 'menu' }, options.top, ...items);
    box.addEventListener('keydown', (event) => moveFocus(event, box, closeMenu));
    box.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('[data-closes]')) closeMenu();
    });
    box.addEventListener('contextmenu', (event) => event.preventDefault());
    openMenu = box;
    element.append(box);
    place(box, element, anchor, options.point);
    box.querySelector('button')?.focus({ preventScroll: true });
  }

  /**
   * @param {string} text
   * @param {readonly { label: string, value: boolean, danger?: boolean }[]} choices the last one has the focus
   * @returns {Promise<boolean>}
   */
  function ask(text, choices) {
    closeMenu();
    const before = document.activeElement;
    const { promise, resolve } = Promise.withResolvers();
    const buttons = choices.map(({ label, value, danger }) =>
      h(
        'button',
        { type: 'button', class: danger ? 'danger' : '', onclick: () => finish(value) },
        label,
      ),
    );
    const box = h(
      'div',
      { class: 'alert', role: 'alertdialog', 'aria-modal': 'true', 'aria-label': text },
      h('p', { dir: 'auto' }, text),
      h('div', { class: 'choices' }, ...buttons),
    );
    const shade = h('div', { class: 'shade' }, box);
    /** @param {boolean} value */
    function finish(value) {
      shade.remove();
      behind().inert = element.querySelector('.shade') !== null;
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      resolve(value);
    }
    shade.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      finish(false);
    });
    element.append(shade);
    behind().inert = true;
    buttons.at(-1)?.focus();
    return promise;
  }

  return {
    element,
    menu,
    closeMenu,
    alert: (text) => void ask(text, [{ label: 'OK', value: true }]),
    confirm: (text, yes) =>
      ask(text, [
        { label: 'Cancel', value: false },
        { label: yes, value: true, danger: true },
      ]),
    toast(text) {
      const box = h('div', { class: 'toast', dir: 'auto' }, text);
      toasts.append(box);
      setTimeout(() => box.remove(), TOAST_MS);
    },
  };
}

/**
 * Puts the menu at the point, or under or over its anchor, where it fits inside the phone.
 *
 * @param {HTMLElement} box
 * @param {HTMLElement} layer
 * @param {HTMLElement} anchor
 * @param {Point} [point]
 */
function place(box, layer, anchor, point) {
  const room = layer.getBoundingClientRect();
  const at = anchor.getBoundingClientRect();
  const x = (point?.x ?? at.right - box.offsetWidth) - room.left;
  const under = (point?.y ?? at.bottom + 4) - room.top;
  const over = (point?.y ?? at.top - 4) - room.top - box.offsetHeight;
  const fits = under + box.offsetHeight + EDGE_PX <= room.height;
  const y = fits ? under : over;
  const widest = room.width - box.offsetWidth - EDGE_PX;
  const lowest = room.height - box.offsetHeight - EDGE_PX;
  box.style.setProperty('left', `${Math.max(EDGE_PX, Math.min(x, widest))}px`);
  box.style.setProperty('top', `${Math.max(EDGE_PX, Math.min(y, lowest))}px`);
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} box
 * @param {() => void} close
 */
function moveFocus(event, box, close) {
  const items = [...box.querySelectorAll('button')];
  const at = items.findIndex((item) => item === document.activeElement);
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    event.stopPropagation();
    close();
  } else if (event.key in steps) {
    event.preventDefault();
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    items[(at + step + items.length) % items.length]?.focus();
  }
}

/** @import { ChatView } from '../../../test/support/sandbox/screen.ts' */
import { fill, h } from './dom.js';

/** @typedef {ChatView['commands']} Commands */

/**
 * The list of a bot's commands over the text field: opened by the "/" button, or by typing a slash, and then narrowed
 * by what is typed.
 *
 * @param {(command: string) => void} onPick
 * @returns {{
 *   element: HTMLElement, toggle(commands: Commands, anchor: HTMLElement): void,
 *   filter(commands: Commands, typed: string): void, key(event: KeyboardEvent): boolean, close(): boolean,
 * }} `key` and `close` tell whether they had something to do
 */
export function createCommandMenu(onPick) {
  const element = h('div', {
    class: 'commands',
    role: 'listbox',
    'aria-label': 'Commands',
    hidden: true,
  });
  let at = 0;
  let byTyping = false;

  const options = () => [...element.querySelectorAll('button')];

  /** @param {Commands} commands */
  function show(commands) {
    element.hidden = commands.length === 0;
    fill(
      element,
      ...commands.map(({ command, description }) =>
        h(
          'button',
          {
            type: 'button',
            role: 'option',
            class: 'command-row',
            onclick: () => {
              close();
              onPick(command);
            },
          },
          h('b', {}, `/${command}`),
          h('span', {}, description),
        ),
      ),
    );
    mark(0);
  }

  /** @param {number} index */
  function mark(index) {
    const rows = options();
    at = rows.length === 0 ? 0 : (index + rows.length) % rows.length;
    rows.forEach((row, i) => row.setAttribute('aria-selected', String(i === at)));
    rows[at]?.scrollIntoView({ block: 'nearest' });
  }

  function close() {
    const open = !element.hidden;
    element.hidden = true;
    return open;
  }

  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !element.parentElement?.contains(event.target)) close();
  });

  return {
    element,
    close,
    toggle(commands) {
      byTyping = false;
      if (close()) return;
      show(commands);
      options()[0]?.focus();
    },
    filter(commands, typed) {
      const match = /^\/([a-z\d_]*)$/iu.exec(typed);
      if (!match) {
        if (byTyping) close();
        byTyping = false;
        return;
      }
      byTyping = true;
      const begin = (match[1] ?? '').toLowerCase();
      show(commands.filter(({ command }) => command.startsWith(begin) && command !== begin));
    },
    key(event) {
      if (element.hidden) return false;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        mark(at + (event.key === 'ArrowDown' ? 1 : -1));
        return true;
      }
      if (event.key === 'Tab' && options().length > 0) {
        event.preventDefault();
        options()[at]?.click();
        return true;
      }
      return false;
    },
  };
}

/** @import { ButtonView, MediaView, MessageView } from '../../../test/support/sandbox/screen.ts' */

/**
 * What a tap on a message can ask of the phone.
 *
 * @typedef {{
 *   onCommand(command: string): void,
 *   onPicture(media: MediaView, label: string): void,
 *   onMenu(message: MessageView, anchor: HTMLElement, point?: { x: number, y: number }): void,
 *   onReply(message: MessageView): void,
 *   onReact(message: MessageView, emoji: string): void,
 *   onButton(message: MessageView, button: ButtonView, element: HTMLElement): void,
 *   onQuote(messageId: number): void,
 * }} MessageActions
 */

const HOLD_MS = 450;
const HOLD_SLIP_PX = 10;

/**
 * Opens a message's menu by right click, by a long press (iOS sends no contextmenu for one), and answers a double
 * click with a reply, all by listening once on the list.
 *
 * @param {HTMLElement} list
 * @param {(id: number) => MessageView | undefined} find
 * @param {MessageActions} actions
 */
export function listenToMessages(list, find, actions) {
  /** @param {EventTarget | null} target */
  const hit = (target) => {
    const element = target instanceof Element ? target.closest('[data-mid]') : null;
    if (!(element instanceof HTMLElement)) return undefined;
    const message = find(Number(element.dataset['mid']));
    return message && message.kind !== 'service' ? { element, message } : undefined;
  };

  list.addEventListener('contextmenu', (event) => {
    const found = hit(event.target);
    if (!found || !getSelection()?.isCollapsed) return;
    event.preventDefault();
    actions.onMenu(found.message, found.element, { x: event.clientX, y: event.clientY });
  });

  list.addEventListener('dblclick', (event) => {
    const target = event.target;
    if (!(target instanceof Element) || target.closest('a, button, video, .bubble .text')) return;
    const found = hit(target);
    if (found) actions.onReply(found.message);
  });

  /** @type {number | undefined} */
  let hold;
  let from = { x: 0, y: 0 };
  list.addEventListener('pointerdown', (event) => {
    clearTimeout(hold);
    if (event.pointerType !== 'touch') return;
    const found = hit(event.target);
    if (!found) return;
    from = { x: event.clientX, y: event.clientY };
    hold = setTimeout(() => actions.onMenu(found.message, found.element, from), HOLD_MS);
  });
  list.addEventListener('pointermove', (event) => {
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > HOLD_SLIP_PX)
      clearTimeout(hold);
  });
  for (const name of ['pointerup', 'pointercancel', 'scroll']) {
    list.addEventListener(name, () => clearTimeout(hold));
  }
}

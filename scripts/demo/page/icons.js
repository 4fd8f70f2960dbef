/** Outlines on a 24 by 24 grid, drawn with the text colour. */
const PATHS = {
  attach:
    'M20 11.5l-8 8a5.3 5.3 0 0 1-7.5-7.5l8.5-8.5a3.5 3.5 0 0 1 5 5l-8.5 8.5a1.8 1.8 0 0 1-2.5-2.5l7.5-7.5',
  back: 'M15 5l-7 7 7 7',
  block: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.7 5.7l12.6 12.6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6L6 18',
  contact: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  dice: 'M5 5h14v14H5zM9 9h.01M15 15h.01M12 12h.01M15 9h.01M9 15h.01',
  down: 'M6 9.5l6 6 6-6',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  edit: 'M4 20l1-4L16.5 4.5l3 3L8 19zM14 7l3 3',
  external: 'M8 16L17 7M9.5 7H17v7.5',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  forum: 'M4 5h16v11H10l-4 4v-4H4z',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01',
  lock: 'M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3',
  mic: 'M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  more: 'M12 5.5h.01M12 12h.01M12 18.5h.01',
  pause: 'M8 5v14M16 5v14',
  pin: 'M12 21s7-6.3 7-11.5a7 7 0 0 0-14 0C5 14.7 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  play: 'M8 5l11 7-11 7z',
  poll: 'M6 20V11M12 20V4M18 20v-6',
  pushpin: 'M9 4h6l-1 6 3 3H7l3-3zM12 13v7',
  reply: 'M10 6L4 12l6 6v-4c5 0 8 1.5 10 5 0-6-3-10-10-10z',
  send: 'M4 12L3 4.5 21.5 12 3 19.5 4 12zM4 12h8',
  slash: 'M14.5 5l-5 14',
  sticker: 'M12 4a8 8 0 1 0 8 8c-5 0-8-3-8-8zM12 4l8 8M8.5 14c1 1.5 2.5 2 4 2',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  video: 'M4 6h11v12H4zM15 10l5-3v10l-5-3',
};

/** @typedef {keyof typeof PATHS} IconName */

/** @type {Partial<Record<IconName, string>>} */
const EXTRA_CLASS = { play: ' filled', send: ' filled', more: ' heavy' };

/**
 * One icon, hidden from screen readers: what it means is said by the control around it.
 *
 * @param {IconName} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon${EXTRA_CLASS[name] ?? ''}`);
  const path = document.createElementNS(ns, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.appendChild(path);
  return svg;
}

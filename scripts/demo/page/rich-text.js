/** @import { MessageEntity } from 'grammy/types' */
/** @import { Piece } from './entity-tree.js' */
import { h } from './dom.js';
import { entityTree } from './entity-tree.js';

/** @typedef {{ onCommand(command: string): void }} TextActions */

const SCHEMES = new Set(['http:', 'https:', 'tg:']);
const BLOCKS = new Set(['pre', 'blockquote', 'expandable_blockquote']);
/** @type {Record<string, 'strong' | 'em' | 'u' | 's' | 'code'>} */
const TAGS = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code' };
const HIGHLIGHTED = new Set([
  'mention',
  'text_mention',
  'hashtag',
  'cashtag',
  'email',
  'phone_number',
]);

/**
 * The address behind a link, or undefined when it must not be followed: only http, https and tg are let through.
 *
 * @param {string} raw
 * @returns {string | undefined}
 */
export function safeLink(raw) {
  const address =
    /^[a-z][a-z\d+.-]*:/iu.test(raw) && !/^[\w.-]+:\d/u.test(raw) ? raw : `https://${raw}`;
  const url = URL.parse(address);
  return url && SCHEMES.has(url.protocol) ? url.href : undefined;
}

/**
 * A message's text with its formatting, as nodes made of text only.
 *
 * @param {string} text
 * @param {readonly MessageEntity[]} entities
 * @param {TextActions} actions
 * @returns {Node[]}
 */
export function richText(text, entities, actions) {
  return nodes(entityTree(text, entities), actions);
}

/**
 * @param {readonly Piece[]} pieces
 * @param {TextActions} actions
 * @returns {Node[]}
 */
function nodes(pieces, actions) {
  return pieces.map((piece, index) => {
    if (piece.entity) return element(piece, piece.entity, actions);
    return document.createTextNode(besideBlocks(piece.text, pieces[index - 1], pieces[index + 1]));
  });
}

/**
 * A block stands on its own line, so one line break beside it would show as an empty line.
 *
 * @param {string} text
 * @param {Piece | undefined} before
 * @param {Piece | undefined} after
 */
function besideBlocks(text, before, after) {
  const cut = before?.entity && BLOCKS.has(before.entity.type) ? text.replace(/^\n/u, '') : text;
  return after?.entity && BLOCKS.has(after.entity.type) ? cut.replace(/\n$/u, '') : cut;
}

/**
 * @param {Piece} piece
 * @param {MessageEntity} entity
 * @param {TextActions} actions
 * @returns {HTMLElement}
 */
function element(piece, entity, actions) {
  const inner = nodes(piece.children ?? [], actions);
  const tag = TAGS[entity.type];
  if (tag) return h(tag, {}, ...inner);
  if (HIGHLIGHTED.has(entity.type)) return h('span', { class: 'link' }, ...inner);
  switch (entity.type) {
    case 'url':
      return link(piece.text, inner);
    case 'text_link':
      return link(entity.url, inner);
    case 'bot_command':
      return h(
        'button',
        { class: 'link command', type: 'button', onclick: () => actions.onCommand(piece.text) },
        ...inner,
      );
    case 'spoiler':
      return spoiler(inner);
    case 'pre':
      return h(
        'pre',
        { dataset: entity.language ? { language: entity.language } : {} },
        h('code', {}, ...inner),
      );
    case 'blockquote':
      return h('blockquote', {}, ...inner);
    case 'expandable_blockquote':
      return expandable(inner);
    default:
      return h('span', {}, ...inner);
  }
}

/**
 * @param {string} raw
 * @param {Node[]} inner
 */
function link(raw, inner) {
  const href = safeLink(raw);
  if (!href) return h('span', {}, ...inner);
  const props = { class: 'link', href, title: href, target: '_blank', rel: 'noreferrer noopener' };
  return h('a', props, ...inner);
}

/** @param {Node[]} inner */
function spoiler(inner) {
  const hidden = h('span', { class: 'hidden-text', 'aria-hidden': 'true' }, ...inner);
  const box = h(
    'span',
    { class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': 'Show hidden text' },
    hidden,
  );
  /** @param {Event} event */
  const reveal = (event) => {
    if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    box.classList.add('shown');
    hidden.removeAttribute('aria-hidden');
    for (const name of ['role', 'tabindex', 'aria-label']) box.removeAttribute(name);
    box.removeEventListener('click', reveal);
    box.removeEventListener('keydown', reveal);
  };
  box.addEventListener('click', reveal);
  box.addEventListener('keydown', reveal);
  return box;
}

/**
 * Three lines of a quote, and a button where there is more.
 * @param {Node[]} inner
 */
function expandable(inner) {
  const text = h('div', { class: 'folded' }, ...inner);
  const toggle = h(
    'button',
    {
      class: 'fold',
      type: 'button',
      'aria-expanded': 'false',
      onclick: () => {
        const open = !text.classList.toggle('folded');
        toggle.setAttribute('aria-expanded', String(open));
        toggle.textContent = open ? 'Show less' : 'Show more';
      },
    },
    'Show more',
  );
  // Whether all of it fits is known once it is laid out, and changes with the width.
  new ResizeObserver(() => {
    if (text.classList.contains('folded')) toggle.hidden = text.scrollHeight <= text.clientHeight;
  }).observe(text);
  return h('blockquote', { class: 'expandable' }, text, toggle);
}

/** @import { Attachment } from './read-files.js' */
/** @import { FileInput } from '../../../test/support/sandbox/screen.ts' */
import { fill, h } from './dom.js';
import { icon } from './icons.js';
import { readFile, toInput } from './read-files.js';

/** Telegram's limit for one album. */
const MOST = 10;

/**
 * The strip of files that go with the next message.
 *
 * @param {{ onError(text: string): void, onChange(): void }} actions
 * @returns {{ element: HTMLElement, add(files: Iterable<File>, asFile: boolean): Promise<void>, count(): number, clear(): void,
 *   take(): { inputs: () => Promise<FileInput[]>, release: () => void, putBack: () => void } }} `take` empties the strip and
 *   holds what was in it until it is known whether it was sent
 */
export function createAttachments(actions) {
  const strip = h('ul', { class: 'thumbs', 'aria-label': 'Attached files' });
  const box = h('input', { type: 'checkbox' });
  const element = h(
    'div',
    { class: 'attachments', hidden: true },
    strip,
    h('label', { class: 'as-file' }, box, 'Send without compression'),
  );
  /** @type {Attachment[]} */
  let list = [];

  function show() {
    element.hidden = list.length === 0;
    fill(strip, ...list.map(thumb));
    actions.onChange();
  }

  /** @param {Attachment} attachment */
  function thumb(attachment) {
    const remove = h(
      'button',
      { type: 'button', class: 'remove', 'aria-label': `Remove ${attachment.name}` },
      icon('close'),
    );
    remove.addEventListener('click', () => {
      list = list.filter((other) => other !== attachment);
      release(attachment);
      show();
    });
    return h('li', { class: 'thumb', title: attachment.name }, face(attachment), remove);
  }

  function clear() {
    for (const attachment of list) release(attachment);
    list = [];
    box.checked = false;
    show();
  }

  return {
    element,
    async add(files, asFile) {
      for (const file of files) {
        if (list.length === MOST) {
          actions.onError(`One message carries up to ${MOST} files.`);
          break;
        }
        try {
          list.push(await readFile(file));
        } catch (error) {
          actions.onError(error instanceof Error ? error.message : 'The file could not be read.');
        }
      }
      if (asFile) box.checked = true;
      show();
    },
    take() {
      const held = list;
      const asFile = box.checked;
      list = [];
      box.checked = false;
      show();
      return {
        inputs: () => Promise.all(held.map((attachment) => toInput(attachment, asFile))),
        release: () => held.forEach(release),
        putBack() {
          list = held;
          box.checked = asFile;
          show();
        },
      };
    },
    count: () => list.length,
    clear,
  };
}

/** @param {Attachment} attachment */
function release(attachment) {
  if (attachment.preview) URL.revokeObjectURL(attachment.preview);
}

/** @param {Attachment} attachment */
function face(attachment) {
  if (attachment.kind === 'photo' || attachment.kind === 'animation') {
    return h('img', { src: attachment.preview, alt: attachment.name });
  }
  if (attachment.kind === 'video')
    return h('video', { src: attachment.preview, preload: 'metadata' });
  return h('span', { class: 'thumb-name' }, icon('file'), h('span', {}, attachment.name));
}

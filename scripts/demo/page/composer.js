/** @import { ChatView, FileInput, MessageView } from '../../../test/support/sandbox/screen.ts' */
/** @import { MessageEntity } from 'grammy/types' */
/** @import { Popups } from './popups.js' */
/** @import { Sample } from './samples.js' */
import { createAttachments } from './attachments.js';
import { createCommandMenu } from './command-menu.js';
import { fill, h } from './dom.js';
import { icon } from './icons.js';
import { readTyped, toTyped } from './typed-text.js';
import { SAMPLES } from './samples.js';
import { snippet } from './snippet.js';
import { splitFiles } from './split-files.js';

const TALLEST_PX = 160;

/**
 * @typedef {{ text?: string, entities?: MessageEntity[], files?: FileInput[], replyTo?: number } & Sample} Outgoing
 * @typedef {'write' | 'start' | 'blocked' | 'none'} Mode what stands at the foot of the chat
 * @typedef {{ key: string, mode: Mode, commands: ChatView['commands'] }} ComposerView
 * @typedef {{
 *   onSend(message: Outgoing): Promise<boolean>,
 *   onEdit(message: MessageView, text: string, entities: MessageEntity[]): Promise<boolean>,
 *   onStart(): void, onUnblock(): void,
 * }} ComposerActions each promise tells whether it worked, so that what was typed comes back when it did not
 * @typedef {{
 *   element: HTMLElement, render(view: ComposerView): void, reply(message: MessageView): void,
 *   ask(message: MessageView): void,
 *   edit(message: MessageView): void, addFiles(files: Iterable<File>): void, focus(): void,
 * }} Composer
 */

/**
 * The foot of the chat: the text field with everything around it.
 *
 * @param {Popups} popups
 * @param {ComposerActions} actions
 * @returns {Composer}
 */
export function createComposer(popups, actions) {
  const field = h('textarea', {
    rows: '1',
    placeholder: 'Message',
    'aria-label': 'Message',
    dir: 'auto',
    enterkeyhint: 'send',
  });
  const attach = round('attach', 'Attach');
  const slash = round('slash', 'Commands');
  const send = round('send', 'Send');
  send.classList.add('send');
  const picker = h('input', {
    type: 'file',
    multiple: true,
    hidden: true,
    'aria-label': 'Choose files',
  });
  const about = h('div', { class: 'about', hidden: true });
  const files = createAttachments({ onError: popups.toast, onChange: update });
  const commands = createCommandMenu(
    (command) => void deliver({ text: `/${command}` }).then(clearField),
  );
  const line = h(
    'div',
    { class: 'line' },
    attach,
    h('div', { class: 'field' }, field, slash),
    send,
    picker,
  );
  const big = h('button', { class: 'big', type: 'button', hidden: true });
  const element = h(
    'footer',
    { class: 'composer' },
    commands.element,
    about,
    files.element,
    line,
    big,
  );

  /** @type {Map<string, string>} */
  const drafts = new Map();
  /** @type {{ reply?: MessageView, edit?: MessageView }} */
  let context = {};
  /** Questions for which the field was opened already. @type {Set<number>} */
  const asked = new Set();
  /** @type {ComposerView} */
  let view = { key: '', mode: 'none', commands: [] };
  let asFile = false;

  attach.addEventListener('click', () => openAttachMenu());
  slash.addEventListener('click', () => commands.toggle(view.commands, slash));
  send.addEventListener('click', () => void submit());
  big.addEventListener('click', () =>
    view.mode === 'start' ? actions.onStart() : actions.onUnblock(),
  );
  picker.addEventListener('change', () => {
    void files.add([...(picker.files ?? [])], asFile).then(() => field.focus());
    picker.value = '';
  });
  field.addEventListener('input', update);
  field.addEventListener('paste', (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length === 0) return;
    event.preventDefault();
    void files.add(pasted, false);
  });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      if (commands.close()) field.focus();
      else leave();
    }
    if (event.target !== field || event.isComposing) return;
    if (commands.key(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void submit();
    }
  });

  function fitField() {
    field.style.removeProperty('height');
    // Zero while the phone is hidden behind the other tab.
    const height = Math.min(field.scrollHeight, TALLEST_PX);
    if (height > 0) field.style.setProperty('height', `${height}px`);
  }

  function update() {
    fitField();
    send.classList.toggle('ready', field.value.trim() !== '' || files.count() > 0);
    slash.hidden = view.commands.length === 0 || field.value !== '';
    commands.filter(view.commands, field.value);
  }

  function clearField() {
    field.value = '';
    update();
  }

  function leave() {
    if (context.edit) clearField();
    setContext({});
  }

  /**
   * @param {typeof context} next
   * @param {boolean} [mayFocus]
   */
  function setContext(next, mayFocus = true) {
    context = next;
    const message = next.edit ?? next.reply;
    field.placeholder = next.reply?.forceReply?.placeholder ?? 'Message';
    about.hidden = !message;
    send.setAttribute('aria-label', next.edit ? 'Save' : 'Send');
    send.replaceChildren(icon(next.edit ? 'check' : 'send'));
    if (!message) return;
    const title = next.edit ? 'Edit message' : `Reply to ${message.from.name}`;
    const cancel = round('close', next.edit ? 'Cancel edit' : 'Cancel reply');
    cancel.addEventListener('click', leave);
    fill(
      about,
      icon(next.edit ? 'edit' : 'reply'),
      h(
        'div',
        { class: 'about-text' },
        h('b', {}, title),
        h('span', { dir: 'auto' }, snippet(message)),
      ),
      cancel,
    );
    if (mayFocus) field.focus();
  }

  /** @param {Outgoing} message */
  async function deliver(message) {
    const replyTo = context.reply?.messageId;
    setContext({});
    return actions.onSend({ ...message, ...(replyTo !== undefined && { replyTo }) });
  }

  async function submit() {
    const typed = field.value;
    const { text, entities } = readTyped(typed);
    const { edit, reply } = context;
    if (edit) {
      if (text === '' && edit.kind === 'text') return popups.toast('A message cannot be empty.');
      if (await actions.onEdit(edit, text, entities)) leave();
      return undefined;
    }
    if (text === '' && files.count() === 0) return undefined;
    const { key } = view;
    clearField();
    const held = files.take();
    const words = text === '' ? {} : { text, ...(entities.length > 0 && { entities }) };
    if (await deliverAll(words, splitFiles(await held.inputs()))) return held.release();
    if (view.key !== key || field.value !== '' || files.count() > 0) return held.release();
    field.value = typed;
    held.putBack();
    if (reply) setContext({ reply });
    update();
    return undefined;
  }

  /**
   * The words go with the first album.
   *
   * @param {Outgoing} words
   * @param {readonly FileInput[][]} albums
   */
  async function deliverAll(words, albums) {
    const [first, ...rest] = albums;
    if (!(await deliver({ ...words, ...(first && { files: first }) }))) return false;
    for (const album of rest) await deliver({ files: album });
    return true;
  }

  function openAttachMenu() {
    /** @param {boolean} plain */
    const choose = (plain) => () => {
      asFile = plain;
      picker.accept = plain ? '' : 'image/*,video/*';
      picker.click();
    };
    popups.menu(
      [
        { label: 'Photo or video', icon: 'image', run: choose(false) },
        { label: 'File', icon: 'file', run: choose(true) },
        ...SAMPLES.map((sample) => ({
          label: sample.label,
          icon: sample.icon,
          run: () =>
            void sample.make().then(deliver, (error) => {
              popups.toast(error instanceof Error ? error.message : 'That did not work.');
            }),
        })),
      ],
      attach,
    );
  }

  /** @param {ComposerView} next */
  function render(next) {
    if (next.key !== view.key) {
      drafts.set(view.key, context.edit ? '' : field.value);
      // A question that was left open is open again when the person comes back.
      if (context.reply) asked.delete(context.reply.messageId);
      setContext({});
      files.clear();
      field.value = drafts.get(next.key) ?? '';
    }
    const changed = next.key !== view.key || JSON.stringify(next) !== JSON.stringify(view);
    view = next;
    line.hidden = next.mode !== 'write';
    big.hidden = next.mode !== 'start' && next.mode !== 'blocked';
    big.textContent = next.mode === 'start' ? 'Start' : 'Unblock';
    if (next.mode !== 'write') commands.close();
    if (changed) update();
  }

  return {
    element,
    render,
    focus: () => field.focus(),
    reply: (message) => {
      if (context.edit) clearField();
      setContext({ reply: message });
    },
    ask(message) {
      if (asked.has(message.messageId) || context.edit) return;
      asked.add(message.messageId);
      // The other phone keeps the keyboard when its person is typing there.
      const active = document.activeElement;
      const elsewhere = active !== document.body && !element.parentElement?.contains(active);
      setContext({ reply: message }, !elsewhere);
    },
    edit(message) {
      field.value = toTyped(message.text, message.entities);
      setContext({ edit: message });
      update();
      field.setSelectionRange(field.value.length, field.value.length);
    },
    addFiles: (chosen) => void files.add(chosen, false),
  };
}

/**
 * @param {import('./icons.js').IconName} name
 * @param {string} label
 */
function round(name, label) {
  return h('button', { class: 'round', type: 'button', 'aria-label': label }, icon(name));
}

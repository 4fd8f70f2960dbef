/** @import { MessageView } from '../../../test/support/sandbox/screen.ts' */
import { characters } from './format.js';

/** @type {Record<MessageView['kind'], string>} */
const WORDS = {
  text: 'Message',
  photo: 'Photo',
  video: 'Video',
  voice: 'Voice message',
  video_note: 'Video message',
  audio: 'Audio',
  document: 'File',
  sticker: 'Sticker',
  animation: 'GIF',
  location: 'Location',
  venue: 'Place',
  contact: 'Contact',
  poll: 'Poll',
  dice: 'Dice',
  service: 'Service message',
};

const LONGEST = 90;

/**
 * A message in one short line, for quotes, the pinned bar, topic lists and screen readers.
 *
 * @param {MessageView} message
 * @returns {string}
 */
export function snippet(message) {
  const said = message.poll?.question ?? message.text;
  const named = message.kind === 'document' ? message.media?.fileName : message.media?.emoji;
  const word = [WORDS[message.kind], named].filter(Boolean).join(' ');
  const line =
    message.kind === 'text' || message.kind === 'service'
      ? said
      : [word, said].filter(Boolean).join(', ');
  const shown = characters(line.replace(/\s+/gu, ' '));
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST).join('')}…` : shown.join('');
}

/** @import { IconName } from './icons.js' */
/** @import { FileInput } from '../../../test/support/sandbox/screen.ts' */
/** @import { Attachment } from './read-files.js' */
import { toInput } from './read-files.js';

/**
 * What a person can send without having a file at hand.
 *
 * @typedef {{
 *   files?: FileInput[], location?: { latitude: number, longitude: number },
 *   contact?: { phoneNumber: string, firstName: string, lastName?: string },
 *   poll?: { question: string, options: string[] }, dice?: { emoji: string },
 * }} Sample
 */

const RATE = 8000;
const VOICE_SECONDS = 4;
const FILM_MS = 2000;
const FILM_SIDE = 240;

/**
 * One ready-made message of each kind that is hard to come by on a computer.
 *
 * @type {readonly { label: string, icon: IconName, make(): Promise<Sample> }[]}
 */
export const SAMPLES = [
  {
    label: 'Voice message',
    icon: 'mic',
    make: async () =>
      file({ blob: hum(), name: 'voice.wav', kind: 'voice', duration: VOICE_SECONDS }),
  },
  {
    label: 'Video message',
    icon: 'video',
    make: async () =>
      file({
        blob: await film(),
        name: 'round.webm',
        kind: 'video_note',
        duration: FILM_MS / 1000,
        width: FILM_SIDE,
        height: FILM_SIDE,
      }),
  },
  { label: 'Sticker', icon: 'sticker', make: async () => sticker() },
  {
    label: 'Location',
    icon: 'pin',
    make: async () => ({ location: { latitude: 38.7139, longitude: -9.1334 } }),
  },
  {
    label: 'Contact',
    icon: 'contact',
    make: async () => ({
      contact: { phoneNumber: '+1 555 0142', firstName: 'Robin', lastName: 'Hale' },
    }),
  },
  {
    label: 'Poll',
    icon: 'poll',
    make: async () => ({
      poll: {
        question: 'What should the next video be about?',
        options: ['Studio tour', 'Questions and answers', 'A day outside'],
      },
    }),
  },
  { label: 'Dice', icon: 'dice', make: async () => ({ dice: { emoji: '🎲' } }) },
];

/**
 * @param {Attachment} attachment
 * @returns {Promise<Sample>}
 */
async function file(attachment) {
  return { files: [await toInput(attachment, false)] };
}

/** A few hummed notes as a WAV file. */
function hum() {
  const samples = RATE * VOICE_SECONDS;
  const view = new DataView(new ArrayBuffer(44 + samples));
  const ascii = new TextEncoder();
  const bytes = new Uint8Array(view.buffer);
  bytes.set(ascii.encode('RIFF'), 0);
  bytes.set(ascii.encode('WAVEfmt '), 8);
  bytes.set(ascii.encode('data'), 36);
  view.setUint32(4, 36 + samples, true);
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  view.setUint32(40, samples, true);
  const notes = [220, 247, 262, 330, 294, 262, 247, 220];
  for (let index = 0; index < samples; index += 1) {
    const beat = (index / samples) * notes.length;
    const pitch = notes[Math.floor(beat)] ?? 220;
    const loud = Math.sin((beat % 1) * Math.PI);
    view.setUint8(
      44 + index,
      128 + Math.round(45 * loud * Math.sin((2 * Math.PI * pitch * index) / RATE)),
    );
  }
  return new Blob([view.buffer], { type: 'audio/wav' });
}

/** A smiling sun, drawn here. */
async function sticker() {
  const side = 256;
  const canvas = new OffscreenCanvas(side, side);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser cannot draw.');
  pen.translate(side / 2, side / 2);
  pen.fillStyle = '#ffb02e';
  for (let ray = 0; ray < 12; ray += 1) {
    pen.rotate(Math.PI / 6);
    pen.beginPath();
    pen.ellipse(0, -98, 13, 24, 0, 0, 2 * Math.PI);
    pen.fill();
  }
  pen.fillStyle = '#ffd45e';
  pen.beginPath();
  pen.arc(0, 0, 78, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = '#6b3e12';
  for (const x of [-28, 28]) {
    pen.beginPath();
    pen.ellipse(x, -14, 9, 13, 0, 0, 2 * Math.PI);
    pen.fill();
  }
  pen.strokeStyle = '#6b3e12';
  pen.lineWidth = 9;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.arc(0, 8, 36, 0.3, Math.PI - 0.3);
  pen.stroke();
  const blob = await canvas.convertToBlob({ type: 'image/webp' });
  const input = await toInput(
    { blob, name: 'sun.webp', kind: 'sticker', width: side, height: side },
    false,
  );
  return { files: [{ ...input, emoji: '🌞' }] };
}

/**
 * Two seconds of moving colour, recorded from a canvas.
 *
 * @returns {Promise<Blob>}
 */
async function film() {
  if (!('MediaRecorder' in globalThis)) throw new Error('This browser cannot record video.');
  const canvas = document.createElement('canvas');
  canvas.width = FILM_SIDE;
  canvas.height = FILM_SIDE;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser cannot draw.');
  const recorder = new MediaRecorder(canvas.captureStream(24));
  /** @type {Blob[]} */
  const pieces = [];
  recorder.addEventListener('dataavailable', (event) => pieces.push(event.data));
  const { promise, resolve } = Promise.withResolvers();
  recorder.addEventListener('stop', resolve);
  const began = performance.now();
  const timer = setInterval(() => {
    const part = (performance.now() - began) / FILM_MS;
    const sky = pen.createLinearGradient(0, 0, FILM_SIDE, FILM_SIDE);
    sky.addColorStop(0, `hsl(${250 + part * 80} 80% 62%)`);
    sky.addColorStop(1, `hsl(${330 + part * 80} 80% 66%)`);
    pen.fillStyle = sky;
    pen.fillRect(0, 0, FILM_SIDE, FILM_SIDE);
    pen.fillStyle = '#fff';
    pen.beginPath();
    const turn = part * 2 * Math.PI;
    pen.arc(
      FILM_SIDE / 2 + 55 * Math.cos(turn),
      FILM_SIDE / 2 + 55 * Math.sin(turn),
      26,
      0,
      2 * Math.PI,
    );
    pen.fill();
  }, 1000 / 24);
  recorder.start();
  setTimeout(() => recorder.stop(), FILM_MS);
  await promise;
  clearInterval(timer);
  return new Blob(pieces, { type: 'video/webm' });
}

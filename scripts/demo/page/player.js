/** @import { MediaView } from '../../../test/support/sandbox/screen.ts' */
import { clock } from './format.js';
import { h } from './dom.js';
import { icon } from './icons.js';

const BARS = 34;

/** The player that sounds now; one at a time on the whole page. @type {HTMLAudioElement | undefined} */
let playing;

/**
 * @param {HTMLAudioElement} audio
 */
function takeOver(audio) {
  if (playing !== audio) playing?.pause();
  playing = audio;
}

/**
 * Bars that look like speech and are always the same for the same file.
 *
 * @param {string} seed
 * @returns {number[]} heights from 0 to 1
 */
function wave(seed) {
  let state = 7;
  for (const char of seed) state = (state * 31 + char.charCodeAt(0)) >>> 0;
  return Array.from({ length: BARS }, (_, index) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    const noise = state / 2 ** 32;
    return 0.18 + 0.82 * noise * Math.abs(Math.sin(index * 0.55 + (seed.length % 5)));
  });
}

/**
 * @param {MediaView} media
 * @param {string} what what is played, for screen readers
 * @param {(part: number, seconds: number) => void} onProgress
 */
function controls(media, what, onProgress) {
  const audio = new Audio();
  audio.preload = 'none';
  audio.src = media.url;
  const length = () => media.duration ?? (Number.isFinite(audio.duration) ? audio.duration : 0);
  const button = h('button', { class: 'play', type: 'button' });
  const show = () => {
    button.replaceChildren(icon(audio.paused ? 'play' : 'pause'));
    button.setAttribute('aria-label', `${audio.paused ? 'Play' : 'Pause'} ${what}`);
  };
  button.addEventListener('click', () => {
    if (!audio.paused) return audio.pause();
    takeOver(audio);
    audio.play().catch(() => button.classList.add('broken'));
  });
  for (const name of ['play', 'pause', 'ended']) audio.addEventListener(name, show);
  audio.addEventListener('ended', () => onProgress(0, length()));
  audio.addEventListener('timeupdate', () => {
    const total = audio.duration || length() || 1;
    if (!audio.ended) onProgress(audio.currentTime / total, audio.currentTime);
  });
  show();
  return {
    button,
    /** @param {number} part */
    seek(part) {
      if (Number.isFinite(audio.duration)) audio.currentTime = part * audio.duration;
    },
  };
}

/**
 * A voice message: a wave that fills while it plays.
 *
 * @param {MediaView} media
 * @returns {HTMLElement}
 */
export function voicePlayer(media) {
  const bars = wave(media.fileUniqueId).map((height) =>
    h('i', { style: { height: `${Math.round(height * 100)}%` } }),
  );
  const time = h('span', { class: 'length' }, clock(media.duration ?? 0));
  const player = controls(
    media,
    `voice message, ${clock(media.duration ?? 0)}`,
    (part, seconds) => {
      bars.forEach((bar, index) => bar.classList.toggle('on', index < part * BARS));
      time.textContent = clock(seconds);
    },
  );
  const strip = h('div', { class: 'wave' }, ...bars);
  strip.addEventListener('click', (event) => player.seek(event.offsetX / strip.clientWidth));
  return h(
    'div',
    { class: 'audio voice' },
    player.button,
    h('div', { class: 'track' }, strip, time),
  );
}

/**
 * A piece of music with its title and a progress line.
 *
 * @param {MediaView} media
 * @returns {HTMLElement}
 */
export function musicPlayer(media) {
  const title = media.title ?? media.fileName ?? 'Audio';
  const line = h('div', { class: 'progress' });
  const time = h('span', {}, clock(media.duration ?? 0));
  const player = controls(media, title, (part, seconds) => {
    line.style.setProperty('--part', String(part));
    time.textContent = clock(seconds);
  });
  const facts = h('div', { class: 'length' }, time, media.performer ? ` · ${media.performer}` : '');
  const track = h('div', { class: 'track' }, h('div', { class: 'title' }, title), line, facts);
  return h('div', { class: 'audio' }, player.button, track);
}

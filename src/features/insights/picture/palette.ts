import type { PictureTheme, Tone } from '../rules/drawing.ts';

/** Colours of one theme. */
export interface Palette {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  /** Behind bars, to their full length. */
  readonly track: string;
  /** From no message to most. */
  readonly heat: readonly string[];
  readonly tones: Readonly<Record<Tone, string>>;
}

/** Text colours have a contrast of at least 4.5 to the background, and tones of at least 3 (WCAG 2.2, 1.4.3 and 1.4.11). */
export const palettes: Readonly<Record<PictureTheme, Palette>> = {
  light: {
    background: '#ffffff',
    text: '#16181d',
    muted: '#667080',
    grid: '#e8eaee',
    track: '#f1f3f6',
    heat: ['#f1f3f6', '#cfdcfb', '#8fb0f5', '#4a7bec', '#1f4fc4'],
    tones: {
      from: '#3268e6',
      to: '#0d9482',
      fans: '#7c4fe0',
      answers: '#0d9482',
      slow: '#c97a09',
      plain: '#667080',
      vip: '#c97a09',
      active: '#3268e6',
      new: '#0d9482',
      cooling: '#7b8fb5',
      lost: '#8f96a3',
      sent: '#0d9482',
      edited: '#3268e6',
      dismissed: '#8f96a3',
      'by-hand': '#c97a09',
    },
  },
  dark: {
    background: '#15181d',
    text: '#f2f4f7',
    muted: '#9aa4b2',
    grid: '#2a2f37',
    track: '#22262d',
    heat: ['#22262d', '#1e3565', '#2b55ab', '#4f86f0', '#a9c7ff'],
    tones: {
      from: '#6d9bff',
      to: '#2ec4ae',
      fans: '#ab8bff',
      answers: '#2ec4ae',
      slow: '#f0aa3c',
      plain: '#9aa4b2',
      vip: '#f0aa3c',
      active: '#6d9bff',
      new: '#2ec4ae',
      cooling: '#8ba0c7',
      lost: '#7d8693',
      sent: '#2ec4ae',
      edited: '#6d9bff',
      dismissed: '#7d8693',
      'by-hand': '#f0aa3c',
    },
  },
};

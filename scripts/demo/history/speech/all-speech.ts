import type { Speech } from '../speech.ts';
import { arabic } from './arabic.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import { japanese } from './japanese.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';

/** What the demo's fans speak; the shares add up to a hundred. */
export const allSpeech: readonly Speech[] = [english, spanish, russian, german, arabic, japanese];

import { fold } from '#src/features/search/index.ts';
import { courtesies } from './courtesies.ts';

const spaced = new RegExp(fold(courtesies.spaced), 'gu');

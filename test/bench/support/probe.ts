import { probeCalls } from './probe-calls.ts';
import { serveCalls } from './serve-calls.ts';

// Loaded into the program's own process (`--import`), which knows nothing of it.
serveCalls(probeCalls);

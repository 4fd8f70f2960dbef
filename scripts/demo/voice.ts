import type { FileInput } from '#test/support/sandbox/screen.ts';

const RATE = 8000;
const HEADER_BYTES = 44;
/** The notes of the hummed tune, in hertz. */
const TUNE = [262, 294, 330, 392, 330, 294, 330, 262];

/** A voice message of this many seconds: a hummed tune as an 8-bit mono WAV file, which every browser plays. */
export function voice(seconds: number): FileInput {
  const count = RATE * seconds;
  const wav = Buffer.alloc(HEADER_BYTES + count);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(HEADER_BYTES - 8 + count, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(count, 40);
  for (let index = 0; index < count; index += 1) {
    const beat = (index / RATE) * 2;
    const pitch = TUNE[Math.floor(beat) % TUNE.length] ?? 262;
    const loudness = Math.sin((beat % 1) * Math.PI) * 42;
    const tone = Math.sin((2 * Math.PI * pitch * index) / RATE);
    wav[HEADER_BYTES + index] = 128 + Math.round(loudness * tone);
  }
  return {
    kind: 'voice',
    data: wav.toString('base64'),
    fileName: 'voice.wav',
    mimeType: 'audio/wav',
    duration: seconds,
  };
}

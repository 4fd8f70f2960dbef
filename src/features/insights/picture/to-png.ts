import { readFileSync } from 'node:fs';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { fontFamily } from './frame.ts';

const bytesOf = (url: string) => readFileSync(new URL(url));

await initWasm(bytesOf(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm')));

/** Noto Sans, regular and semi-bold: Latin, Greek and Cyrillic. No other font is looked at. */
const fontBuffers = [
  import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
].map(bytesOf);

/** Turns an SVG into a PNG of the same size. */
export function toPng(svg: string): Uint8Array {
  const image = new Resvg(svg, {
    font: { fontBuffers, defaultFontFamily: fontFamily, sansSerifFamily: fontFamily },
  });
  const rendered = image.render();
  const png = rendered.asPng();
  rendered.free();
  image.free();
  return png;
}

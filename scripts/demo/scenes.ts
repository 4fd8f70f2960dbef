import type { FileInput } from '#test/support/sandbox/screen.ts';
import { type Colour, paintPng } from './png.ts';

const WIDTH = 480;
const HEIGHT = 360;

function mix(a: Colour, b: Colour, part: number): Colour {
  const p = Math.min(1, Math.max(0, part));
  return [a[0] + (b[0] - a[0]) * p, a[1] + (b[1] - a[1]) * p, a[2] + (b[2] - a[2]) * p];
}

/** 1 inside a round light, fading over its edge. */
function glow(
  x: number,
  y: number,
  atX: number,
  atY: number,
  radius: number,
  edge: number,
): number {
  const distance = Math.hypot((x - atX) * (WIDTH / HEIGHT), y - atY);
  return Math.min(1, Math.max(0, (radius + edge - distance) / edge));
}

function sunset(x: number, y: number): Colour {
  const horizon = 0.62;
  const sky = mix([58, 46, 110], [255, 158, 92], y / horizon);
  if (y < horizon) {
    const warm = mix(sky, [255, 206, 140], glow(x, y, 0.62, 0.52, 0.05, 0.34) * 0.8);
    return mix(warm, [255, 244, 214], glow(x, y, 0.62, 0.52, 0.095, 0.012));
  }
  const depth = (y - horizon) / (1 - horizon);
  const wave = Math.sin(y * 190 + Math.sin(x * 14) * 1.6) * (1 - depth * 0.5);
  const path = Math.max(0, 1 - Math.abs(x - 0.62) / (0.06 + depth * 0.16));
  return mix(mix([222, 120, 96], [34, 38, 88], depth), [255, 226, 170], path * (0.45 + wave * 0.4));
}

function hills(x: number, y: number): Colour {
  let colour = mix([126, 190, 240], [232, 244, 252], y * 1.5);
  colour = mix(colour, [255, 255, 255], glow(x, y, 0.26, 0.2, 0.04, 0.1) * 0.8);
  colour = mix(colour, [255, 255, 255], glow(x, y, 0.34, 0.18, 0.05, 0.09) * 0.7);
  const ridges: [number, number, number, Colour][] = [
    [0.48, 0.09, 5, [136, 168, 196]],
    [0.6, 0.07, 7.5, [96, 146, 128]],
    [0.74, 0.06, 4.2, [70, 128, 84]],
    [0.88, 0.04, 6.4, [46, 98, 60]],
  ];
  for (const [base, tall, often, shade] of ridges) {
    const edge =
      base - tall * Math.sin(x * often + base * 20) - tall * 0.4 * Math.sin(x * often * 2.7);
    if (y > edge) colour = mix(shade, [20, 44, 36], (y - edge) * 0.7);
  }
  return colour;
}

function stage(x: number, y: number): Colour {
  let colour = mix([16, 10, 36], [64, 18, 74], y);
  const beams: [number, number, Colour][] = [
    [0.22, 0.55, [120, 140, 255]],
    [0.5, -0.1, [255, 130, 210]],
    [0.78, -0.6, [255, 190, 110]],
  ];
  for (const [from, lean, light] of beams) {
    const beam = 1 - Math.abs(x - from - lean * y * 0.5) / (0.03 + y * 0.16);
    if (beam > 0) colour = mix(colour, light, beam * 0.75 * (1 - y * 0.6));
  }
  const crowd = 0.82 - 0.05 * Math.abs(Math.sin(x * 33)) - 0.03 * Math.sin(x * 71);
  return y > crowd ? mix(colour, [6, 4, 14], 0.92) : colour;
}

function cake(x: number, y: number): Colour {
  const table = mix([250, 222, 214], [232, 176, 170], y);
  const inside = Math.abs(x - 0.5) < 0.27 && y > 0.46 && y < 0.8;
  let colour = inside ? mix([255, 246, 236], [240, 208, 190], Math.abs(x - 0.44) * 3) : table;
  const icing = 0.53 + 0.025 * Math.sin(x * 62);
  if (inside && y < icing) colour = [236, 108, 150];
  for (const at of [0.36, 0.45, 0.55, 0.64]) {
    if (Math.abs(x - at) < 0.008 && y > 0.32 && y < 0.47) colour = [122, 128, 226];
    colour = mix(colour, [255, 210, 90], glow(x, y, at, 0.29, 0.014, 0.07));
  }
  return colour;
}

const SCENES = { sunset, hills, stage, cake };

/** The painted pictures that the demo's fans send. */
export type Scene = keyof typeof SCENES;

/** A photo as a fan's phone sends it, painted here so that the demo carries no picture files. */
export function photo(scene: Scene): FileInput {
  return {
    kind: 'photo',
    data: paintPng(WIDTH, HEIGHT, SCENES[scene]).toString('base64'),
    fileName: `${scene}.png`,
    mimeType: 'image/png',
    width: WIDTH,
    height: HEIGHT,
  };
}

import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('./page/', import.meta.url);

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * A file of the demo page by its path in the address, or undefined. Only plain names below the page's folder with an
 * ending of the web are served, so a path cannot climb out and settings files stay inside.
 */
export async function pageFile(path: string): Promise<{ bytes: Buffer; type: string } | undefined> {
  const name = path === '/' ? 'index.html' : path.slice(1);
  if (!/^(?:[a-z-]+\/)?[a-z-]+\.[a-z]+$/u.test(name)) return undefined;
  const type = TYPES[extname(name)];
  if (type === undefined) return undefined;
  try {
    return { bytes: await readFile(fileURLToPath(new URL(name, ROOT))), type };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

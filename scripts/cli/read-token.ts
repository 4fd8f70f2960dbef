import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { AppError } from '#src/core/errors.ts';

/** Reads a bot token from a file, or from standard input for `-`. Never from the command line, which others can see. */
export async function readToken(source: string): Promise<string> {
  const content = source === '-' ? await fromInput() : await fromFile(source);
  const [first = ''] = content.trim().split(/\r?\n/);
  return first.trim();
}

async function fromInput(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Paste the token, then press Enter and Ctrl+D:\n');
  return text(process.stdin);
}

async function fromFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new AppError(
      'operator.token-file',
      'user',
      `The token file ${JSON.stringify(path)} cannot be read. Write the token into a file that only you can read and give its path.`,
      { cause: error },
    );
  }
}

import { type OpenOptions, openFile, type SqliteFile } from '#src/storage/open-file.ts';
import { type FileInTheMaking, startPrivateFile } from '#src/storage/private-file.ts';
import { translateSqliteError } from '#src/storage/sqlite-errors.ts';

/** An encrypted file in the making, open to be filled. Disposing closes it and removes what was not published. */
export interface StartedFile extends Disposable {
  readonly file: SqliteFile;
  /** Closes it, flushes it and gives it its name; false when a file of that name is there already, which is left alone. */
  publish(): boolean;
}

/**
 * Starts an encrypted file in a folder that is there. It appears wholly or not at all, whenever the process dies. Throws as
 * `startPrivateFile` and `openFile`.
 */
export function startFile(
  path: string,
  options: Pick<OpenOptions, 'key' | 'applicationId' | 'cipher'>,
): StartedFile {
  const making = startPlain(path);
  try {
    const file = openFile(making.path, { ...options, fresh: true });
    return {
      file,
      publish() {
        file.close();
        return making.publish();
      },
      [Symbol.dispose]() {
        file.close();
        making.discard();
      },
    };
  } catch (error) {
    making.discard();
    throw error;
  }
}

function startPlain(path: string): FileInTheMaking {
  try {
    return startPrivateFile(path);
  } catch (error) {
    throw translateSqliteError(error, 'open');
  }
}

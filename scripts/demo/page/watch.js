/** @import { Screen } from '../../../test/support/sandbox/screen.ts' */
import { getScreen } from './api.js';

const RETRY_MS = 1500;

/**
 * Keeps one person's screen up to date: loads it again whenever the sandbox says that it changed, and after a lost
 * connection. While the browser tab is hidden the stream is closed, because a browser opens only six connections to
 * one origin and several demo tabs would block each other.
 *
 * @param {number} user
 * @param {(screen: Screen) => void} onScreen
 * @param {(online: boolean) => void} onState
 * @returns {{ refresh(): void, close(): void }}
 */
export function watchScreen(user, onScreen, onState) {
  /** @type {EventSource | undefined} */
  let source;
  /** @type {number | undefined} */
  let retry;
  let closed = false;
  let loading = false;
  let stale = false;

  async function load() {
    if (closed) return;
    stale = true;
    if (loading) return;
    loading = true;
    try {
      while (stale && !closed) {
        stale = false;
        const screen = await getScreen(user);
        if (!closed) onScreen(screen);
      }
    } catch {
      onState(false);
      again();
    } finally {
      loading = false;
    }
  }

  function again() {
    clearTimeout(retry);
    if (!closed) retry = setTimeout(open, RETRY_MS);
  }

  function open() {
    source?.close();
    source = undefined;
    if (closed || document.hidden) return;
    source = new EventSource(`/sandbox/events?user=${user}`);
    source.addEventListener('open', () => {
      onState(true);
      void load();
    });
    source.addEventListener('message', () => void load());
    source.addEventListener('error', () => {
      onState(false);
      again();
    });
  }

  document.addEventListener('visibilitychange', open);
  open();
  void load();

  return {
    refresh: () => void load(),
    close() {
      closed = true;
      clearTimeout(retry);
      source?.close();
      document.removeEventListener('visibilitychange', open);
    },
  };
}

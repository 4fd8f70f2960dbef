import type { Api } from 'grammy';
import { errorCode } from '#src/core/error-code.ts';
import type { ChatId, TenantId } from '#src/core/ids.ts';
import type { Preview } from '#src/core/preview.ts';
import type { Services } from '#src/core/services.ts';
import { callApi } from '#src/telegram/api-client.ts';
import { maxText, splitRich } from '#src/telegram/rich-text.ts';
import type { SendOutcome } from '#src/telegram/send-outcome.ts';

/** What previews work with. */
export interface PreviewParts {
  readonly services: Pick<Services, 'clock' | 'log'>;
  /** The tenant's client; undefined while nothing may be sent. */
  apiOf(tenantId: TenantId): Api | undefined;
  /** Whether Telegram slows nothing down in this chat. */
  isFree(tenantId: TenantId, chatId: ChatId): boolean;
}

/** A call that shows something, built when its turn comes; null: there is nothing new to show. */
type Showing = () => { readonly method: string; readonly payload: Record<string, unknown> } | null;

/** A chat in which something was shown a moment ago. */
interface Shown {
  /** What is shown next: the newest. */
  next: Showing | null;
  /** Whose text the chat shows, and which. */
  owner: number | null;
  text: string | null;
  calling: AbortController | null;
  /** Ends the rest between two calls; null: it may call. */
  cancelRest: (() => void) | null;
}

/** One call a second and chat: Telegram's pace for messages, of which previews must not take any. */
const restMs = 1_000;
/** After a call that was refused; nobody was asked for it. */
const refusedRestMs = 30_000;
/** Chats that something is shown in at one time, of all tenants. */
const mostChats = 1_000;

/**
 * Shows previews. Why not by the outbox: a row is a promise, kept over a crash and made good by trying again. A preview
 * is worth nothing a second later: writing it down would cost commits, trying it again would show what is over, and in its
 * lane it would hold up the very message that it announces. So it is called beside the outbox, once, with what is
 * newest, only where Telegram slows nothing down, and whatever comes back changes nothing but the next preview.
 */
export function createPreview(parts: PreviewParts): Preview & { stop(): void } {
  const { clock, log } = parts.services;
  const chats = new Map<string, Shown>();
  let stopped = false;

  const shownIn = (key: string): Shown | undefined => {
    const known = chats.get(key);
    if (known || stopped || chats.size >= mostChats) return known;
    const shown = { next: null, owner: null, text: null, calling: null, cancelRest: null };
    chats.set(key, shown);
    return shown;
  };

  const rest = (key: string, chat: Shown, ms: number, look: () => void): void => {
    chat.cancelRest?.();
    chat.cancelRest = clock.after(ms, () => {
      chat.cancelRest = null;
      if (chat.next) look();
      else if (!chat.calling && chat.owner === null) chats.delete(key);
    });
  };

  const built = (next: Showing): ReturnType<Showing> => {
    try {
      return next();
    } catch (error) {
      log.debug('telegram.preview-not-built', { code: errorCode(error) });
      return null;
    }
  };

  const show = (tenantId: TenantId, chatId: ChatId, chat: Shown): void => {
    const key = keyOf(tenantId, chatId);
    const look = () => show(tenantId, chatId, chat);
    if (stopped || chat.calling || chat.cancelRest || !chat.next) return;
    const { next } = chat;
    chat.next = null;
    rest(key, chat, restMs, look);
    const api = parts.apiOf(tenantId);
    if (!api || !parts.isFree(tenantId, chatId)) return;
    const call = built(next);
    if (!call) return;
    const calling = new AbortController();
    chat.calling = calling;
    void callApi(api, call.method, call.payload, calling.signal).then((outcome) => {
      chat.calling = null;
      if (stopped) return;
      if (outcome.outcome !== 'ok' && !calling.signal.aborted) {
        log.debug('telegram.preview-failed', { tenantId, outcome: codeOf(outcome) });
        rest(key, chat, restAfter(outcome), look);
      } else if (chat.cancelRest) return;
      else if (chat.next) look();
      else if (chat.owner === null) chats.delete(key);
    });
  };

  return {
    typing(tenantId, chatId, topicId) {
      const chat = shownIn(keyOf(tenantId, chatId));
      if (!chat || chat.next) return;
      const topic = topicId === undefined ? {} : { message_thread_id: topicId };
      const payload = { chat_id: chatId, ...topic, action: 'typing' };
      chat.next = () => ({ method: 'sendChatAction', payload });
      show(tenantId, chatId, chat);
    },
    draft(tenantId, chatId, previewId, text) {
      const chat = shownIn(keyOf(tenantId, chatId));
      if (!chat || (chat.owner !== null && chat.owner !== previewId)) return;
      chat.owner = previewId;
      chat.next = () => {
        const now = splitRich({ text: text() }, maxText)[0]?.text ?? '';
        if (now === chat.text) return null;
        chat.text = now;
        const payload = { chat_id: chatId, draft_id: previewId, text: now };
        return { method: 'sendMessageDraft', payload };
      };
      show(tenantId, chatId, chat);
    },
    end(tenantId, chatId, previewId) {
      const key = keyOf(tenantId, chatId);
      const chat = chats.get(key);
      if (chat?.owner !== previewId) return;
      chat.next = null;
      chat.owner = null;
      chat.text = null;
      chat.calling?.abort();
      if (!chat.calling && !chat.cancelRest) chats.delete(key);
    },
    stop() {
      stopped = true;
      for (const chat of chats.values()) {
        chat.cancelRest?.();
        chat.calling?.abort();
      }
      chats.clear();
    },
  };
}

function keyOf(tenantId: TenantId, chatId: ChatId): string {
  return `${tenantId} ${chatId}`;
}

function codeOf(outcome: SendOutcome): string {
  return outcome.outcome === 'refused' ? outcome.failure.reason : outcome.outcome;
}

/** How long nothing is shown after a call that did not succeed. */
function restAfter(outcome: SendOutcome): number {
  if (outcome.outcome === 'flood') return Math.max(restMs, outcome.retryAfterMs);
  return outcome.outcome === 'refused' ? refusedRestMs : restMs;
}

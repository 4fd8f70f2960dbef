import { createIntake, type IntakeParts } from '#src/telegram/ingest/intake.ts';
import {
  createWebhookHandler,
  type Hook,
  type WebhookAnswer,
  type WebhookRequest,
} from '#src/telegram/ingest/webhook.ts';

/** What the door hears of those who work for tenants. */
export interface HookListener {
  /** Of a webhook before its bot says it to Telegram, of every change, and (null) of its end. */
  onHook(path: string, hook: Hook | null): void;
  /** These arrivals are in their tenants' files. */
  onKept(seqs: readonly number[]): void;
}

/** The one door for webhooks of all tenants: it knows them, takes what they bring in, and has it delivered. */
export interface WebhookDoor extends HookListener {
  /** One request to `/hook/<path>`. */
  handle(request: WebhookRequest): Promise<WebhookAnswer>;
  /** Delivers what an earlier process took in. Before anything else brings updates. */
  start(): Promise<void>;
  /** After the last request, and after those who work for tenants have stopped. */
  stop(): void;
}

/** Makes the door. */
export function createWebhookDoor(parts: IntakeParts): WebhookDoor {
  const hooks = new Map<string, Hook>();
  const intake = createIntake(parts);
  return {
    handle: createWebhookHandler({ hooks, intake, log: parts.log }),
    onHook(path, hook) {
      const before = hooks.get(path);
      if (hook) hooks.set(path, hook);
      else hooks.delete(path);
      if (!hook && before) parts.journal.dropKey(before.tenantId);
    },
    onKept: (seqs) => intake.kept(seqs),
    start: () => intake.start(),
    stop: () => intake.stop(),
  };
}

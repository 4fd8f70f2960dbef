import { createHash } from 'node:crypto';
import type { Update, User } from 'grammy/types';
import type { UserId } from '#src/core/ids.ts';

/** How long a claim link can be used. */
export const claimLinkMs = 24 * 60 * 60 * 1000;

/** Bytes of a claim link's secret: 192 bits, 32 characters of a start payload (at most 64, Bot features page). */
export const claimSecretBytes = 24;

/** What is stored instead of the secret. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/**
 * The person behind an update, if there is one. Nobody: anonymous admins and channels (they come with a stand-in user
 * and a `sender_chat`), other bots, and updates without a sender.
 */
export function personOf(update: Update, from: User | undefined): UserId | undefined {
  const message = update.message ?? update.edited_message;
  if (!from || from.is_bot || message?.sender_chat) return undefined;
  return from.id as UserId;
}

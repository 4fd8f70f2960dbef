import { Composer } from 'grammy';
import { isAtDesk } from '#src/features/threads/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { say } from '#src/telegram/say.ts';
import { type ExportRefusal, startExport } from '../services/start-export.ts';

/** `/export`: everything about all fans, as a file in the creator's private chat. */
export const exportHandlers = new Composer<FanlineContext>();

const refusedKeys = {
  running: 'transfer-export-running',
  nobody: 'transfer-export-nobody',
} as const satisfies Record<ExportRefusal, string>;

exportHandlers.filter(isAtDesk).command('export', async (ctx) => {
  const { sender, t } = ctx;
  if (sender.role !== 'creator') return await say(ctx, t('transfer-creator-only'));
  const started = await startExport(ctx.tx, sender.userId, ctx.services);
  if (!started.ok) return await say(ctx, t(refusedKeys[started.reason]));
  const isPrivate = ctx.chat.type === 'private';
  await say(ctx, isPrivate ? t('transfer-exporting') : t('transfer-exporting-elsewhere'));
});

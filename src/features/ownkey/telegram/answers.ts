import { Composer } from 'grammy';
import { unreachable } from '#src/core/result.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { say } from '#src/telegram/say.ts';
import type { AskedKey } from '../own-key.ts';
import { holdsKey, looksLikeKey } from '../rules/read-typed.ts';
import { shownKey, hostOf, stepOf } from '../rules/shown.ts';
import { leavesQuestion } from '../rules/tap-data.ts';
import {
  cancelKey,
  closeQuestion,
  keyInSetUp,
  leaveQuestion,
  mayBeAskedKey,
  takeTyped,
  type TypedRefusal,
} from '../services/set-up-key.ts';
import { askStep, promptKinds } from './ask-step.ts';
import { takeAway } from './take-away.ts';

/**
 * What the creator types for an own key, and keys that somebody at the desk typed elsewhere: those go to nobody. Goes before
 * whatever passes messages on or stores them.
 */
export const answerHandlers = new Composer<FanlineContext>();

const refusalKeys = {
  malformed: 'ownkey-address-malformed',
  credentials: 'ownkey-address-credentials',
  query: 'ownkey-address-query',
  'not-https': 'ownkey-address-not-https',
  port: 'ownkey-address-port',
  private: 'ownkey-address-private',
  'model-malformed': 'ownkey-model-malformed',
  'key-spaces': 'ownkey-key-spaces',
  'key-malformed': 'ownkey-key-malformed',
} as const satisfies Record<TypedRefusal, string>;

answerHandlers.on(['message', 'edited_message'], async (ctx, next) => {
  const { sender } = ctx;
  if (sender.role !== 'creator' && sender.role !== 'member') return await next();
  if (sender.role === 'creator' && ctx.chat.type === 'private' && ctx.message) {
    if (await answered(ctx)) return;
  }
  const text = textOf(ctx) ?? '';
  const late = sender.role === 'creator' && (await mayBeAskedKey(ctx.tx, text, ctx.services));
  if (!late && !holdsKey(text)) return await next();
  await takeAway(ctx);
  await say(ctx, ctx.t('ownkey-pasted'));
});

// Who taps a button, of this feature or another, does not mean the question with the next text; a tap that asks anew opens it.
answerHandlers.on('callback_query:data', async (ctx, next) => {
  const { sender, callbackQuery, chat, tx, services } = ctx;
  if (sender.role === 'creator' && chat?.type === 'private') {
    if (leavesQuestion(callbackQuery.data)) await leaveQuestion(tx, sender.userId, services);
    else await closeQuestion(tx);
  }
  await next();
});

/** Whether this message was the answer to a question of this feature, which is then handled. */
async function answered(ctx: FanlineContext): Promise<boolean> {
  const asked = await keyInSetUp(ctx.tx);
  const kind = Object.values(promptKinds).find((known) => known === ctx.prompt?.kind);
  const text = textOf(ctx);
  if (kind) {
    const now = asked && stepOf(asked);
    const mine = asked && ctx.prompt?.ref['id'] === asked.id && now !== 'test';
    if (mine && promptKinds[now ?? 'key'] === kind) {
      await take(ctx, asked, text);
      return true;
    }
    const early = kind === promptKinds.address && looksLikeKey(text ?? '');
    if (kind === promptKinds.key || early || holdsKey(text ?? '')) await takeAway(ctx);
    await say(ctx, ctx.t('ownkey-over'));
    return true;
  }
  if (!asked || text === undefined) return false;
  const replied = ctx.msg?.reply_to_message !== undefined;
  if (replied && isCancel(text)) {
    await take(ctx, asked, text);
    return true;
  }
  if (asked.openUntil <= ctx.services.clock.now()) return false;
  if (isCommand(text) && !isCancel(text)) {
    await closeQuestion(ctx.tx);
    return false;
  }
  if (replied) return false;
  await take(ctx, asked, text);
  return true;
}

async function take(ctx: FanlineContext, asked: AskedKey, text: string | undefined): Promise<void> {
  const { tx, t, services } = ctx;
  if (text !== undefined && isCancel(text)) {
    await cancelKey(tx, asked.id);
    return await say(ctx, t('settings-unchanged'));
  }
  const step = stepOf(asked);
  // Whatever it is, it was meant as a key.
  const early = step === 'address' && looksLikeKey(text ?? '');
  const secret = step === 'key' || early || holdsKey(text ?? '');
  if (secret) await takeAway(ctx);
  if (text === undefined) return await askStep(ctx, asked, t('ownkey-text-only'));
  if (secret && step !== 'key') return await askStep(ctx, asked, t('ownkey-too-early'));
  const taken = await takeTyped(tx, asked, text, services);
  if (taken.ok) return await goOn(ctx, taken.asked);
  if (taken.reason === 'gone') return await say(ctx, t('ownkey-over'));
  if (taken.reason === 'credentials' || taken.reason === 'query') await takeAway(ctx);
  await askStep(ctx, asked, t(refusalKeys[taken.reason]));
}

async function goOn(ctx: FanlineContext, asked: AskedKey): Promise<void> {
  const { baseUrl, model, apiKey } = asked;
  const step = stepOf(asked);
  switch (step) {
    case 'address':
    case 'model':
    case 'key':
      return await askStep(ctx, asked);
    case 'test': {
      const about = {
        host: hostOf(baseUrl ?? ''),
        model: model ?? '',
        key: shownKey(apiKey ?? ''),
      };
      return await say(ctx, ctx.t('ownkey-testing', about));
    }
    default:
      return unreachable(step);
  }
}

function textOf({ msg }: FanlineContext): string | undefined {
  return msg?.text ?? msg?.caption;
}

function isCommand(text: string): boolean {
  return text.startsWith('/');
}

function isCancel(text: string): boolean {
  return /^\/cancel(@\w+)?\s*$/iu.test(text);
}

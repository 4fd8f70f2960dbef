import { unreachable } from '#src/core/result.ts';
import {
  consentStanding,
  consentText,
  offerMark,
  providerNames,
} from '#src/features/consent/index.ts';
import {
  agreeToDrafts,
  consentWording,
  withdrawFromDrafts,
} from '#src/features/settings/ai-choices.ts';
import { creatorOf } from '#src/features/settings/telegram/desk-context.ts';
import {
  choice,
  type Question,
  type Taken,
} from '#src/features/settings/telegram/questions/question.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import type { Card } from '#src/telegram/present.ts';
import { joinRich } from '#src/telegram/rich-text.ts';

/** Values of the buttons; what is agreed to stands behind `agree-`. */
const values = { agree: 'agree-', notNow: 'not-now', withdraw: 'withdraw' } as const;

/** Whether AI providers may get what drafts need. Off until the creator agrees to what the text says. */
export const draftsQuestion: Question = {
  id: 'drafts',

  async show(ctx) {
    const standing = await consentStanding(ctx.tx, ctx.services);
    const wording = await consentWording(ctx.tx, ctx.services);
    const text = consentText(standing, wording);
    switch (standing.state) {
      case 'not-configured':
        return { text, rows: [] };
      case 'off':
      case 'lapsed': {
        const agree = `${values.agree}${offerMark(wording.configured)}`;
        const buttons = [
          choice('drafts', agree, ctx.t('consent-agree')),
          choice('drafts', values.notNow, ctx.t('consent-not-now')),
        ];
        return { text, rows: [buttons] };
      }
      case 'on':
        return { text, rows: [[choice('drafts', values.withdraw, ctx.t('consent-withdraw'))]] };
      default:
        return unreachable(standing);
    }
  },

  async take(ctx, answer) {
    if (answer.kind !== 'tap') return again(ctx, ctx.t('desk-tap-a-button'));
    if (answer.value.startsWith(values.agree)) {
      return await agree(ctx, answer.value.slice(values.agree.length));
    }
    switch (answer.value) {
      case values.notNow: {
        const { state } = await consentStanding(ctx.tx, ctx.services);
        if (state === 'on') return { outcome: 'stale' };
        // What does not hold any more shall not come back by itself when the old providers do.
        if (state === 'lapsed') await withdrawFromDrafts(ctx.tx, ctx.services);
        return { outcome: 'done', note: ctx.t('consent-not-given') };
      }
      case values.withdraw:
        await withdrawFromDrafts(ctx.tx, ctx.services);
        return { outcome: 'done', note: ctx.t('consent-withdrawn') };
      default:
        return { outcome: 'stale' };
    }
  },
};

async function agree(ctx: FanlineContext, mark: string): Promise<Taken> {
  const given = { mark, userId: creatorOf(ctx) };
  const agreed = await agreeToDrafts(ctx.tx, given, ctx.services);
  if (agreed.ok) {
    const wording = await consentWording(ctx.tx, ctx.services);
    const providers = providerNames(agreed.providers, wording);
    return { outcome: 'done', note: ctx.t('consent-given', { providers }) };
  }
  switch (agreed.reason) {
    case 'changed':
      return await again(ctx, ctx.t('consent-changed'));
    case 'not-configured':
      return await again(ctx);
    default:
      return unreachable(agreed);
  }
}

async function again(ctx: FanlineContext, note?: string): Promise<Taken> {
  const card: Card = await draftsQuestion.show(ctx);
  const text = joinRich(note ? `${note}\n\n` : '', card.text);
  return { outcome: 'again', card: { ...card, text } };
}

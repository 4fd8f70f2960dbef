import { beforeEach, describe, expect, test } from 'vitest';
import type { ChatId, DraftId, TenantId, TopicId } from '#src/core/ids.ts';
import { silentLog } from '#src/core/log.ts';
import type { Preview } from '#src/core/preview.ts';
import { systemRandom } from '#src/core/random.ts';
import type { Services } from '#src/core/services.ts';
import { createTexts } from '#src/telegram/texts.ts';
import { type ManualClock, manualClock } from '#test/support/manual-clock.ts';
import { type ProgressPlace, showProgress } from './show-progress.ts';

const tenantId = 'tluna' as TenantId;
const desk: ProgressPlace = {
  draftId: 9 as DraftId,
  chatId: 7 as ChatId,
  topicId: undefined,
  how: 'text',
};
const topic: ProgressPlace = {
  ...desk,
  chatId: -100 as ChatId,
  topicId: 4 as TopicId,
  how: 'typing',
};

let clock: ManualClock;
let shown: string[];
let services: Services;
beforeEach(() => {
  clock = manualClock();
  shown = [];
  const preview: Preview = {
    typing: (_tenant, chatId, topicId) => void shown.push(`${chatId}/${topicId ?? ''} types`),
    draft: (_tenant, chatId, id, text) => void shown.push(`${chatId} ${id} “${text()}”`),
    end: (_tenant, chatId, id) => void shown.push(`${chatId} ${id} ends`),
  };
  services = { clock, random: systemRandom, log: silentLog, texts: createTexts(), preview };
});

describe('while a draft is being made', () => {
  test('nothing shows of one that is there at once', async () => {
    const progress = showProgress(desk, { services, tenantId });
    await clock.advance(999);
    progress.end();
    await clock.advance(60_000);
    expect(shown).toEqual(['7 9 ends']);
    expect(clock.timers).toBe(0);
  });

  test('somebody types after a second, and again every five, until it is made', async () => {
    const progress = showProgress(topic, { services, tenantId });
    await clock.advance(1_000);
    expect(progress.asks((answer) => answer)).toBeUndefined();
    await clock.advance(10_000);
    progress.end();
    await clock.advance(60_000);
    expect(shown).toEqual([...Array<string>(3).fill('-100/4 types'), '-100 9 ends']);
    expect(clock.timers).toBe(0);
  });

  test('a model that is asked thinks first, then what may be seen of its answer shows', async () => {
    const progress = showProgress(desk, { services, tenantId });
    const hear = progress.asks((answer) => answer.toUpperCase());
    hear?.('hi');
    await clock.advance(20_000);
    progress.end();
    hear?.('hi there');
    expect(shown).toEqual(['7 9 “”', '7 9 “HI”', '7 9 ends']);
  });

  test('nobody waits, or no bot is at hand: nothing shows', async () => {
    const { preview: _none, ...without } = services;
    for (const progress of [
      showProgress(undefined, { services, tenantId }),
      showProgress(desk, { services: without, tenantId }),
    ]) {
      expect(progress.asks((answer) => answer)).toBeUndefined();
      progress.end();
    }
    await clock.advance(60_000);
    expect(shown).toEqual([]);
  });
});

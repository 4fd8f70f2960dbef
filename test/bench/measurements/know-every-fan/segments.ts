import type { TagId } from '#src/core/ids.ts';
import { stages } from '#src/features/activity/index.ts';
import { type Condition, countFans, type Filter } from '#src/features/segments/index.ts';
import type { TextMaker } from '../../support/made-up-text.ts';
import { madeUpLanguages } from '../../support/made-up-words.ts';
import type { Figure } from '../../measurement.ts';
import type { Bed } from './bed.ts';
import { whileWatched } from './while-watched.ts';

const rounds = { full: 300, tiny: 3 };

/** Segments of four conditions drawn at random: all of them, any of them, some turned round; as the builder counts them. */
export async function measureSegments(bed: Bed): Promise<readonly Figure[]> {
  const { storage, tenantId, services, maker, scale } = bed;
  const counts = await whileWatched(bed, 'segment count', rounds[scale], async (round) => {
    const now = services.clock.now();
    const today = new Date(now).toISOString().slice(0, 10);
    const filter = fourConditions(maker, round);
    await storage.store.readLong(tenantId, countFans, { filter, moment: { now, today } });
  });
  return [
    {
      name: 'know-every-fan/segment',
      title: 'a segment of four conditions counted, p99',
      value: counts.p99,
      unit: 'ms',
      baseline: null,
      target: { of: 'value', atMost: 50 },
    },
    {
      name: 'know-every-fan/segment-delay',
      title: 'event-loop delay during counts, p99',
      value: counts.delayP99,
      unit: 'ms',
      baseline: null,
      target: { of: 'value', atMost: 20 },
    },
  ];
}

function fourConditions(maker: TextMaker, round: number): Filter {
  const kinds = [...conditionKinds];
  const parts = Array.from({ length: 4 }, (): Filter => {
    const [make] = kinds.splice(maker.below(kinds.length), 1);
    const condition = make?.(maker) ?? { is: 'note' };
    return maker.below(4) === 0 ? { not: condition } : condition;
  });
  return round % 3 === 0 ? { any: parts } : { all: parts };
}

/** Rare and common parts of names. */
const nameParts = ['a', 'an', 'anna', 'son', 'мар', 'x'];

const conditionKinds: readonly ((maker: TextMaker) => Condition)[] = [
  (maker) => ({ is: 'stage', stage: stages[maker.below(stages.length)] ?? 'new' }),
  (maker) => ({ is: 'amount', of: 'score', sign: 'min', value: maker.below(60) }),
  (maker) => ({ is: 'amount', of: 'in', sign: 'max', value: maker.below(30) }),
  (maker) => ({ is: 'tag', tagId: (1 + maker.below(10)) as TagId }),
  (maker) => ({
    is: 'language',
    language: madeUpLanguages[maker.below(madeUpLanguages.length)]?.tag ?? 'en',
  }),
  (maker) => ({ is: 'source', source: `src_${maker.below(12)}` }),
  (maker) => ({ is: 'seen', of: 'last', when: 'within', days: 1 + maker.below(200) }),
  (maker) => ({ is: 'seen', of: 'first', when: 'before', days: 1 + maker.below(400) }),
  (maker) => ({ is: 'waiting', hours: maker.below(200) }),
  (maker) => ({ is: 'date-soon', days: maker.below(60) }),
  () => ({ is: 'followup', days: 7 }),
  () => ({ is: 'note' }),
  () => ({ is: 'username' }),
  (maker) => ({ is: 'name', text: nameParts[maker.below(nameParts.length)] ?? 'an' }),
  () => ({ is: 'noai' }),
  () => ({ is: 'summary' }),
  () => ({ is: 'facts' }),
  () => ({ is: 'reach', reach: 'open' }),
];

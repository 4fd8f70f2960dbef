import { activityFeature, activityReader } from '#src/features/activity/index.ts';
import { billingFeature } from '#src/features/billing/index.ts';
import { cardOf, cardsFeature } from '#src/features/cards/index.ts';
import { answersReader } from '#src/features/answers/index.ts';
import { careReader, createDraftsFeature, draftsReader } from '#src/features/drafts/index.ts';
import { factsFeature, factsReader, saidBefore } from '#src/features/facts/index.ts';
import type { AppFeature } from '#src/features/feature.ts';
import { fansFeature } from '#src/features/fans/index.ts';
import { followupsFeature } from '#src/features/followups/index.ts';
import { createInboxFeature } from '#src/features/inbox/index.ts';
import { insightsFeature } from '#src/features/insights/index.ts';
import { learningFeature } from '#src/features/learning/index.ts';
import { membersFeature } from '#src/features/members/index.ts';
import { memoryFeature } from '#src/features/memory/index.ts';
import { consentStanding } from '#src/features/consent/index.ts';
import { createOwnKeyFeature } from '#src/features/ownkey/index.ts';
import { personaFeature } from '#src/features/persona/index.ts';
import { promptsFeature } from '#src/features/prompts/index.ts';
import { repliesFeature } from '#src/features/replies/index.ts';
import { searchFeature, searchReader } from '#src/features/search/index.ts';
import { segmentsFeature } from '#src/features/segments/index.ts';
import { menuCommands, settingsFeature, strayTapsFeature } from '#src/features/settings/index.ts';
import { statusFeature } from '#src/features/status/index.ts';
import { createThreadsFeature } from '#src/features/threads/index.ts';
import { transferFeature, transferReader } from '#src/features/transfer/index.ts';
import { usageFeature } from '#src/features/usage/index.ts';

/**
 * Every feature, in the order in which its handlers are tried: who somebody is comes first, commands and answers to
 * questions before the messages that travel, taps that nobody knew last.
 */
export const features: readonly AppFeature[] = [
  membersFeature,
  billingFeature,
  promptsFeature,
  createOwnKeyFeature({
    agreed: async (reader, services) => (await consentStanding(reader, services)).state === 'on',
  }),
  fansFeature,
  activityFeature,
  memoryFeature,
  searchFeature,
  createInboxFeature({ cards: cardOf }),
  followupsFeature,
  segmentsFeature,
  repliesFeature,
  personaFeature,
  usageFeature,
  createDraftsFeature({ memory: saidBefore, cards: cardOf }),
  learningFeature,
  factsFeature,
  transferFeature,
  insightsFeature,
  cardsFeature,
  settingsFeature,
  statusFeature,
  createThreadsFeature({
    cards: cardOf,
    readers: [
      activityReader,
      searchReader,
      transferReader,
      answersReader,
      careReader,
      draftsReader,
      factsReader,
    ],
    commands: menuCommands,
  }),
  strayTapsFeature,
];

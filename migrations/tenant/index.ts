import type { Migration } from '#src/storage/migration.ts';
import { createIdentity } from './0001_create_identity.ts';
import { createUpdate } from './0002_create_update.ts';
import { createOutbox } from './0003_create_outbox.ts';
import { createFan } from './0004_create_fan.ts';
import { createThread } from './0005_create_thread.ts';
import { createSetting } from './0006_create_setting.ts';
import { createTally } from './0007_create_tally.ts';
import { createJob } from './0008_create_job.ts';
import { createPrompt } from './0009_create_prompt.ts';
import { createActivity } from './0010_create_activity.ts';
import { createMemory } from './0011_create_memory.ts';
import { createFollowup } from './0012_create_followup.ts';
import { createInbox } from './0013_create_inbox.ts';
import { createSearch } from './0014_create_search.ts';
import { createSegment } from './0015_create_segment.ts';
import { createSavedReply } from './0016_create_saved_reply.ts';
import { createImport } from './0017_create_import.ts';
import { createOutboxFile } from './0018_create_outbox_file.ts';
import { createInsightPicture } from './0019_create_insight_picture.ts';
import { createPastAnswer } from './0020_create_past_answer.ts';
import { createDraft } from './0021_create_draft.ts';
import { createPersona } from './0022_create_persona.ts';
import { createConsent } from './0023_create_consent.ts';
import { createFact } from './0024_create_fact.ts';
import { createOwnKey } from './0025_create_own_key.ts';
import { createPlanTold } from './0026_create_plan_told.ts';
import { extendDraft } from './0027_extend_draft.ts';
import { widenDraftChoice } from './0028_widen_draft_choice.ts';
import { extendPersonaProposal } from './0029_extend_persona_proposal.ts';
import { createThreadReceipt } from './0030_create_thread_receipt.ts';
import { keepFormerNames } from './0031_keep_former_names.ts';
import { extendPrompt } from './0032_extend_prompt.ts';
import { followTags } from './0033_follow_tags.ts';
import { extendPlanTold } from './0034_extend_plan_told.ts';
import { widenSegment } from './0035_widen_segment.ts';
import { keepFanBits } from './0036_keep_fan_bits.ts';
import { findByAnswers } from './0037_find_by_answers.ts';
import { keepSignsOfMinors } from './0038_keep_signs_of_minors.ts';
import { compareWithoutLists } from './0039_compare_without_lists.ts';

/** Every step of a tenant's schema, in order. A new step is added at the end and never changed once released. */
export const tenantMigrations: readonly Migration[] = [
  createIdentity,
  createUpdate,
  createOutbox,
  createFan,
  createThread,
  createSetting,
  createTally,
  createJob,
  createPrompt,
  createActivity,
  createMemory,
  createFollowup,
  createInbox,
  createSearch,
  createSegment,
  createSavedReply,
  createImport,
  createOutboxFile,
  createInsightPicture,
  createPastAnswer,
  createDraft,
  createPersona,
  createConsent,
  createFact,
  createOwnKey,
  createPlanTold,
  extendDraft,
  widenDraftChoice,
  extendPersonaProposal,
  createThreadReceipt,
  keepFormerNames,
  extendPrompt,
  followTags,
  extendPlanTold,
  widenSegment,
  keepFanBits,
  findByAnswers,
  keepSignsOfMinors,
  compareWithoutLists,
];

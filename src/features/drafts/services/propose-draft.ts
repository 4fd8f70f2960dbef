import { mayUseProvider } from '#src/features/consent/index.ts';
import type { UsageStanding } from '#src/features/usage/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import type { DraftNotice, Proposal } from '../draft.ts';
import { careFor, careOfRisk } from '../rules/care-for.ts';
import type { MemorySource } from '../ports.ts';
import type { AskedDraft } from './asked-draft.ts';
import { type NoModelDrafts, proposeByModel } from './propose-by-model.ts';
import { proposeLocally } from './propose-locally.ts';

/** What was found or written for a draft, and how usage stands after it; null where no model was asked. */
export interface Proposed {
  readonly proposal: Proposal;
  readonly standing: UsageStanding | null;
}

/**
 * Makes what a draft offers, outside any transaction; the one place that knows where drafts come from. Somebody to be careful
 * with gets no draft. A model is asked where the creator consented and the fan did not opt out; where it gives nothing, and
 * everywhere else, the creator's own past answers take its place.
 */
export async function proposeDraft(
  asked: AskedDraft,
  memory: MemorySource,
  preparation: Preparation,
): Promise<Proposed> {
  const care = careFor(asked);
  if (care) return { proposal: nothingBut(care), standing: null };
  const { read, services } = preparation;
  const may = await read((reader) => mayUseProvider(reader, asked.fan.id, services));
  if (!may.ok)
    return {
      proposal: await proposeLocally(asked, { memory, notice: null }, preparation),
      standing: null,
    };
  const byModel = await proposeByModel(asked, { memory, providers: may.providers }, preparation);
  if (!byModel.ok) {
    const notice = noticeOf(byModel.reason);
    return {
      proposal: await proposeLocally(asked, { memory, notice }, preparation),
      standing: null,
    };
  }
  const { proposal, risk, standing } = byModel;
  const seen = careOfRisk(risk);
  return { proposal: seen ? { ...proposal, choices: [], notice: seen } : proposal, standing };
}

function nothingBut(notice: DraftNotice): Proposal {
  return { source: 'local', language: null, choices: [], notice, receipt: null };
}

function noticeOf(reason: NoModelDrafts): DraftNotice {
  switch (reason) {
    case 'used-up':
      return 'used-up';
    case 'unfit':
    case 'refused':
      return 'unfit';
    default:
      return 'unavailable';
  }
}

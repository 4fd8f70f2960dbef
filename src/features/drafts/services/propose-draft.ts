import { type AllowedProviders, mayUseProvider } from '#src/features/consent/index.ts';
import type { OwnOutcome } from '#src/features/ownkey/index.ts';
import type { UsageStanding } from '#src/features/usage/index.ts';
import type { DraftNotice, Proposal } from '../draft.ts';
import { careFor, careOfRisk } from '../rules/care-for.ts';
import type { MemorySource } from '../ports.ts';
import type { AskedDraft } from './asked-draft.ts';
import { type NoModelDrafts, proposeByModel } from './propose-by-model.ts';
import { proposeLocally } from './propose-locally.ts';
import type { MadeFrom } from './made-from.ts';
import type { Making } from './show-progress.ts';

/** How often it is looked whom and what a model may be asked, where that changes all the time. */
const mostLooks = 3;

/** What was found or written for a draft, and how usage stands after it; null where no model was asked. */
export interface Proposed {
  readonly proposal: Proposal;
  readonly standing: UsageStanding | null;
  /** What came of asking with the creator's own key; null: it was not asked. */
  readonly ownOutcome: OwnOutcome | null;
  /** Of what a model answered; absent where none was heard. */
  readonly from?: MadeFrom;
}

/**
 * Makes what a draft offers, outside any transaction; the one place that knows where drafts come from. Somebody to be careful
 * with gets no draft. A model is asked where the creator consented and the fan did not opt out; where it gives nothing, and
 * everywhere else, the creator's own past answers take its place. Where somebody changes their mind while it writes, or what it was
 * told is changed, it is looked anew.
 */
export async function proposeDraft(
  asked: AskedDraft,
  memory: MemorySource,
  preparation: Making,
): Promise<Proposed> {
  const care = careFor(asked);
  if (care) return { proposal: nothingBut(care), standing: null, ownOutcome: null };
  const { read, services } = preparation;
  const locally = async (notice: DraftNotice | null) =>
    await proposeLocally(asked, { memory, notice }, preparation);
  for (let looks = 1; ; looks += 1) {
    const may = await read((reader) => mayUseProvider(reader, asked.fan.id, services));
    if (!may.ok) return { proposal: await locally(null), standing: null, ownOutcome: null };
    const byModel = await proposeByModel(asked, { memory, allowed: may }, preparation);
    if (!byModel.ok) {
      const { reason } = byModel;
      if (reason === 'withdrawn' && looks < mostLooks) continue;
      const notice = reason === 'withdrawn' ? null : noticeOf(reason);
      return {
        proposal: await locally(notice),
        standing: null,
        ownOutcome: outcomeOf(may, reason),
      };
    }
    const { proposal, risk, standing, from } = byModel;
    const seen = careOfRisk(risk);
    return {
      proposal: seen ? { ...proposal, choices: [], notice: seen } : proposal,
      standing,
      ownOutcome: outcomeOf(may, null),
      from,
    };
  }
}

/** A draft that did not pass the checks is an answer all the same. */
function outcomeOf({ own }: AllowedProviders, reason: NoModelDrafts | null): OwnOutcome | null {
  if (!own || reason === 'used-up' || reason === 'withdrawn') return null;
  return { keyId: own.keyId, fault: reason === 'unfit' ? null : reason };
}

function nothingBut(notice: DraftNotice): Proposal {
  return { source: 'local', language: null, choices: [], notice, receipt: null };
}

function noticeOf(reason: Exclude<NoModelDrafts, 'withdrawn'>): DraftNotice {
  switch (reason) {
    case 'used-up':
      return 'used-up';
    case 'unfit':
    // Which of the two it was is read off the receipt (`draftView`).
    case 'refused':
      return 'unfit';
    default:
      return 'unavailable';
  }
}

import type { ChatId, DraftId, TopicId } from '#src/core/ids.ts';
import { deskPlaceOf } from '#src/features/threads/index.ts';
import type { Preparation } from '#src/jobs/job-kind.ts';
import type { Reader } from '#src/storage/reader.ts';
import type { AskedDraft } from './asked-draft.ts';
import { draftById } from '../queries/draft-rows.ts';

/** Where it shows that a draft is being made. */
export interface ProgressPlace {
  readonly draftId: DraftId;
  readonly chatId: ChatId;
  readonly topicId: TopicId | undefined;
  /** As it is written, or that somebody types. */
  readonly how: 'text' | 'typing';
}

/** Shows that a draft is being made, to who waits for it. */
export interface Progress {
  /**
   * A model is asked. Gives what is to hear its answer grow, where that is shown; `seen` makes of the answer what a person
   * may see.
   */
  asks(seen: (answer: string) => string): ((answer: string) => void) | undefined;
  /** It is made, or nobody waits any more. */
  end(): void;
}

/** What making a draft works with. */
export interface Making extends Preparation {
  readonly progress?: Progress;
}

/** How soon it shows that local drafts are being made, which mostly take less. */
const slowMs = 1_000;
/** Telegram shows it for five seconds. */
const typingMs = 5_000;

/**
 * Where it shows that this draft is being made; undefined where nobody waits for it. A text that grows becomes a message:
 * where the draft's message is there already, and in groups, where Telegram has no such texts, somebody types.
 */
export async function progressPlace(
  reader: Reader,
  { draftId, messageId }: Pick<AskedDraft, 'draftId' | 'messageId'>,
): Promise<ProgressPlace | undefined> {
  const draft = await draftById(reader, draftId);
  const place = await deskPlaceOf(reader, messageId);
  if (!draft || !place || (draft.byItself && draft.round === 0)) return undefined;
  const { chatId, topicId } = place;
  return { draftId, chatId, topicId, how: chatId > 0 && !draft.place ? 'text' : 'typing' };
}

/** Begins to show it; what shows is worth nothing after a crash and goes beside the outbox. */
export function showProgress(
  place: ProgressPlace | undefined,
  { services, tenantId }: Pick<Preparation, 'services' | 'tenantId'>,
): Progress {
  const { preview, clock } = services;
  if (!place || !preview) return { asks: () => undefined, end() {} };
  const { chatId, topicId, draftId, how } = place;
  let cancel = () => {};
  let ended = false;
  const typeAfter = (ms: number) => {
    cancel = clock.after(ms, () => {
      preview.typing(tenantId, chatId, topicId);
      typeAfter(typingMs);
    });
  };
  typeAfter(slowMs);
  return {
    asks(seen) {
      if (how === 'typing' || ended) return undefined;
      cancel();
      preview.draft(tenantId, chatId, draftId, () => '');
      return (answer) => {
        if (!ended) preview.draft(tenantId, chatId, draftId, () => seen(answer));
      };
    },
    end() {
      ended = true;
      cancel();
      preview.end(tenantId, chatId, draftId);
    },
  };
}

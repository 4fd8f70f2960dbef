import type { MessageId } from '#src/core/ids.ts';
import type { Services } from '#src/core/services.ts';
import { mayUseProvider } from '#src/features/consent/index.ts';
import { refreshCard, textOf } from '#src/features/threads/index.ts';
import type { Tx } from '#src/storage/reader.ts';
import type { FoundFact } from '../fact.ts';
import { deleteFacts, factsOf, insertFact } from '../queries/fact-rows.ts';
import { goneOf } from '../queries/gone-rows.ts';
import { putSummary, summaryOf } from '../queries/summary-rows.ts';
import { checkFact, checkSummary } from '../rules/check-fact.ts';
import type { Extraction } from '../rules/extraction-schema.ts';
import { mergeFacts } from '../rules/merge-facts.ts';
import type { Conversation, Line } from './conversation.ts';
import { markRead } from './mark-read.ts';

/**
 * Writes down what a model noted, as far as it passes the checks. What was deleted, changed or forbidden since the model was
 * asked counts as it is now.
 */
export async function keepFacts(
  tx: Tx,
  conversation: Conversation,
  extraction: Extraction,
  services: Services,
): Promise<void> {
  const { fanId, lines, earlier, reading } = conversation;
  if (!(await mayUseProvider(tx, fanId, services)).ok) return;
  const told = [...earlier, ...lines];
  const unchanged = await unchangedOf(tx, told);
  const found = foundIn(extraction, lines).filter(({ messageId }) => unchanged.has(messageId));
  const now = services.clock.now();
  const { add, drop } = mergeFacts(fanId, await factsOf(tx, fanId), found, await goneOf(tx, fanId));
  await deleteFacts(tx, drop);
  for (const fact of add) await insertFact(tx, fanId, fact, now);
  const whole = unchanged.size === told.length;
  const summed = whole && (await keepSummary(tx, conversation, extraction, now));
  const changed = lines.find(({ id }) => !unchanged.has(id));
  // What was changed meanwhile is looked at again the next time.
  const upTo = changed ? ((changed.id - 1) as MessageId) : reading.upTo;
  await markRead(tx, { ...reading, upTo });
  if (summed || add.length + drop.length > 0) await refreshCard(tx, fanId, services);
}

/** The facts that pass the checks, each with the message it comes from: one that the fan wrote, and the model was given. */
function foundIn({ facts }: Extraction, lines: readonly Line[]): FoundFact[] {
  return facts
    .flatMap(({ message, subject, text }) => {
      const line = lines[message - 1];
      if (line?.direction !== 'in') return [];
      const checked = checkFact(text, line.shown);
      if (!checked.ok) return [];
      return [{ messageId: line.id, subject, text: checked.text, saidAt: line.sentAt }];
    })
    .toSorted((a, b) => a.saidAt - b.saidAt || a.messageId - b.messageId);
}

/** Puts the new summary in place of the old, unless a person wrote that; false when nothing was written. */
async function keepSummary(
  tx: Tx,
  { fanId, lines, earlier, summary: given, reading }: Conversation,
  { summary }: Extraction,
  now: number,
): Promise<boolean> {
  const before = await summaryOf(tx, fanId);
  // A person wrote or deleted it while the model was asked.
  if (before?.text !== given?.text) return false;
  if (before && before.actor !== 'automation') return false;
  const told = [...earlier, ...lines].map(({ shown }) => shown);
  const said = [...told, ...(before ? [before.text] : [])];
  const text = checkSummary(summary, said);
  if (text === '') return false;
  await putSummary(tx, { fanId, messageId: reading.upTo, text }, now);
  return text !== before?.text;
}

async function unchangedOf(tx: Tx, lines: readonly Line[]): Promise<Set<MessageId>> {
  const unchanged = new Set<MessageId>();
  for (const { id, text } of lines) {
    if ((await textOf(tx, id)) === text) unchanged.add(id);
  }
  return unchanged;
}

import type { FanId } from '#src/core/ids.ts';
import { fanName, safeLine, shortened } from '#src/features/fans/index.ts';
import { authorOf } from '#src/features/members/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { say } from '#src/telegram/say.ts';
import { tagLabel } from '../rules/colours.ts';
import { maxName, readName } from '../rules/names.ts';
import { findOrMakeTag, tagFan, untagByName } from '../services/label-fan.ts';

/** Each says which tag is meant: of several, others may have been put on. */
const refusals = {
  empty: 'memory-tag-empty',
  'too-long': 'memory-tag-too-long',
  'too-many': 'memory-tag-too-many',
} as const;

/** Puts tags on a fan and takes others off, by their names, and says what came of each. */
export async function tagByNames(
  ctx: FanlineContext,
  fanId: FanId,
  on: readonly string[],
  off: readonly string[],
): Promise<void> {
  const { tx, t, services } = ctx;
  const author = authorOf(ctx);
  if (!author) return;
  const name = await fanName(tx, fanId);
  const lines: string[] = [];
  for (const typed of on) {
    const made = await findOrMakeTag(tx, typed, services);
    if (!made.ok) {
      lines.push(t(refusals[made.reason], { tag: cutShort(typed) }));
      continue;
    }
    await tagFan(tx, { fanId, tagId: made.tag.id, actor: author.actor }, services);
    lines.push(t('memory-tagged', { name, tag: tagLabel(made.tag) }));
  }
  for (const typed of off) {
    const tag = await untagByName(tx, fanId, typed, services);
    lines.push(
      tag
        ? t('memory-untagged', { name, tag: tagLabel(tag) })
        : t('memory-not-tagged', { name, tag: nameOf(typed) }),
    );
  }
  await say(ctx, lines.join('\n'), { quote: true });
}

/** What a person typed as a tag's name, short enough to be said back. */
function nameOf(typed: string): string {
  const named = readName(typed);
  return named.ok ? named.name : cutShort(typed);
}

function cutShort(typed: string): string {
  return shortened(safeLine(typed), maxName);
}

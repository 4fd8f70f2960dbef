import type { FanId } from '#src/core/ids.ts';
import { fanName } from '#src/features/fans/index.ts';
import { authorOf } from '#src/features/members/index.ts';
import type { FanlineContext } from '#src/telegram/fanline-context.ts';
import { say } from '#src/telegram/say.ts';
import { tagLabel } from '../rules/colours.ts';
import { readName } from '../rules/names.ts';
import { refusalKeys } from '../rules/refusal-keys.ts';
import { findOrMakeTag, tagFan, untagByName } from '../services/label-fan.ts';

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
      lines.push(t(refusalKeys[made.reason]));
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

/** What a person typed, short enough to be said back. */
function nameOf(typed: string): string {
  const named = readName(typed);
  return named.ok ? named.name : '…';
}

import type { Translate } from '#src/core/texts.ts';
import { displayName, type Fan, safeLine, safeName } from '#src/features/fans/index.ts';
import { bold, joinRich } from '#src/telegram/rich-text.ts';
import type { RichText } from '#src/telegram/say.ts';
import type { Found, Hit } from '../hit.ts';
import { snippetOf } from './snippet.ts';
import type { Term } from './terms-of.ts';

/** What the text of a page is made with. */
export interface FoundView {
  readonly typed: string;
  readonly terms: readonly Term[];
  readonly fans: ReadonlyMap<number, Fan>;
  readonly when: Intl.DateTimeFormat;
  readonly t: Translate;
}

/** One page of what was found: for each hit who, when and the words around it, with what was found in bold. */
export function foundText(found: Found, view: FoundView): RichText {
  const { t } = view;
  const words = safeName(view.typed);
  if (found.total === 0) {
    const tip =
      found.alone.length > 0
        ? t('search-alone', { words: found.alone.map(safeName).join(', ') })
        : t('search-tip');
    return { text: `${t('search-nothing', { words })}\n\n${tip}` };
  }
  const count = found.total;
  const title = found.capped
    ? t('search-found-many', { words, count })
    : t('search-found', { words, count });
  const page = found.pages > 1 ? ` (${found.page + 1}/${found.pages})` : '';
  const lines = found.hits.flatMap((hit) => {
    const fan = view.fans.get(hit.fanId);
    return fan ? ['\n\n', hitText(hit, fan, view)] : [];
  });
  return joinRich(`${title}${page}`, ...lines);
}

function hitText(hit: Hit, fan: Fan, { terms, when, t }: FoundView): RichText {
  const name = displayName(fan);
  if (hit.kind === 'name') {
    // Two fans may have one name: the handle, else the id, and when they were seen tell them apart.
    const handle = fan.username ? `@${safeName(fan.username)}` : `#${fan.userId}`;
    return joinRich(
      snippetOf(name, terms),
      name === handle ? '' : ` ${handle}`,
      `\n${t('search-last-seen', { date: when.format(fan.lastSeenAt) })}`,
    );
  }
  const what = {
    note: t('search-note'),
    fields: t('search-field'),
    message: hit.kind === 'message' && hit.direction === 'out' ? t('search-you') : null,
  }[hit.kind];
  const head = `, ${when.format(hit.at)}${what === null ? '' : `, ${what}`}\n`;
  return joinRich(bold(name), head, snippetOf(safeLine(hit.text), terms));
}

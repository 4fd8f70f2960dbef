import type { Translate } from '#src/core/texts.ts';
import { allFields } from '#src/features/memory/index.ts';
import type { Reader } from '#src/storage/reader.ts';

/** Fields that are named. */
const mostNamed = 8;

/** Asks for a table, and says in a few words what may be in it. */
export async function importQuestion(reader: Reader, t: Translate): Promise<string> {
  const fields = await allFields(reader);
  const names = fields.slice(0, mostNamed).map(({ name }) => name);
  const list = [...names, ...(fields.length > mostNamed ? ['…'] : [])].join(', ');
  const lines = [
    t('transfer-ask'),
    fields.length > 0 && t('transfer-ask-fields', { list }),
    t('transfer-ask-end'),
  ];
  return lines.filter((line) => line !== false).join('\n');
}

import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UserId } from '#src/core/ids.ts';
import { type ExportFile, exportFiles } from '#src/features/transfer/rules/export-progress.ts';
import { makeFan } from '#test/support/answer-bed.ts';
import { deskTalk } from '#test/support/desk-talk.ts';
import { buttons } from '#test/support/first-contact.ts';
import { rawRows } from '#test/support/raw-rows.ts';
import type { SandboxUser } from '#test/support/sandbox/sandbox.ts';
import type { FileInput, MessageView } from '#test/support/sandbox/screen.ts';
import { type Fanline, startFanline, type TestTenant } from '#test/support/start-fanline.ts';

let fanline: Fanline;
let luna: TestTenant;
let mars: TestTenant;
let ana: SandboxUser;

const { told, becomes, writes } = deskTalk(() => ({ fanline, tenant: luna }));

beforeEach(async () => {
  fanline = await startFanline();
  luna = await fanline.addTenant('luna');
  mars = await fanline.addTenant('mars');
  ana = fanline.sandbox.createUser({ firstName: 'Ana', username: 'Ana_Lu' });
});

afterEach(async () => {
  expect(fanline.sandbox.violations).toEqual([]);
  expect(mars.news()).toEqual([]);
  await fanline[Symbol.asyncDispose]();
});

/** The bot's next message to the creator that says this. */
async function toldAnew(words: string, act: () => void): Promise<MessageView> {
  const before = luna.creator.sees(luna.bot).length;
  act();
  return await fanline.sandbox.until(`the creator is told ${words} anew`, () =>
    luna.creator
      .sees(luna.bot)
      .slice(before)
      .find(({ from, text }) => from.isBot && text.includes(words)),
  );
}

/** Opens a fan's card until it says this. */
async function cardSays(fan: SandboxUser, words: string): Promise<MessageView> {
  for (let tries = 0; tries < 20; tries += 1) {
    const card = await toldAnew('First seen', () => {
      luna.creator.sends(luna.bot, `/fan ${fan.id}`);
    });
    if (card.text.includes(words)) return card;
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
  }
  throw new Error(`The card never says ${words}.`);
}

const document = (data: Uint8Array | string, fileName = 'fans.csv'): FileInput => ({
  kind: 'document',
  fileName,
  data: Buffer.from(data).toString('base64'),
});

/** Brings a file along; the first answer that says this. */
async function brings(file: FileInput, answer: string): Promise<MessageView> {
  const question = await toldAnew('Reply to this message with a table', () => {
    luna.creator.sends(luna.bot, '/import');
  });
  return await toldAnew(answer, () => {
    luna.creator.sends(luna.bot, { file, replyTo: question.messageId });
  });
}

const tap = (message: MessageView, button: string) =>
  luna.creator.taps(luna.bot, message.messageId, button);

const notes = (tenant = luna) =>
  tenant.read((reader) => reader.db.selectFrom('note').select('text').orderBy('id').execute());

const tagNames = async () => {
  const rows = await luna.read((reader) =>
    reader.db.selectFrom('tag').select('name').orderBy('name').execute(),
  );
  return rows.map(({ name }) => name);
};

/** The creator defines a field of words. */
async function addsField(called: string): Promise<void> {
  const fields = await toldAnew('Fields hold what you want to know', () => {
    luna.creator.sends(luna.bot, '/fields');
  });
  tap(fields, '+ text');
  const name = await told('Reply to this message with the name', fields.messageId);
  luna.creator.sends(luna.bot, { text: called, replyTo: name.messageId });
  await told(`“${called}” was added`, name.messageId);
}

/** The creator gives a tag another name. */
async function renamesTag(was: string, name: string): Promise<void> {
  const tags = await toldAnew('Your tags', () => luna.creator.sends(luna.bot, '/tags'));
  tap(tags, buttons(tags).find((button) => button.includes(`${was} (`)) ?? '');
  await becomes(tags, `${was}: `);
  tap(tags, 'Rename');
  const question = await told('Reply to this message with the name', tags.messageId);
  luna.creator.sends(luna.bot, { text: name, replyTo: question.messageId });
  await told(`It is called “${name}” now`, question.messageId);
}

/** The id of a card of a fan's. */
const cardOf = async (fan: SandboxUser) => (await cardSays(fan, 'First seen')).messageId;

const waiting = () =>
  luna.read((reader) => reader.db.selectFrom('waiting_fact').selectAll().execute());

describe('an import', () => {
  test('looks first, then writes notes, tags and fields down by id and by handle', async () => {
    const ben = fanline.sandbox.createUser({ firstName: 'Ben' });
    await writes(ana, 'hello from Ana');
    await writes(ben, 'hello from Ben');
    luna.creator.sends(luna.bot, '/fields');
    tap(await told('Fields hold what you want to know'), '+ text');
    const name = await told('Reply to this message with the name');
    luna.creator.sends(luna.bot, { text: 'City', replyTo: name.messageId });
    await told('“City” was added');

    const table = [
      'ID;Handle;Notes;Tags;City;Shoe size',
      `${ben.id};;likes jazz;"early, loud";Porto;44`,
      ';@ana_lu;"moved; twice";loud;;38',
      ';;nobody at all;;;',
      '4242424242;;comes later;;;',
    ].join('\r\n');
    const found = await brings(document(`\ufeff${table}`), 'Nothing is changed yet.\n'.trim());
    const report = await told('4 rows');
    expect(found.messageId).toBeLessThan(report.messageId);
    expect(report.text.split('\n')).toEqual([
      '4 rows',
      '✓ about your fans: 2',
      '⏳ about people who have not written yet: 1. It waits until they do.',
      '🏷 new tags: early, loud',
      '✕ without a usable id or handle: 1. First in row: 4',
      '○ columns I do not know: Shoe size. Make a field of that name first if you want one (/fields).',
      'Nothing is changed yet.',
    ]);
    expect(buttons(report)).toEqual(['Import', 'Cancel']);
    expect(await notes()).toEqual([]);

    tap(report, 'Import');
    const ended = await told('Imported. ✓ about your fans: 2');
    expect(ended.text).toContain('⏳ about people who have not written yet: 1.');
    expect(await notes()).toEqual([{ text: 'likes jazz' }, { text: 'moved; twice' }]);
    const card = await cardSays(ben, 'likes jazz');
    expect(card.text).toContain('Porto');
    expect(card.text).toMatch(/early.*loud/);
    expect(await notes(mars)).toEqual([]);
    expect(ben.seesTexts(luna.bot)).not.toContain('likes jazz');
  });

  test('knows fans by an id or handle in the other column, and by a handle that they had before', async () => {
    await writes(ana, 'hello from Ana');
    ana.renames({ username: 'ana_new' });
    await writes(ana, 'hello with another handle');
    const ben = fanline.sandbox.createUser({ firstName: 'Ben', username: 'ben_b' });
    await writes(ben, 'hello from Ben');
    const table = [
      'id,handle,notes',
      '@ben_b,,one',
      `,${ben.id},two`,
      'none,,three',
      ',ana_lu,four',
      ',4915112345678,five',
    ].join('\n');
    const report = await brings(document(table), '5 rows');
    expect(report.text.split('\n')).toEqual([
      '5 rows',
      '✓ about your fans: 3',
      '↻ of these by an earlier handle: 1. First: @ana_lu → @ana_new',
      '✕ without a usable id or handle: 1. First in row: 4',
      '✕ looks like an id or a phone number: 1. First in row: 6. For ids use a column id, or write #123.',
      'Nothing is changed yet.',
    ]);
    tap(report, 'Import');
    const ended = await told('Imported. ✓ about your fans: 3');
    expect(ended.text).not.toContain('⏳');
    expect(await waiting()).toEqual([]);
    expect(await notes()).toEqual([{ text: 'one' }, { text: 'two' }, { text: 'four' }]);
    await cardSays(ana, 'four');
  });

  test('brought twice doubles nothing', async () => {
    await writes(ana, 'hello');
    const table = document(`id,notes,tags\n${ana.id},one\n${ana.id},one,x\n777,waits,x\n`);
    for (const round of [1, 2]) {
      tap(await brings(table, '3 rows'), 'Import');
      await fanline.sandbox.until(`import ${round} has ended`, async () => {
        const rows = await luna.read((reader) =>
          reader.db.selectFrom('import_run').select('state').where('state', '=', 'done').execute(),
        );
        return rows.length === round;
      });
    }
    expect(await notes()).toEqual([{ text: 'one' }]);
    expect(await waiting()).toHaveLength(1);
  });

  test('that is cancelled changes nothing, and its buttons are over', async () => {
    await writes(ana, 'hello');
    const report = await brings(document(`handle,note\nana_lu,quiet\n`), 'One row');
    tap(report, 'Cancel');
    const dropped = await becomes(report, 'Cancelled. Nothing was changed.');
    expect(buttons(dropped)).toEqual([]);
    const query = luna.creator.sendsForgedCallback(luna.bot, report.messageId, 'tr:run:1');
    const answer = await fanline.sandbox.until('an answer', () => luna.creator.answersTo(query));
    expect(answer).toMatchObject({ text: 'This button is out of date.' });
    expect(await notes()).toEqual([]);
    const pieces = await luna.read((reader) =>
      reader.db.selectFrom('import_piece').select('place').execute(),
    );
    expect(pieces).toEqual([]);
  });

  test('tapped twice runs once, and says so', async () => {
    await writes(ana, 'hello');
    const report = await brings(document(`handle,note\nana_lu,quiet\n`), 'One row');
    tap(report, 'Import');
    await told('Imported.');
    const query = luna.creator.sendsForgedCallback(luna.bot, report.messageId, 'tr:run:1');
    const answer = await fanline.sandbox.until('an answer', () => luna.creator.answersTo(query));
    expect(answer).toMatchObject({ text: 'It was imported.' });
    const again = luna.creator.sendsForgedCallback(luna.bot, report.messageId, 'tr:drop:99');
    expect(
      await fanline.sandbox.until('another answer', () => luna.creator.answersTo(again)),
    ).toMatchObject({ text: 'This button is out of date.' });
    expect(await notes()).toEqual([{ text: 'quiet' }]);
  });

  test('waits for fans who have not written, by id and by handle, until they do, also for a field with another name by then', async () => {
    const cleo = fanline.sandbox.createUser({ firstName: 'Cleo', username: 'CLEO_x' });
    luna.creator.sends(luna.bot, '/fields');
    tap(await told('Fields hold what you want to know'), '+ text');
    const name = await told('Reply to this message with the name');
    luna.creator.sends(luna.bot, { text: 'City', replyTo: name.messageId });
    await told('“City” was added');
    const table = `id,handle,note,tags,City\n${ana.id},,met in Lisbon,friend,\n,cleo_X,sings,friend,Porto\n`;
    tap(await brings(document(table), '2 rows'), 'Import');
    const ended = await told('Imported.');
    expect(ended.text).toContain('about people who have not written yet: 2');
    await toldAnew('2 rows of earlier imports wait', () => {
      luna.creator.sends(luna.bot, '/import');
    });
    await told('id or handle');
    await writes(ana, 'here I am');
    await cardSays(ana, 'met in Lisbon');
    const fields = await toldAnew('Your fields', () => luna.creator.sends(luna.bot, '/fields'));
    tap(fields, 'City (text)');
    await becomes(fields, 'filled in for nobody');
    tap(fields, 'Rename');
    const other = await told('Reply to this message with the name', fields.messageId);
    luna.creator.sends(luna.bot, { text: 'Town', replyTo: other.messageId });
    await told('It is called “Town” now');
    await writes(cleo, 'me too');
    const card = await cardSays(cleo, 'sings');
    expect(card.text).toContain('friend');
    expect(card.text).toContain('Town: Porto');
    expect(await waiting()).toEqual([]);
  });

  test('means the tags and fields of its report, whatever they are called when it runs and when fans write', async () => {
    const cleo = fanline.sandbox.createUser({ firstName: 'Cleo', username: 'cleo_x' });
    await writes(ana, 'hello from Ana');
    luna.creator.sends(luna.bot, { text: '/tag vip, past', replyTo: await cardOf(ana) });
    await told('Ana has');
    await addsField('City');
    const table = `id,handle,note,tags,City\n${ana.id},,one,vip,Rome\n,cleo_x,two,"vip, past, new",Porto\n,dana_x,,past,\n`;
    const report = await brings(document(table), '3 rows');
    expect(report.text.split('\n')).toEqual([
      '3 rows',
      '✓ about your fans: 1',
      '⏳ about people who have not written yet: 2. It waits until they do.',
      '🏷 new tags: new',
      'Nothing is changed yet.',
    ]);
    await renamesTag('vip', 'gold');
    const tags = await toldAnew('Your tags', () => luna.creator.sends(luna.bot, '/tags'));
    tap(tags, buttons(tags).find((button) => button.includes('past (')) ?? '');
    await becomes(tags, 'past: one fan');
    tap(tags, 'Delete');
    const asked = await becomes(tags, 'take it off everyone?');
    expect(asked.text).toContain('Waiting tables give it to nobody, either.');
    tap(tags, 'Yes, delete');
    await becomes(tags, 'Deleted.');
    const fields = await toldAnew('Your fields', () => luna.creator.sends(luna.bot, '/fields'));
    tap(fields, 'City (text)');
    await becomes(fields, 'filled in for nobody');
    tap(fields, 'Delete');
    const sure = await becomes(fields, 'Delete the field?');
    expect(sure.text).toContain('What waiting tables say for it goes, too.');
    tap(fields, 'Yes, delete');
    await becomes(fields, 'Fields hold what you want to know');
    await addsField('City');

    tap(report, 'Import');
    const ended = await told('Imported.');
    expect(ended.text.split('\n')).toEqual([
      'Imported. ✓ about your fans: 1',
      '⏳ about people who have not written yet: 1. It waits until they do.',
      '⚠ left out because it did not fit: 4',
    ]);
    expect(await waiting()).toHaveLength(1);
    expect(await tagNames()).toEqual(['gold']);
    await renamesTag('gold', 'gilt');
    await writes(cleo, 'me too');
    const card = await cardSays(cleo, 'two');
    expect(card.text).toContain('gilt');
    expect(card.text).not.toContain('Porto');
    expect(await tagNames()).toEqual(['gilt', 'new']);
    expect(await kept()).toMatchObject({ values: [] });
    expect(await waiting()).toEqual([]);
  });

  test('takes a table with /import as its caption, or in an answer to it, and UTF-16 too', async () => {
    await writes(ana, 'hello');
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('handle\tnote\n@ana_lu\tПривет', 'utf16le'),
    ]);
    const report = await toldAnew('One row', () => {
      luna.creator.sends(luna.bot, { file: document(utf16), text: '/import' });
    });
    tap(report, 'Import');
    await told('Imported.');
    expect(await notes()).toEqual([{ text: 'Привет' }]);
    const sent = luna.creator.sends(luna.bot, { file: document('id,note\n5,x\n') });
    const again = await toldAnew('One row', () => {
      luna.creator.sends(luna.bot, { text: '/import', replyTo: sent });
    });
    expect(again.text).toContain('⏳ about people who have not written yet: 1');
    ana.sends(luna.bot, { file: document('id,note\n5,x\n', 'theirs.csv') });
    const relay = await fanline.sandbox.until('the relay', () =>
      luna.creator.sees(luna.bot).find(({ media }) => media?.fileName === 'theirs.csv'),
    );
    await toldAnew('Reply to this message with a table', () => {
      luna.creator.sends(luna.bot, { text: '/import', replyTo: relay.messageId });
    });
  });

  test('says what waits, and forgets it when the creator says so twice', async () => {
    const report = await brings(document('id,note\n5,x\n6,y\n'), '2 rows');
    tap(report, 'Import');
    await told('Imported.');
    luna.creator.sends(luna.bot, '/import');
    const shown = await told('2 rows of earlier imports wait');
    expect(shown.text).toContain('What waits for 180 days is forgotten.');
    tap(shown, 'Forget what waits');
    await becomes(shown, 'Forget all of it now?');
    tap(shown, 'Back');
    await fanline.sandbox.until('the question is taken back', () =>
      luna.creator
        .sees(luna.bot)
        .find(
          (seen) => seen.messageId === shown.messageId && !seen.text.includes('Forget all of it'),
        ),
    );
    expect(await waiting()).toHaveLength(2);
    tap(shown, 'Forget what waits');
    await becomes(shown, 'Forget all of it now?');
    tap(shown, 'Yes, forget');
    await becomes(shown, '2 rows are forgotten.');
    expect(await waiting()).toEqual([]);
    const last = luna.creator.sendsForgedCallback(luna.bot, shown.messageId, 'tr:forget');
    await fanline.sandbox.until('the tap is answered', () => luna.creator.answersTo(last));
    await becomes(shown, 'Nothing waits any more.');
    const forged = ana.sendsForgedCallback(luna.bot, 1, 'tr:forget');
    const answer = await fanline.sandbox.until('Ana is answered', () => ana.answersTo(forged));
    expect(answer.text).toBe('This button is not for you.');
  });

  test('of more rows than are read at once tells how far it is', async () => {
    await writes(ana, 'hello');
    const rows = Array.from({ length: 1_200 }, (_, index) => `${8_000_000_000 + index},note`);
    const report = await brings(document(`id,note\n${rows.join('\n')}\n`), '1,200 rows');
    tap(report, 'Import');
    await becomes(report, 'Importing: 1,000 of 1,200');
    await told('Imported.');
    expect(await waiting()).toHaveLength(1_200);
  });

  test('goes on after a restart where it was, and doubles nothing', async () => {
    await writes(ana, 'hello');
    const rows = Array.from({ length: 300 }, (_, index) => `${ana.id},note ${index}`);
    tap(await brings(document(`id,note\n${rows.join('\n')}\n`), '300 rows'), 'Import');
    await fanline.sandbox.until('some are written', async () => (await notes()).length > 0);
    await fanline.restart();
    await told('Imported. ✓ about your fans: 300');
    const texts = (await notes()).map(({ text }) => text);
    expect(new Set(texts).size).toBe(300);
    expect(texts).toHaveLength(300);
  });
});

describe('a table that cannot be used', () => {
  const latin1 = Buffer.from('id,note\n5,Jos\u00e9\n', 'latin1');

  test.each([
    ['in another encoding', document(latin1), 'I cannot read the letters'],
    ['with nobody in it', document('name,note\nAna,x\n'), 'one column must be called id or handle'],
    ['with nothing in it', document('id,age\n5,30\n'), 'tells me nothing I could keep'],
    ['without rows', document('id,note\n'), 'There are no rows'],
    ['without anything', document('\n'), 'There are no rows'],
    ['that breaks off', document('id,note\n5,"open\n'), 'breaks off'],
    ['of a spreadsheet program', document('PK', 'fans.xlsx'), 'That is a spreadsheet'],
    [
      'of a spreadsheet program under another name',
      document(Buffer.from([0x50, 0x4b, 3, 4, 9]), 'fans.csv'),
      'That is a spreadsheet',
    ],
    ['that is no table', document('%PDF', 'fans.pdf'), 'That is not a table'],
    ['that is too big', { ...document('id'), size: 21_000_000 }, 'too big: 20 MB'],
    ['that is a picture', { kind: 'photo', width: 9, height: 9 }, 'That is not a file'],
    ['of which no row can be used', document('id,note\nx,y\n'), 'nothing to bring in'],
  ] as [string, FileInput, string][])('%s gets a clear answer', async (_, file, answer) => {
    const shown = await brings(file, answer);
    expect(buttons(shown)).toEqual([]);
    expect(await notes()).toEqual([]);
  });

  test('that Telegram does not give gets one, too', async () => {
    fanline.sandbox.fault({
      fault: 'error',
      method: 'getFile',
      code: 400,
      description: 'Bad Request: wrong file_id or the file is temporarily unavailable',
    });
    await brings(document('id,note\n5,x\n'), 'I could not get that file');
  });
});

/** Asks for an export, and unpacks what comes. */
async function exported(): Promise<{ zip: Buffer; csv: string; lines: unknown[] }> {
  const before = luna.creator.sees(luna.bot).length;
  luna.creator.sends(luna.bot, '/export');
  const file = await documentAfter(before);
  const zip = await bytesOf(file);
  const { csv, jsonl } = unpacked(zip);
  const lines = jsonl.map((line): unknown => JSON.parse(line));
  return { zip, csv, lines };
}

async function documentAfter(before: number): Promise<MessageView> {
  return await fanline.sandbox.until('the export', () =>
    luna.creator
      .sees(luna.bot)
      .slice(before)
      .find(({ kind, from }) => kind === 'document' && from.isBot),
  );
}

async function bytesOf({ media }: MessageView): Promise<Buffer> {
  const answer = await fetch(new URL(media?.url ?? '', fanline.sandbox.url));
  return Buffer.from(await answer.arrayBuffer());
}

function unpacked(zip: Buffer): { csv: string; jsonl: string[]; rest: string[] } {
  const files = unzipSync(zip);
  expect(Object.keys(files)).toEqual(exportFiles);
  const text = (name: ExportFile) => Buffer.from(files[name] ?? []).toString();
  const lines = (name: ExportFile) => text(name).split('\n').slice(0, -1);
  return {
    csv: text('fans.csv'),
    jsonl: lines('fans.jsonl'),
    rest: exportFiles.slice(2).flatMap(lines),
  };
}

/** What is remembered of fans. */
const kept = () =>
  luna.read(async (reader) => ({
    notes: await reader.db.selectFrom('note').select(['fan_id', 'text']).execute(),
    tags: await reader.db
      .selectFrom('fan_tag')
      .innerJoin('tag', 'tag.id', 'fan_tag.tag_id')
      .select(['fan_id', 'name'])
      .orderBy('name')
      .execute(),
    values: await reader.db.selectFrom('fan_field').select(['fan_id', 'text_value']).execute(),
  }));

describe('an export', () => {
  const formula = '=HYPERLINK("http://evil","x")';

  test('is a table without formulas and JSON Lines, and is imported again without loss', async () => {
    const eve = fanline.sandbox.createUser({ firstName: '=1+1', lastName: '@SUM(A1)' });
    await writes(ana, 'hello');
    await writes(eve, 'hello from eve');
    luna.creator.sends(luna.bot, '/fields');
    tap(await told('Fields hold what you want to know'), '+ text');
    const name = await told('Reply to this message with the name');
    luna.creator.sends(luna.bot, { text: 'Stage', replyTo: name.messageId });
    await told('“Stage” was added');
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const table = [
      'id,notes,tags,field:Stage',
      [
        ana.id,
        quoted(`${formula}\n~~~\n- one\n- two`),
        quoted('-sale, "a, b"'),
        quoted('@home; =2'),
      ].join(','),
      `${eve.id},plain,,`,
    ];
    tap(await brings(document(table.join('\n')), '2 rows'), 'Import');
    await told('Imported.');

    const { zip, csv, lines } = await exported();
    await told('2 fans: fans.csv is a table');
    expect(csv.startsWith('\ufeffid,handle,first_name,last_name,')).toBe(true);
    expect(csv).toContain(',tags,notes,field:Stage\r\n');
    expect(csv).toContain(`"'=HYPERLINK(`);
    expect(csv).toContain(`,'=1+1,'@SUM(A1),`);
    expect(csv).not.toMatch(/(^|[,;\n"]) *[=+@-]/u);
    expect(lines).toMatchObject([
      {
        id: ana.id,
        handle: 'Ana_Lu',
        first_name: 'Ana',
        tags: ['-sale', 'a, b'],
        fields: [{ name: 'Stage', value: '@home; =2' }],
        notes: [
          { text: formula, by: 'creator' },
          { text: '- one\n- two', by: 'creator' },
        ],
      },
      { id: eve.id, first_name: '=1+1', notes: [{ text: 'plain' }] },
    ]);

    const messages = unpacked(zip).rest.map((line): unknown => JSON.parse(line));
    expect(messages).toMatchObject([
      { fan: ana.id, direction: 'in', kind: 'text', text: 'hello' },
      { fan: eve.id, direction: 'in', kind: 'text', text: 'hello from eve' },
    ]);

    const before = await kept();
    await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      await tx.db.deleteFrom('note').execute();
      await tx.db.deleteFrom('tag').execute();
      await tx.db.deleteFrom('fan_field').execute();
    });
    const report = await brings(document(zip, 'fans.zip'), '2 rows');
    expect(report.text).not.toMatch(/[⚠✕○]/u);
    const seen = luna.creator.sees(luna.bot).length;
    tap(report, 'Import');
    await fanline.sandbox.until('the import has ended', () =>
      luna.creator
        .sees(luna.bot)
        .slice(seen)
        .some(({ text }) => text.startsWith('Imported.')),
    );
    expect(await kept()).toEqual(before);
  });

  test('has the segments, the saved replies, what was answered and what was followed up, too', async () => {
    await writes(ana, 'hello');
    luna.creator.sends(luna.bot, '/remind ana tomorrow send photos');
    await told('I will remind you');
    luna.creator.sends(luna.bot, '/segments lang:en');
    tap(await told('1 fan'), '💾 Save');
    const name = await told('a name for the segment');
    luna.creator.sends(luna.bot, { text: 'English', replyTo: name.messageId });
    await told('Saved as');
    await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      await tx.db.updateTable('followup').set({ state: 'done', finished_at: 1 }).execute();
      const content = { kind: 'text', text: 'Thank you, {name}!', entities: null, media: null };
      const by = { actor: 'creator', author_user_id: null, used_at: null, changed_at: null };
      await tx.db
        .insertInto('saved_reply')
        .values({ key: 'thanks', name: 'thanks', ...content, ...by, created_at: 1 } as never)
        .execute();
    });
    const { zip, lines } = await exported();
    expect(lines).toMatchObject([
      { id: ana.id, followups: [{ text: 'send photos', state: 'done' }] },
    ]);
    expect(unpacked(zip).rest.map((line): unknown => JSON.parse(line))).toMatchObject([
      { fan: ana.id, direction: 'in', text: 'hello' },
      { name: 'English', filter: 'lang:en' },
      { name: 'thanks', kind: 'text', text: 'Thank you, {name}!' },
    ]);
  });

  test('has drafts with what left the box for them, opt-outs, the persona, the FAQ and consents', async () => {
    await writes(ana, 'my secret is safe with you?');
    const receipt = {
      provider: 'groq',
      model: 'some-model',
      messages: [1],
      told: { faq: 0, examples: 2, facts: 0 },
      masked: { email: 1 },
      leftOut: {},
      tokensIn: 9,
      tokensOut: 3,
      costMicroUsd: 5,
      ms: 7,
      calls: [],
    };
    await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      const { id } = await tx.db
        .insertInto('draft')
        .values({ thread_id: 1, message_id: 1, state: 'dismissed', created_at: 0 } as never)
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx.db
        .insertInto('draft_choice')
        .values({ draft_id: id, place: 0, round: 1, text: 'never sent', origin: 'llm' } as never)
        .execute();
      for (const provider of ['groq', 'xai']) {
        const row = { draft_id: id, receipt: JSON.stringify({ ...receipt, provider }) };
        await tx.db.insertInto('draft_receipt').values(row).execute();
      }
      await tx.db
        .insertInto('ai_opt_out')
        .values({ fan_id: 1 as never, opted_out_at: 0, taken_back_at: 1_000 })
        .execute();
      await tx.db
        .insertInto('fan_care')
        .values({
          fan_id: 1 as never,
          kind: 'possible-minor',
          message_id: 1 as never,
          seen_at: 0,
          cleared_up_to: 1 as never,
          cleared_by: luna.creator.id as UserId,
          cleared_actor: 'creator',
          cleared_at: 0,
        })
        .execute();
      const by = { actor: 'creator', author_user_id: null, created_at: 0 } as const;
      await tx.db
        .insertInto('persona_line')
        .values({ part: 'tone', text: 'Warm', ...by } as never)
        .execute();
      await tx.db
        .insertInto('faq_entry')
        .values({ question: 'When?', answer: null, changed_at: null, ...by })
        .execute();
      await tx.db
        .insertInto('consent')
        .values({
          purpose: 'ai-drafts',
          providers: '["groq"]',
          text_version: 1,
          given_at: 0,
          actor: 'creator',
          given_by: luna.creator.id as UserId,
          ended_at: 2_000,
          ended_how: 'withdrawn',
        })
        .execute();
    });
    const { zip, csv, lines } = await exported();
    const at = '1970-01-01T00:00:00Z';
    expect(lines).toMatchObject([
      {
        id: ana.id,
        ai_opt_out: { at, taken_back: '1970-01-01T00:00:01Z' },
        possible_minor: { message: 1, at, adult: { by: 'creator', at, up_to: 1 } },
        facts: [],
      },
    ]);
    expect(unpacked(zip).rest.map((line): unknown => JSON.parse(line))).toMatchObject([
      { id: 1, fan: ana.id, direction: 'in' },
      {
        fan: ana.id,
        answers: 1,
        state: 'dismissed',
        choices: 1,
        chosen: null,
        receipts: [
          { provider: 'groq', messages: [1], masked: { email: 1 }, tokens_in: 9 },
          { provider: 'xai' },
        ],
      },
      { part: 'tone', text: 'Warm', by: 'creator', at },
      { question: 'When?', answer: null, changed: null },
      {
        providers: ['groq'],
        text_version: 1,
        given: at,
        user: luna.creator.id,
        ended: '1970-01-01T00:00:02Z',
        ended_how: 'withdrawn',
      },
    ]);
    const all = [csv, ...unpacked(zip).jsonl, ...unpacked(zip).rest].join('\n');
    expect(all.match(/my secret/gu)).toHaveLength(1);
    expect(all).not.toContain('never sent');
  });

  test('of many fans is one file, also after a restart, and has nobody who is gone', async () => {
    await fanline.storage.store.transact(luna.record.tenantId, async (tx) => {
      for (let index = 0; index < 2_500; index += 1) await makeFan(tx, { first: `Fan ${index}` });
      await rawRows(tx, `update fan set reach = 'gone' where first_name = 'Fan 77'`);
    });
    const before = luna.creator.sees(luna.bot).length;
    luna.creator.sends(luna.bot, '/export');
    await told('I am putting it together');
    await fanline.restart();
    const file = await documentAfter(before);
    expect(file.text).toContain('2,499 fans');
    const { csv, jsonl } = unpacked(await bytesOf(file));
    expect(jsonl).toHaveLength(2_499);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(2_500);
    expect(csv).not.toContain('Fan 77,');
  });

  test('of nobody is a sentence', async () => {
    luna.creator.sends(luna.bot, '/export');
    await told('There are no fans yet');
  });
});

describe('whoever is not the creator', () => {
  test('neither imports nor exports, nor taps the buttons', async () => {
    await writes(ana, 'hello');
    const max = fanline.sandbox.createUser({ firstName: 'Max' });
    await fanline.storage.store.transact(luna.record.tenantId, (tx) =>
      tx.db
        .insertInto('member')
        .values({ user_id: max.id as UserId, role: 'member', name: 'Max', joined_at: 0 })
        .execute(),
    );
    max.start(luna.bot);
    for (const command of ['/import', '/export']) {
      const before = max.seesTexts(luna.bot).length;
      max.sends(luna.bot, command);
      await fanline.sandbox.until('a word', () =>
        max.seesTexts(luna.bot).slice(before).includes('Only the creator can do this.'),
      );
    }
    const report = await brings(document('handle,note\nana_lu,x\n'), 'One row');
    const answerTo = async (person: SandboxUser, messageId: number) => {
      const query = person.sendsForgedCallback(luna.bot, messageId, 'tr:run:1');
      return await fanline.sandbox.until('an answer', () => person.answersTo(query));
    };
    expect(await answerTo(max, max.sees(luna.bot).at(-1)?.messageId ?? 0)).toMatchObject({
      text: 'Only the creator can do this.',
    });
    ana.start(luna.bot);
    const greeting = await fanline.sandbox.until('the greeting', () =>
      ana.sees(luna.bot).find(({ from }) => from.isBot),
    );
    expect(await answerTo(ana, greeting.messageId)).toMatchObject({
      text: 'This button is not for you.',
    });
    expect(buttons(report)).toEqual(['Import', 'Cancel']);
    expect(await notes()).toEqual([]);
  });

  test('does not see an export that was asked for in a group', async () => {
    await writes(ana, 'hello');
    const group = fanline.sandbox.createGroup({ title: 'HQ', forum: true, owner: luna.creator });
    group.adds(luna.bot);
    group.promotes(luna.bot, { manageTopics: true });
    luna.creator.sends(group, '/desk');
    await fanline.sandbox.until('the desk', () =>
      luna.creator.seesTexts(group).some((text) => text.startsWith('Your desk is here now')),
    );
    luna.creator.sends(group, '/export');
    await fanline.sandbox.until('a word', () =>
      luna.creator.seesTexts(group).some((text) => text.includes('our private chat')),
    );
    await told('One fan: fans.csv');
    expect(luna.creator.sees(group).some(({ kind }) => kind === 'document')).toBe(false);
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TenantRecord } from '#src/storage/control-store.ts';
import type { Tx } from '#src/storage/reader.ts';
import { exchange, makeFan, readAll } from '#test/support/answer-bed.ts';
import { openTestStorage, type TestStorage } from '#test/support/open-test-storage.ts';
import { examplesFor } from './examples-for.ts';
import { nearestAnswers } from './nearest-answers.ts';

/** What a creator was asked and answered. */
const history: readonly (readonly [string, string])[] = [
  ['Do you do custom videos?', 'Yes, I do customs! Tell me what you have in mind'],
  [
    'how do I become a member of your vip club',
    'You can join the VIP club with the button in the channel',
  ],
  ['where did you learn to paint?', 'I taught myself, mostly from old books'],
  ['what camera do you use for your photos', 'An old Canon and a lot of patience'],
  ['do you ship prints to Canada?', 'Yes, prints go worldwide, shipping takes a while though'],
  ['I had a terrible day', 'Oh no, come here. Want to tell me about it?'],
  ['happy birthday!!', 'Thank you so so much, you made my day'],
  ['what is your favourite food', 'Pasta. Always pasta.'],
  ['¿Haces vídeos personalizados?', 'Sí, claro, cuéntame qué te gustaría'],
  ['de dónde eres?', 'Soy de Valencia, pero vivo en Madrid'],
  ['cuánto tarda el envío', 'Suele tardar un poco, te aviso cuando salga'],
  ['eres preciosa', 'Ay gracias, me alegras el día'],
  ['Você faz vídeos personalizados?', 'Faço sim, me conta a sua ideia'],
  ['qual câmera você usa?', 'Uso uma Canon bem velhinha'],
  ['onde você mora?', 'Moro em Lisboa com meus gatos'],
  ['Machst du auch persönliche Videos?', 'Klar, schreib mir, was du dir wünschst'],
  ['Welche Kamera benutzt du?', 'Eine alte Canon, die hat schon viel erlebt'],
  ['Verschickst du auch in die Schweiz?', 'Ja, in die Schweiz geht es auch'],
  ['ты делаешь видео на заказ?', 'Да, конечно, напиши, что хочешь увидеть'],
  ['какая у тебя камера?', 'Старый Canon, очень его люблю'],
  ['откуда ты родом?', 'Я из Казани, но живу у моря'],
  ['ти робиш відео на замовлення?', 'Так, звісно, напиши, що хочеш побачити'],
  ['яка в тебе камера?', 'Старенький Canon, дуже його люблю'],
  ['هل تصنعين فيديوهات خاصة؟', 'نعم بالطبع، أخبرني ماذا تريد'],
  ['ما الكاميرا التي تستخدمينها؟', 'كاميرا كانون قديمة'],
  ['個人的な動画は作れますか？', 'はい、作れますよ。どんな内容がいいですか？'],
  ['どんなカメラを使っていますか', '古いキヤノンを使っています'],
  ['配信はいつですか？', '配信のお知らせはチャンネルに出しますね'],
];

const near: readonly (readonly [string, string])[] = [
  ['hey! could you make a custom video for me?', 'Yes, I do customs'],
  ['would you do customs?', 'Yes, I do customs'],
  ['how can i join the VIP', 'You can join the VIP club'],
  ['which camera are you using?', 'An old Canon'],
  ['is shipping to canada possible', 'prints go worldwide'],
  ['Happy birthday beautiful', 'you made my day'],
  ['whats ur favorite food?', 'Pasta'],
  ['haces videos personalizados para mí?', 'Sí, claro'],
  ['y tú de dónde eres, guapa', 'Soy de Valencia'],
  ['el envío cuánto tarda?', 'Suele tardar'],
  ['vc faz video personalizado', 'Faço sim'],
  ['qual é a sua câmera', 'Uso uma Canon'],
  ['Kannst du ein persönliches Video machen?', 'Klar, schreib mir'],
  ['Mit welcher Kamera fotografierst du', 'Eine alte Canon'],
  ['а видео на заказ делаете?', 'Да, конечно'],
  ['на какую камеру снимаешь', 'Старый Canon'],
  ['можеш зробити відео на замовлення', 'Так, звісно'],
  ['ممكن فيديو خاص؟', 'نعم بالطبع'],
  ['個人的な動画をお願いできますか', 'はい、作れますよ'],
  ['次の配信はいつ？', '配信のお知らせ'],
  ['カメラは何を使ってますか？', '古いキヤノン'],
];

const far = [
  'I broke my camera yesterday',
  'my cousin joined the army club',
  'the video of the cat was funny',
  'me duele la cabeza de tanto vídeo',
  'ayer compré una cámara nueva',
  'esse vídeo do gato foi engraçado',
  'カメラが壊れた',
  'my dog ate my homework again lol',
  'did you see the football match',
  'i am going to the dentist',
  'qué opinas de la política',
  'mañana tengo un examen de matemáticas',
  'ich habe heute Kopfschmerzen',
  'мой брат купил новую машину',
  '昨日はラーメンを食べました',
  'ذهبت إلى السوق مع أخي',
  'ok',
  '👍👍',
  '"; drop table message; -- OR NEAR(a b) * ^ : -',
  '',
];

let storage: TestStorage;
let luna: TenantRecord;
let mars: TenantRecord;

const transact = <T>(work: (tx: Tx) => Promise<T>) => storage.store.transact(luna.tenantId, work);

beforeAll(async () => {
  storage = await openTestStorage({ inMemory: true });
  luna = await storage.addTenant();
  mars = await storage.addTenant();
  await transact(async (tx) => {
    // Words that answers repeat are the business of more than one fan.
    for (let fans = 0; fans < 2; fans += 1) {
      const asked = 'custom, vip, club, prints, 作れ、を使って、配信';
      await exchange(tx, await makeFan(tx), asked, 'All of it tomorrow');
    }
    for (const [asked, answered] of history) {
      await exchange(tx, await makeFan(tx), asked, answered);
    }
    await readAll(tx);
  });
});

afterAll(async () => {
  await storage[Symbol.asyncDispose]();
});

const nearest = (text: string, limit = 3, tenant = luna) =>
  storage.store.readLong(tenant.tenantId, nearestAnswers, { text, limit });

const examples = (text: string, limit = 6, tenant = luna) =>
  storage.store.readLong(tenant.tenantId, examplesFor, { text, limit });

async function saveReply(tx: Tx, name: string, text: string, usedAt: number): Promise<void> {
  await tx.db
    .insertInto('saved_reply')
    .values({
      key: name,
      name,
      kind: 'text',
      text,
      entities: null,
      media: null,
      actor: 'creator',
      author_user_id: null,
      used_at: usedAt,
      created_at: 5,
      changed_at: null,
    })
    .execute();
}

describe('the nearest answers', () => {
  test.each(near)('to “%s” begin with “%s”', async (text, begins) => {
    const [best] = await nearest(text);
    expect(best?.replyText).toContain(begins);
    expect(best).toMatchObject({ kind: 'past-answer' });
  });

  test.each(far)('to “%s” are none', async (text) => {
    expect(await nearest(text)).toEqual([]);
  });

  test('are in one language', async () => {
    for (const [text] of near) {
      const languages = (await nearest(text, 5)).map(({ language }) => language);
      expect(new Set(languages).size).toBe(1);
    }
    const { tenantId } = luna;
    const args = { text: 'video', limit: 5, language: 'de' };
    const german = await storage.store.readLong(tenantId, nearestAnswers, args);
    expect(german.map(({ replyText }) => replyText.slice(0, 5))).toEqual(['Klar,']);
  });

  test('are in another one where the creator answered fans of that language so', async () => {
    await transact(async (tx) => {
      const asked = 'Quelle est la couleur préférée de ton petit lapin blanc ?';
      await exchange(
        tx,
        await makeFan(tx),
        asked,
        'Sorry for my english, it is definitely pink and purple',
      );
      await readAll(tx);
    });
    expect(await nearest('la couleur préférée de ton petit lapin, c’est quoi ?')).toMatchObject([
      { language: 'en', kind: 'past-answer' },
    ]);
  });

  test('are nobody else’s', async () => {
    for (const [text] of near) {
      expect(await nearest(text, 3, mars)).toEqual([]);
      expect(await examples(text, 6, mars)).toEqual([]);
    }
  });

  test('leave out what held for one fan or day alone, which an example may say', async () => {
    await transact(async (tx) => {
      await exchange(tx, await makeFan(tx), 'when is the next zumba class?', 'Tomorrow at 18:30!');
      await readAll(tx);
    });
    expect(await nearest('when is the next zumba class?')).toEqual([]);
    const shown = await examples('when is the next zumba class?');
    expect(shown[0]).toMatchObject({ replyText: 'Tomorrow at 18:30!', names: ['Zoe'] });
  });

  test('have a placeholder where the fan was called by name, and say the same once, the newest way', async () => {
    await transact(async (tx) => {
      for (const [index, first] of ['Anna', 'Bella', 'Carla', 'Dora', 'Elsa'].entries()) {
        const fan = await makeFan(tx, { first });
        const answered = `Hi ${first}! My tattoo is a swallow${index > 2 ? ' :)' : '.'}`;
        await exchange(tx, fan, 'What is that tattoo on your arm?', answered, index);
      }
      await readAll(tx);
    });
    const found = await nearest('that tattoo on your arm, what is it?');
    expect(found).toMatchObject([
      { replyText: 'Hi {first_name}! My tattoo is a swallow :)', answeredAt: 4 },
    ]);
  });

  test('may be saved replies, which are found by their name and what they say', async () => {
    await transact(async (tx) => {
      await saveReply(
        tx,
        'wishlist',
        'My wishlist is in the bio, {first_name}. Presents make me blush',
        77,
      );
    });
    const expected = [{ kind: 'saved-reply', fanText: 'wishlist', answeredAt: 77 }];
    expect(await nearest('do you have a wishlist?')).toMatchObject(expected);
    expect(await nearest('can I send presents')).toMatchObject(expected);
    expect(await nearest('how are you')).toEqual([]);
  });

  test.each([
    'how are things',
    'tysm',
    'thank you for answering me!',
    'how are you doing?',
    'I hope you are well',
  ])('to “%s” are no saved replies that are polite as well', async (text) => {
    const { tenantId } = await storage.addTenant();
    await storage.store.transact(tenantId, async (tx) => {
      await saveReply(tx, 'vip', 'Hope you are well! Join the VIP club for 10 a month', 5);
      await saveReply(tx, 'price list', 'Thank you so much for asking! The list is in the bio', 5);
    });
    const args = { text, limit: 5 };
    expect(await storage.store.readLong(tenantId, nearestAnswers, args)).toEqual([]);
    const asked = { text: 'how do I join the vip club?', limit: 5 };
    const found = await storage.store.readLong(tenantId, nearestAnswers, asked);
    expect(found).toMatchObject([{ kind: 'saved-reply', fanText: 'vip' }]);
  });

  test('are found whatever a fan writes', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    const signs = fc
      .array(
        fc.constantFrom(
          '"',
          "'",
          '*',
          ' OR ',
          ' NEAR(',
          ')',
          '^',
          ':',
          '-',
          '+',
          '{',
          '\0',
          'camera',
        ),
        {
          maxLength: 12,
        },
      )
      .map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, signs), async (typed) => {
        const found = await storage.store.read(luna.tenantId, (reader) =>
          nearestAnswers.run(reader, { text: typed, limit: 3 }),
        );
        expect(found.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 100 },
    );
    await nearest('camera '.repeat(600));
    await nearest('カメラ'.repeat(1_300));
  });
});

describe('the examples', () => {
  test('are the nearest first, in the fan’s language, each unlike the others', async () => {
    const shown = await examples('hello, could you make a custom video for me please?', 8);
    expect(shown).toHaveLength(8);
    expect(shown[0]?.replyText).toContain('Yes, I do customs');
    expect(new Set(shown.map(({ replyText }) => replyText)).size).toBe(8);
    expect(shown.filter(({ replyText }) => /[^\p{Script=Latin}\P{L}]/u.test(replyText))).toEqual(
      [],
    );
  });

  test('show how the creator writes where nothing is near', async () => {
    const russian = await examples('вчера весь вечер играл с братом в настольный теннис', 6);
    expect(russian.length).toBeGreaterThanOrEqual(3);
    for (const { replyText } of russian) expect(replyText).toMatch(/[а-я]{3}/u);
  });
});

describe('what one fan alone told and the answer repeats', () => {
  const told = [
    ['My cat Thistlewhisk is ill', 'Poor Thistlewhisk, cats are stubborn', 'Thistlewhisk'],
    ['Mi perro Zarrapastrín está enfermo', 'Fuerza para Zarrapastrín', 'Zarrapastrín'],
    ['Meu gato Biscoitinho está doente', 'Coitado do Biscoitinho, melhoras', 'Biscoitinho'],
    ['Mein Hund Zimtwolkerich ist krank', 'Ich drücke Zimtwolkerichs Daumen', 'Zimtwolkerich'],
    ['мой кот Шуршунделий заболел', 'ох, обними Шуршунделия', 'Шуршундел'],
    ['мій пес Гавкунчик захворів', 'обійми Гавкунчика від мене', 'Гавкунчик'],
    ['قطتي زعفرانوش مريضة', 'سلامتك يا زعفرانوش', 'زعفرانوش'],
    ['猫のモフルンゴが病気です', 'モフルンゴちゃん、早く元気になあれ', 'モフルンゴ'],
  ] as const;

  test.each(told)(
    '%s: is not offered to others, nor in an example',
    async (asked, answered, name) => {
      const { tenantId } = await storage.addTenant();
      await storage.store.transact(tenantId, async (tx) => {
        await exchange(tx, await makeFan(tx), asked, answered);
        await readAll(tx);
      });
      const text = asked.replace(name, '');
      const args = { text, limit: 5 };
      expect(await storage.store.readLong(tenantId, nearestAnswers, args)).toEqual([]);
      const shown = await storage.store.readLong(tenantId, examplesFor, args);
      expect(shown).toHaveLength(1);
      expect(JSON.stringify(shown)).not.toContain(name);
      expect(shown[0]?.replyText).toContain('{…}');
    },
  );

  test('is private no more when two others say it, and one alone changes nothing', async () => {
    const { tenantId } = await storage.addTenant();
    const offered: number[] = [];
    for (let fans = 1; fans <= 3; fans += 1) {
      await storage.store.transact(tenantId, async (tx) => {
        const fan = await makeFan(tx);
        // However often a fan says it.
        for (const asked of ['do you sell hoodies?', 'hoodies, do you sell them?']) {
          await exchange(tx, fan, asked, 'hoodies are in the shop');
        }
        await readAll(tx);
      });
      const args = { text: 'what do you sell?', limit: 5 };
      const found = await storage.store.readLong(tenantId, nearestAnswers, args);
      offered.push(found.length);
    }
    expect(offered).toEqual([0, 0, 1]);
  });
});

import { describe, expect, test } from 'vitest';
import { checkDraft, type Known } from './check-draft.ts';
import type { ProblemKind } from './checks/problem.ts';

const known: Known = {
  language: null,
  lengths: null,
  texts: [
    'Tone: warm. My name is Lena. Shop: https://shop.lena.example/prints — instagram @lena.art',
    'A print costs 25 €, shipping 4,50 EUR. Video calls: $120. Code SPRING24.',
    'Live every Friday at 20:00. Next show on 5 December. I promise an answer within a day. [Q&A] starts then.',
    'You can write to studio@lena.example',
  ],
  fanNames: ['Mia Wong', 'mia_w'],
  otherNames: ['Dmitri Volkov', '花子', 'Lena', 'Mia'],
  secrets: ['9f3ac1d2'],
  romance: false,
  possibleMinor: false,
};

function kinds(text: string, changes: Partial<Known> = {}, language: string | null = null) {
  return [
    ...new Set(checkDraft({ text, language }, { ...known, ...changes }).map(({ kind }) => kind)),
  ];
}

const faults: readonly (readonly [ProblemKind, string])[] = [
  ['link', 'look at https://evil.example/x'],
  ['link', 'look at shop.lena.example/other'],
  ['link', 'look at https://shop.lena.example@evil.example/prints'],
  ['link', 'evil dot com has it'],
  ['link', 'evil(.)com has it'],
  ['link', 'see еvіl.com'],
  ['link', 'see ｅｖｉｌ．ｃｏｍ'],
  ['link', 'see ev\u200bil.com'],
  ['link', 'http://10.0.0.1/a'],
  ['link', 'hxxps://evil.example'],
  ['link', 'bit.ly/abc'],
  ['link', 'заходи на магазин.рф'],
  ['contact', 'write me @someone_else'],
  ['contact', 'mail me at x@evil.example'],
  ['contact', 'call +1 555 123 4567'],
  ['contact', 't.me/someone_else'],
  ['contact', 'pay to DE89 3704 0044 0532 0130 00'],
  ['contact', 'send it to 0x52908400098527886E0F7030069857D2E4169EE7'],
  ['amount', 'it is 26 €'],
  ['amount', 'just $5'],
  ['amount', 'всего 500 рублей'],
  ['amount', 'solo veinte euros'],
  ['amount', 'nur zwanzig Euro'],
  ['amount', 'custa 30 reais'],
  ['amount', 'السعر 50 ريال'],
  ['amount', '千 5000円です'],
  ['amount', 'коштує 300 грн'],
  ['amount', 'it costs 40'],
  ['amount', '20% off'],
  ['amount', '5k dollars'],
  ['amount', '50 stars'],
  ['time', 'see you Monday'],
  ['time', 'on 6 December'],
  ['time', 'on December 7th'],
  ['time', 'am 06.12.'],
  ['time', '2026-12-24 it is'],
  ['time', 'at 9pm'],
  ['time', 'um 21 Uhr'],
  ['time', 'mañana te cuento'],
  ['time', 'nos vemos el lunes'],
  ['time', 'amanhã eu vejo'],
  ['time', 'morgen mehr'],
  ['time', 'завтра расскажу'],
  ['time', 'в понедельник'],
  ['time', 'у вівторок'],
  ['time', 'غداً إن شاء الله'],
  ['time', 'يوم الاثنين'],
  ['time', '明日ね'],
  ['time', '月曜日に'],
  ['time', '12月24日です'],
  ['time', '21時から'],
  ['time', 'in 2 hours'],
  ['time', 'через 3 дня'],
  ['promise', 'I promise to answer soon'],
  ['promise', "I'll send you one"],
  ['promise', 'it is for free'],
  ['promise', 'you get a discount'],
  ['promise', 'te lo prometo'],
  ['promise', 'es gratis para ti'],
  ['promise', 'eu garanto'],
  ['promise', 'versprochen!'],
  ['promise', 'das ist kostenlos'],
  ['promise', 'обещаю'],
  ['promise', 'дам тебе скидку'],
  ['promise', 'обіцяю'],
  ['promise', 'أعدك بذلك'],
  ['promise', 'مجاناً لك'],
  ['promise', '約束します'],
  ['promise', '無料だよ'],
  ['promise', "let's meet"],
  ['promise', 'встретимся'],
  ['promise', '会いましょう'],
  ['code', 'use SAVE50NOW'],
  ['code', 'aGVsbG8gd29ybGQgaGVsbG8gd29ybGQ='],
  ['other-name', 'as I told Dmitri Volkov'],
  ['other-name', 'DMITRI VOLKOV said it'],
  ['other-name', '花子さんも'],
  ['questions', 'how are you? and what now?'],
  ['questions', '¿qué tal? ¿y ahora?'],
  ['questions', '元気？何してる？'],
  ['questions', 'كيف حالك؟ ماذا تفعل؟'],
  ['identity', 'I am not a bot'],
  ['identity', "I'm an AI"],
  ['identity', "I'm a real person"],
  ['identity', 'as an AI language model I cannot'],
  ['identity', 'no soy un bot'],
  ['identity', 'soy una persona real'],
  ['identity', 'sou uma pessoa de verdade'],
  ['identity', 'ich bin kein Bot'],
  ['identity', 'ich bin ein echter Mensch'],
  ['identity', 'я не бот'],
  ['identity', 'я живой человек'],
  ['identity', 'я справжня людина'],
  ['identity', 'أنا لست روبوت'],
  ['identity', 'أنا إنسان'],
  ['identity', '私はAIです'],
  ['identity', '人間ですよ'],
  ['romance', 'I love you'],
  ['romance', 'te amo'],
  ['romance', 'ich liebe dich'],
  ['romance', 'я тебя люблю'],
  ['romance', 'أحبك كثيرا'],
  ['romance', '愛してる'],
  ['romance', 'so sexy'],
  ['romance', 'for you 💋'],
  ['placeholder', 'Hi [FAN_1]'],
  ['placeholder', 'Hi [your name]'],
  ['placeholder', 'Hi {name}'],
  ['placeholder', 'Hi fan_1'],
  ['placeholder', 'Hi {first_name}, how are you?'],
  ['placeholder', 'See you at {…}!'],
  ['placeholder', 'Hi ｛first_name｝'],
  ['placeholder', 'Hi first_name, how are you?'],
  ['placeholder', 'Hi %name%'],
  ['markup', 'this is **bold**'],
  ['markup', '<b>bold</b>'],
  ['markup', '[here](x)'],
  ['markup', 'a `code`'],
  ['markup', 'hi\u202eereht'],
  ['secret', 'the mark is 9f3ac1d2'],
  ['amount', '二千円です'],
  ['amount', '価格は5000円です'],
  ['amount', 'solo un dólar'],
  ['amount', '3 тысячи рублей'],
  ['time', 'I can do it this weekend'],
  ['time', 'on the 3rd then'],
  ['time', 'at half past eight'],
  ['time', 'tomorow'],
  ['promise', 'half off for you'],
  ['promise', 'you can have it free'],
  ['link', 'e v i l . c o m'],
  ['contact', 'five five five one two three four'],
  ['identity', 'yes, I am real!'],
  ['identity', '本物です'],
  ['code', 'code: SPRINGTIME'],
  ['empty', ' \u200b '],
  ['telegram-limit', 'a'.repeat(4_097)],
  ['too-long', 'a'.repeat(900)],
];

const fine = [
  'Hey Mia! So happy you like it, thank you 🌙',
  'A print is 25 euros, and shipping €4.50',
  'It costs 25,00 EUR',
  'Look here: shop.lena.example/prints/',
  'Find me on Instagram: @lena.art',
  'Write to studio@lena.example please',
  'We go live on Friday at 8 pm!',
  'The next show is on December 5',
  'The code is SPRING24',
  'A call is 120 dollars',
  '100% agree with you!',
  'How are you doing??',
  '¿Qué tal estás?',
  'Have a great weekend and sleep well',
  "I'll think about it",
  'Feel free to ask',
  'Thanks, that means a lot, mia_w',
  'Buenos días, gracias por esta mañana tan bonita',
  'Guten Morgen, wie schön',
  'Thank you. Really, etc. and so on',
  'ok.thanks',
  'That was one of three songs',
  'It is me, Lena',
  'Спасибо большое, мне очень приятно!',
  'ありがとう、うれしいです',
  'شكرا جزيلا لك',
  'Version 2 is my favourite',
  '[Q&A] is soon',
  'we are 2 of a kind :) <3',
];

describe('a draft', () => {
  test.each(faults)('has a problem of kind %s: %s', (kind, text) => {
    expect(kinds(text)).toContain(kind);
  });

  test.each(fine)('is fine: %s', (text) => {
    expect(checkDraft({ text, language: null }, known)).toEqual([]);
  });

  test('may not take prices, links or times from anywhere but the creator’s own words', () => {
    const changes = { texts: [], otherNames: [] };
    expect(kinds('25 € at shop.lena.example/prints on Friday, SPRING24', changes)).toEqual([
      'link',
      'code',
      'amount',
      'time',
    ]);
  });

  test('is in the wanted language, as far as that can be told', () => {
    const wanted = (language: string) => ({ language });
    expect(kinds('Danke dir sehr', wanted('en'), 'de')).toEqual(['language']);
    expect(kinds('Danke dir sehr', wanted('de-AT'), 'de')).toEqual([]);
    expect(kinds('Danke dir sehr', wanted('de'), null)).toEqual([]);
    expect(kinds('Thank you', wanted('ru'), null)).toEqual(['language']);
    expect(kinds('Спасибо', wanted('en'), null)).toEqual(['language']);
    expect(kinds('ok 👍', wanted('ja'), null)).toEqual([]);
  });

  test('is about as long as the creator’s replies', () => {
    const lengths = { p10: 20, p90: 80 };
    expect(kinds('Hi you', { lengths })).toEqual(['too-short']);
    expect(kinds('la '.repeat(60), { lengths })).toEqual(['too-long']);
    expect(kinds('la '.repeat(40), { lengths })).toEqual([]);
  });

  test('may be romantic where the creator allows it, but never with a possible minor', () => {
    expect(kinds('I love you', { romance: true })).toEqual([]);
    expect(kinds('I love you', { romance: true, possibleMinor: true })).toEqual(['romance']);
    expect(kinds('thanks, sweetheart 😘')).toEqual([]);
    expect(kinds('thanks, sweetheart', { possibleMinor: true })).toEqual(['romance']);
    expect(kinds('thanks 😘', { romance: true, possibleMinor: true })).toEqual(['romance']);
  });

  test('neither repeats the fan nor tells what others wrote', () => {
    const fanTexts = ['my cat ran away and I cannot sleep'];
    const exampleTexts = [{ fanText: 'we moved to Torquay', replyText: 'Torquay is so pretty' }];
    expect(kinds('Your cat ran away and I cannot sleep', { fanTexts })).toEqual(['echo']);
    expect(kinds('Greetings to Torquay', { exampleTexts })).toEqual(['example']);
    expect(kinds('Greetings to Torquay', { exampleTexts, fanTexts: ['I am in Torquay'] })).toEqual(
      [],
    );
  });

  test('is checked fast, whatever the model writes', () => {
    const texts = [
      '1 '.repeat(2_000),
      'a.'.repeat(2_000),
      '?!'.repeat(2_000),
      '['.repeat(4_000),
      'i am '.repeat(800),
      'mar 5 '.repeat(700),
      '$'.repeat(4_000),
      '1.1.'.repeat(1_000),
      'no any free '.repeat(330),
      'i swear '.repeat(500),
      'Bob, Bob '.repeat(440),
      '\n.a'.repeat(1_300),
    ];
    const otherNames = Array.from({ length: 20_000 }, (_, index) => `Name${index}`);
    const before = performance.now();
    const fanTexts = texts;
    const exampleTexts = texts.map((text) => ({ fanText: text, replyText: text }));
    const all = { ...known, otherNames, fanTexts, exampleTexts };
    for (const text of texts) checkDraft({ text, language: null }, all);
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});

import type { Chance } from '#scripts/demo/history/chance.ts';

/** How a fan writes. */
export interface Hand {
  /** No capitals. */
  readonly lower: boolean;
  /** No sign at the end. */
  readonly bare: boolean;
  readonly greets: boolean;
  /** No accents and the like. */
  readonly plain: boolean;
  /** How often two letters of a longer word change places. */
  readonly slips: number;
}

/** What a message is written as. */
export interface Manner {
  readonly language: string;
  /** With nothing around it and no slip. */
  readonly plain: boolean;
  /** Whether it may begin with a greeting, which is a message of its own. */
  readonly greets: boolean;
}

interface Phrases {
  readonly greetings: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const phrases: Readonly<Record<string, Phrases>> = {
  en: {
    greetings: ['hey', 'hi', 'Hello!', 'hi there'],
    before: ['Quick question:', 'Sorry to bother you,', 'just wondering,', 'May I ask something?'],
    after: ['Thanks in advance', 'if you don’t mind me asking', '🙏', 'asking for a friend'],
  },
  es: {
    greetings: ['hola', 'Buenas!', 'hola hola'],
    before: ['Una pregunta:', 'Perdona que te moleste,', 'Oye,', 'tengo una duda,'],
    after: ['gracias de antemano', 'porfa', '🙏', 'es que no lo encuentro'],
  },
  de: {
    greetings: ['Hallo', 'Guten Tag!', 'hallo zusammen'],
    before: ['Eine kurze Frage:', 'Entschuldigen Sie die Störung,', 'Ich wollte fragen:'],
    after: ['Danke im Voraus', 'wenn ich fragen darf', '🙂', 'ich finde es nirgends'],
  },
  ru: {
    greetings: ['привет', 'здравствуй', 'Приветик!'],
    before: ['такой вопрос:', 'прости что отвлекаю,', 'слушай,', 'можно спросить?'],
    after: ['заранее спасибо', 'если не секрет', '🙏', 'нигде не нашла'],
  },
  ja: {
    greetings: ['こんにちは', 'はじめまして', 'こんばんは。'],
    before: ['質問です。', '突然すみません、', 'ちょっと聞きたいのですが、'],
    after: ['よろしくお願いします', '教えてください🙏', '気になっています'],
  },
};

/** Somebody's way to write. */
export function handOf(chance: Chance): Hand {
  return {
    lower: chance.happens(0.3),
    bare: chance.happens(0.3),
    greets: chance.happens(0.4),
    plain: chance.happens(0.3),
    slips: chance.happens(0.3) ? 0.08 : 0,
  };
}

/** The messages in which somebody asks this. */
export function write(text: string, hand: Hand, how: Manner, chance: Chance): string[] {
  const { greetings = [], before = [], after = [] } = phrases[how.language] ?? {};
  const joint = how.language === 'ja' ? '' : ' ';
  const pieces = [
    !how.plain && chance.happens(0.2) ? chance.pick(before) : '',
    how.plain ? text : slipped(text, hand.slips, chance),
    !how.plain && chance.happens(0.15) ? chance.pick(after) : '',
  ];
  const whole = pieces.filter((piece) => piece !== '').join(joint);
  const greeting = how.greets && hand.greets ? [chance.pick(greetings)] : [];
  return [...greeting, whole].map((message) => styled(message, hand));
}

function styled(message: string, { lower, bare, plain }: Hand): string {
  const cased = lower ? message.toLowerCase() : message;
  const open = bare ? cased.replace(/[.!?。！？]+$/u, '') : cased;
  return plain ? plainSigns(open) : open;
}

/** As people write who look for no sign: no accents, no ¿, ss for ß, е for ё. Umlauts and й stay. */
function plainSigns(message: string): string {
  return message
    .replace(/[áéíóú]/gu, (letter) => letter.normalize('NFD').charAt(0))
    .replace(/[¿¡]/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ё', 'е');
}

function slipped(text: string, often: number, chance: Chance): string {
  return text.replace(/[\p{Script=Latin}\p{Script=Cyrillic}]{5,}/gu, (word) => {
    if (!chance.happens(often)) return word;
    const at = chance.integer(1, word.length - 3);
    return `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;
  });
}

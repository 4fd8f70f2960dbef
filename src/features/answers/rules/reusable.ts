/** A text with every digit as 0 to 9, every letter small, full-width signs as plain ones. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, '0');
}

const start = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const end = String.raw`(?![\p{L}\p{M}\p{N}])`;

/** Any of these words, as whole words. */
function words(...lists: readonly string[]): RegExp {
  return new RegExp(`${start}(?:${lists.join('|')})${end}`, 'u');
}

const months = [
  'january|february|march|april|may|june|july|august|september|october|november|december',
  'jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro',
  'januar|februar|märz|mai|juni|juli|oktober|dezember',
  'январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]',
  'січ(?:ень|ня)|лют(?:ий|ого)|берез(?:ень|ня)|квіт(?:ень|ня)|трав(?:ень|ня)|черв(?:ень|ня)|лип(?:ень|ня)|серп(?:ень|ня)|верес(?:ень|ня)|жовт(?:ень|ня)|листопада?|груд(?:ень|ня)',
  'يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر',
].join('|');

const weekdays = [
  '(?:mon|tues|wednes|thurs|fri|satur|sun)days?',
  'lunes|martes|miércoles|miercoles|jueves|viernes|sábados?|sabados?|domingos?',
  'segunda|terça|terca|quarta|quinta|sexta|(?:segunda|terça|quarta|quinta|sexta)-feira',
  '(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?',
  'понедельник(?:а|ам)?|вторник(?:а|ам)?|сред[уыае]|средам|четверг(?:а|ам)?|пятниц[уыае]|пятницам|суббот[уыае]|субботам|воскресенье?|воскресенья|воскресеньям',
  "понеділ(?:ок|ка)|вівтор(?:ок|ка)|серед[уиаі]|четвер(?:га)?|п[’'ʼ]ятниц[юіяи]|субот[уиаі]|неділ[юіяи]",
  '(?:ال)?(?:اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|سبت)|الأحد|الاحد',
].join('|');

const someDay = words(
  weekdays,
  'today|tomorrow|tonight|yesterday|(?:this|next|last) (?:week|month|year|weekend|morning|afternoon|evening|night)',
  'hoy|mañana|anoche|ayer|pasado mañana|esta (?:noche|tarde|semana)|este (?:mes|año|finde|fin)|(?:la )?(?:semana|mes) (?:que viene|próxima|próximo|pasada|pasado)|próxim[oa] (?:semana|mes)',
  'hoje|amanhã|amanha|ontem|depois de amanhã|(?:esta|essa|nesta|nessa) (?:noite|tarde|semana)|(?:semana|mês) que vem|próxim[oa] (?:semana|mês)',
  'heute|(?<!guten |schönen )morgen|übermorgen|gestern|vorgestern|(?:nächste|diese|letzte|kommende)[nrsm]? (?:woche|monat|jahr|wochenende)',
  'сегодня|завтра|послезавтра|вчера|позавчера|(?:на|в) (?:этой|следующей|прошлой) неделе|в (?:следующем|этом) месяце|на выходных',
  'сьогодні|завтра|післязавтра|учора|вчора|(?:на|в) (?:цьому|наступному|минулому) тижні|на вихідних',
  '[وبفل]?(?:اليوم|غدا|غداً|غدًا|أمس|امس|الليلة|بكرة|بكرا|البارحة)|الأسبوع (?:القادم|المقبل|الماضي)|الشهر (?:القادم|المقبل)',
);

/** Japanese has no spaces between words. */
const someDayDense =
  /今日|本日|明日|明後日|昨日|今夜|今晩|今朝|今週|来週|先週|今月|来月|来年|[月火水木金土日]曜|\d\s*(?:年|月|日|時|分|週間|か月|ヶ月)/u;

const someTime = [
  // 18:30, 6.30pm, 6 pm, 18h30, 18 Uhr, в 18, às 18, a las 6, 18 часов
  /(?<!\d)\d{1,2}[:.]\d{2}(?!\d)/u,
  new RegExp(`${start}\\d{1,2}(?:[:.]\\d{2})?\\s?(?:[ap]\\.?m\\.?|uhr|h\\d{0,2}|hrs?)${end}`, 'u'),
  /(?:a las|a la|às|as|at|um|gegen|в|о|об|الساعة)\s\d{1,2}(?![\p{L}\p{N}%])/u,
  // 12/05, 12.05.2026, 2026-05-12
  /(?<!\d)\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?(?!\d)/u,
  // May 5, 5 de mayo, 5. Mai
  new RegExp(
    `${start}(?:${months})\\.?\\s\\d{1,4}|\\d{1,2}(?:st|nd|rd|th|\\.|º)?\\s(?:de |of )?(?:${months})${end}`,
    'u',
  ),
  // in May, en mayo, im Mai, в мае
  new RegExp(
    `${start}(?:in|on|until|since|by|en|em|im|bis|seit|в|у|до|с|з|في)\\s(?:${months}|мае|марте|январе|феврале|апреле|июне|июле|августе|сентябре|октябре|ноябре|декабре)${end}`,
    'u',
  ),
  // 20 minutes, 3 días, 2 недели
  /\d\s?(?:min|sec|hour|hr|day|week|month|year|segund|hora|d[ií]as?|seman|mes|mês|año|ano|stund|tag|woch|monat|jahr|минут|мин|час|д[енн]|дн|недел|месяц|лет|год|хвилин|годин|тиж|місяц|рок|دقيق|ساع|يوم|أيام|ايام|أسبوع|اسبوع|أسابيع|شهر|أشهر)/u,
];

const amounts = [
  /[\p{Sc}⭐]\s?\d|\d\s?[\p{Sc}⭐]/u,
  new RegExp(
    String.raw`\d[\d.,\s]*\s?(?:k\s?)?(?:usd|eur|gbp|rub|uah|jpy|brl|mxn|ars|cop|clp|aed|sar|egp|usdt|ton|btc|eth|bucks?|dollars?|d[oó]lar(?:es)?|euros?|pounds?|quid|pesos?|reais|real|cents?|stars?|estrellas?|estrelas?|sterne?n?|руб\p{L}*|р\.|долл\p{L}*|евро|бакс\p{L}*|грн|грив\p{L}*|євро|зв[её]зд\p{L}*|зір\p{L}*|دولار\p{L}*|يورو|ريال\p{L}*|درهم\p{L}*|جنيه\p{L}*|円|ドル|ユーロ)`,
    'u',
  ),
  /(?:usd|eur|gbp|r\$|us\$)\s?\d/u,
  // 20 % off
  /\d\s?%/u,
];

const addresses = [
  /[a-z][a-z0-9+.-]{1,20}:\/\//u,
  /(?<![\p{L}\p{N}@])(?:www\.|t\.me\/)/u,
  /(?<![\p{L}\p{N}])[a-z0-9-]{2,63}\.(?:com|net|org|info|io|me|co|app|dev|shop|store|link|live|tv|gg|ly|to|xyz|site|online|ru|ua|рф|de|es|br|uk|jp|eu|us|fr|it|pt|mx|ar|vip|fans|bio)(?![\p{L}\p{N}])/u,
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/u,
  /(?<![\p{L}\p{N}@])@[a-z0-9_]{3,}/u,
  // Phones, card and account numbers.
  /\+?\d(?:[\s().-]?\d){6,}/u,
];

const oneOff = [someDay, someDayDense, ...someTime, ...amounts, ...addresses];

/**
 * Whether an answer may be offered again as it stands: it holds nothing that was true on that day or for that fan alone, as
 * far as words tell in en, es, pt, de, ru, uk, ar and ja: days, times of day, spans of time, amounts of money, links, e-mail
 * addresses, phone and other long numbers, handles. When in doubt it may not.
 */
export function isReusable(reply: string): boolean {
  const text = plain(reply);
  return !oneOff.some((pattern) => pattern.test(text));
}

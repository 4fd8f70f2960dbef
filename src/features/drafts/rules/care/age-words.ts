/** Ages under 18 as words in their plain form, by language; digits count in all. */
const words = {
  en: 'eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen',
  es: 'ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis|diecisiete',
  pt: 'oito|nove|dez|onze|doze|treze|quatorze|catorze|quinze|dezesseis|dezasseis|dezessete|dezassete',
  de: 'acht|neun|zehn|elf|zwolf|dreizehn|vierzehn|funfzehn|sechzehn|siebzehn',
  ru: 'восемь|девять|десять|одиннадцать|двенадцать|тринадцать|четырнадцать|пятнадцать|шестнадцать|семнадцать',
  uk: "вісім|дев'ять|десять|одинадцять|дванадцять|тринадцять|чотирнадцять|п'ятнадцять|шістнадцять|сімнадцять",
  ar: '(?:ثماني?ه?|تسعه?|عشره?|احدى عشره?|اثني? عشره?|اثنا عشره?|ثلاثه? عشره?|اربعه? عشره?|خمسه? عشره?|سته? عشره?|سبعه? عشره?|اطنعش|ثلاطعش|اربعطعش|خمسطعش|سطعش|سبعطعش)',
  ja: '八|九|十|十一|十二|十三|十四|十五|十六|十七',
} as const;

const digits = '1[0-7]|[6-9]';

/** Ends a statement of one's age: nothing that is counted follows. */
const end = '(?=$|[!?;:)"\'»。！？、]|[.,](?!\\d)| ?\\p{Extended_Pictographic}| ?- )';

/** Not the writer's own age now: comparisons, conditions, quotations. */
const notNow =
  '(?<!(?:like|think|thinks|thought|as if|if|feel like|says?|when|that|als ob|wie|wenn) )';

/** Statements of an age under 18 by the writer, as pieces of regular expressions for `plainText`. */
export const agePatterns: readonly RegExp[] = [
  // English
  new RegExp(
    `(?<![\\p{L}\\p{N}])${notNow}(?:i'?m|i am|iam|i m|i just turned|i turned|i'?ll be|i will be|turning|i turn)(?: (?:only|just|still|actually|barely|almost|like|about|currently|already|honestly|literally))* (?:${digits}|${words.en})(?: ?y/?o(?![\\p{L}])| ?yrs?(?: old)?(?= ?(?:$|[.,!?;]))| years? old| years of age| years?(?= ?(?:$|[.,!?;]))| and a half(?! (?:week|month|hour|minute|day|kilo|year)\\p{L}*(?! old))|${end}| and(?!\\p{L})(?! (?:a (?:half|quarter)|counting|still|change|\\d|over|up|under|above|older|out|done))| (?:next|in|from)(?!\\p{L})(?! (?:a row|a half|total|all|my|the|line|place|queue|pounds|years|a hurry|points))| (?:but|btw|lol|haha\\p{L}*|so|now|rn|this year|soon|male|female|girl|boy|tho|though|too|also|yeah|pls|please|is that|if|can|will|does|do)(?!\\p{L})| ?[mf](?![\\p{L}\\p{N}]))`,
    'u',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:i'?m|i am|me|im) (?:a )?(?:${digits}|${words.en})[ -]?(?:years?|yrs?)?[ -]?old(?! (?:account|phone|car|dog|cat|son|daughter))`,
    'u',
  ),
  new RegExp(
    `(?:^|(?<![\\p{L}\\p{N}])(?:my age(?: is|:)?|i'?m? ?age|age:) ?)(?:${digits}|${words.en}) ?(?:y/?o|years? old|yrs? old|[mf] here|[mf]$|$|(?=[.,!?]))`,
    'u',
  ),
  new RegExp(`^(?:[mf]|girl|boy|male|female) ?(?:${digits})(?: (?:from|here)|$|[.,!])`, 'u'),
  /(?<![\p{L}\p{N}])(?:i'?m|i am) (?:still )?(?:under ?age|a minor|under (?:18|eighteen)|not (?:yet )?(?:18|eighteen)(?: yet)?|almost (?:18|eighteen)|not an adult)(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])(?:i (?:turn|will turn|'ll turn)|i'?ll (?:be|turn)|i will be) (?:18|eighteen) (?:in|next|soon|this|on|later)(?!\p{L})/u,
  // Spanish: "tengo 15 años" without something one has done for 15 years
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?<!(?:si|cuando) )(?:tengo|cumpli|acabo de cumplir|voy a cumplir|cumplo)(?: (?:solo|apenas|ya|casi|los|recien))* (?:${digits}|${words.es})(?: an(?:os|itos)(?! (?:de (?!edad)|\\p{L}+[aei]ndo|sin|con|en|juntos|atras|menos|mas))|${end}| (?:y|pero|jaja\\p{L}*)(?!\\p{L})(?! (?:media|pico) (?:hora|minuto|dia|euro|peso)))`,
    'u',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:soy|sou) um?n?a? (?:chic[oa]|nin[oa]|menin[oa]|garot[oa]|fan|fa) de (?:${digits}|${words.es}|${words.pt}) anos`,
    'u',
  ),
  /(?<![\p{L}\p{N}])(?:soy (?:menor(?: de edad)?|un menor|una menor)(?! que)|(?:aun |todavia )?no tengo (?:18|dieciocho))(?![\p{L}\p{N}])/u,
  // Portuguese
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?<!(?:se|quando) )(?:tenho|fiz|acabei de fazer|vou fazer|faco)(?: (?:so|apenas|ja|quase))* (?:${digits}|${words.pt})(?: an(?:os|inhos)(?! (?:de (?!idade)|\\p{L}+[aei]ndo|sem|com|em|juntos|atras|menos|mais))|${end}| (?:e|mas|kk+|rs+)(?!\\p{L})(?! meia))`,
    'u',
  ),
  /(?<![\p{L}\p{N}])(?:sou menor(?: de idade)?(?! que)|(?:ainda )?nao tenho (?:18|dezoito))(?![\p{L}\p{N}])/u,
  // German
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:ich bin|bin|ich werde|werde|bin gerade)(?: (?:erst|noch|gerade|grad|schon|nur|jetzt|bald|ja|doch|halt))* (?:${digits}|${words.de})(?: geworden| jahre (?:alt|jung)| jahre(?= ?(?:$|[.,!?;]))| und (?!halb)| aber|${end})`,
    'u',
  ),
  /(?<![\p{L}\p{N}])(?:ich bin|bin) (?:noch )?(?:minderjahrig|nicht (?:18|volljahrig|achtzehn)|unter (?:18|achtzehn))(?![\p{L}\p{N}])/u,
  // Russian, Ukrainian: "мне 15" without minutes, roubles or "лет назад"
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:мне|мне сейчас|мне скоро|мені|мені зараз|мені скоро)(?: (?:всего|только|еще|уже|исполнилось|исполнится|почти|лише|тільки|ще|вже|виповнилося|виповниться|майже|будет|буде))* (?:${digits}|${words.ru}|${words.uk})(?: (?:лет|годик\\p{L}*|год|років|рочків|рік)(?! (?:назад|тому|не |нужно|треба|понадоб\\p{L}+))| (?:и|но|а|і|й|але|та)(?!\\p{L})|${end})`,
    'u',
  ),
  /(?<![\p{L}\p{N}])(?:я (?:еще |ще )?(?:несовершеннолетн\p{L}+|неповнолітн\p{L}+)|мне (?:еще )?нет (?:18|восемнадцати)|мені (?:ще )?немає (?:18|вісімнадцяти))(?![\p{L}\p{N}])/u,
  // Arabic
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:و)?(?:عمري|سني)(?: (?:الان|فقط|بس|هو|حاليا))* (?:${digits}|${words.ar})(?! ?[%٪])(?: (?:سنه|عاما?|سنوات|اعوام))?(?![\\p{L}\\p{N}])`,
    'u',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:عندي|لدي|انا)(?: (?:الان|فقط|بس))* (?:${digits}|${words.ar}) (?:سنه|عاما?|سنوات)(?! (?:خبره|في|من|و?انا|زواج|عمل))(?![\\p{L}\\p{N}])`,
    'u',
  ),
  /(?<![\p{L}\p{N}])(?:انا )?(?:قاصر|قاصره|تحت (?:ال)?(?:18|سن الرشد)|لم ابلغ (?:18|الثامنه عشره?))(?![\p{L}\p{N}])/u,
  // Japanese: "15歳です", not somebody else's age, not "15歳の時"
  new RegExp(
    `(?<!\\d)(?<!(?:娘|息子|子|子供|弟|妹|犬|猫|彼|彼女|姪|甥|孫|友達|うちの子)(?:は|が|も|、)?(?:今|まだ|もう)?)(?:${digits}|${words.ja})(?:歳|才|さい)(?:です|だよ|だけど|だし|なんだ|なの(?!に)|なんです|になった|になりました|だ(?![\\p{L}])|$|[。！!、…]|\\p{Extended_Pictographic}|の(?:女|男)(?:の子|子)です)`,
    'u',
  ),
  /未成年(?:です|だ|なん|なの|だけど)|(?:まだ)?(?:18|十八)(?:歳|才)(?:未満|になってな|じゃな|ではな)/u,
];

/** Words of love and sex, as pieces of regular expressions: off unless the creator allows them, never with a possible minor. */
export const romanceWords: readonly string[] = [
  'i (?:really )?(?:love|adore|want|desire|need) you(?! to)|in love with|love of my life|(?:my|be my|your) (?:girlfriend|boyfriend|lover|valentine)|make love|marry me|kiss(?:ing)? you(?:r)?|cuddl(?:e|ing)|date me|(?:go(?:ing)? )?on a date|romantic|seduc\\p{L}+',
  'sex(?:y|ual|ting)?|nudes?|naked|horny|porn\\p{L}*|erotic\\p{L}*|orgasm\\p{L}*|masturbat\\p{L}*|boobs?|tits|ass|dick|cock|pussy|cum|lingerie|topless|undress\\p{L}*|turn(?:s|ed)? (?:me|you) on|in bed|blowjob|fetish|fuck(?:ing)? (?:me|you)|nsfw|onlyfans|hot body|touch (?:me|you|yourself|myself)',
  'te (?:amo|deseo|necesito)|te quiero(?! (?:decir|dar|pedir|mostrar|contar|agradecer))|enamorad[oa]s?|novi[oa]|besarte|te beso|hacer el amor|sexo|sexual|sensual|desnud[oa]s?|desnudarte|caliente|excitad[oa]|porno\\p{L}*|erotic[oa]s?|tetas|culo|polla|en la cama|lenceria|mi amor|casate conmigo',
  'te amo|eu te quero|apaixonad[oa]|namorad[oa]|te beijar|fazer amor|tesao|pelad[oa]|nu[as]?(?= )|nudes|gostos[oa]|peitos|bunda|na cama|meu amor|casa comigo|transar',
  'ich liebe dich|ich will dich|ich begehre dich|verliebt|(?:meine?|deine?) freund(?:in)?(?= sein)|kussen|liebe machen|nackt\\p{L}*|erotisch\\p{L}*|geil\\p{L}*|brust\\p{L}*|titten|arsch|schwanz|muschi|im bett|dessous|heirate mich|mein schatz',
  'люблю тебя|я тебя люблю|хочу тебя|тебя хочу|влюблен\\p{L}*|моя девушка|мой парень|целую тебя|поцелу\\p{L}+|займемся любовью|секс\\p{L}*|сексуальн\\p{L}*|голая|голый|голые|голую|обнаженн\\p{L}*|возбужд\\p{L}+|порно\\p{L}*|эротич\\p{L}+|грудь|сиськи|попа|член|в постели|белье|выходи за меня|любимая моя|любимый мой|раздень\\p{L}*',
  'кохаю(?: тебе)?|я тебе кохаю|люблю тебе|хочу тебе|тебе хочу|закохан\\p{L}*|моя дівчина|мій хлопець|цілую тебе|поцілу\\p{L}+|гола|голий|голі|оголен\\p{L}*|збудж\\p{L}+|еротич\\p{L}+|груди|у ліжку|в ліжку|білизна|коханий|кохана|роздягн\\p{L}*',
  'أحبك|بحبك|أعشقك|اريدك|أريدك|عاشق|حبيبي|حبيبتي|حبيبك|قبلة|أقبلك|بوسة|جنس|جنسي|جنسية|سكس|عاري|عارية|مثير|مثيرة|إباحي|في السرير|تزوجيني|تزوجني|صدر|مؤخرة',
  '愛してる|愛しています|大好きだよ|好きだよ|君が欲しい|恋人|彼女になって|彼氏になって|キスし|キスを|デート|エッチ|セックス|セクシー|裸|ヌード|おっぱい|エロ|興奮|ベッドで|下着|結婚して|抱きたい|抱いて',
];

/** Words and signs of tenderness that are usual between grown-ups, and out of place with a possible minor. */
export const tenderWords: readonly string[] = [
  'babe|baby|bb|darling|honey|sweetheart|sweetie|cutie|hottie|beautiful|gorgeous|handsome|love you|kiss(?:es)?|xoxo|hugs and kisses|my (?:dear|love|angel|prince|princess)|miss you',
  'carino|amorcito|corazon|bebe|guap[oa]|hermos[oa]|preciosa?|besos?|besitos|te extrano|te quiero',
  'querid[oa]|amorzinho|bebe|lind[oa]|gat[oa]|beijos?|beijinhos|saudades de voce',
  'schatz\\p{L}*|liebling|suss\\p{L}*|hubsch\\p{L}*|kuss\\p{L}*|kusschen|vermisse dich',
  'милый|милая|малыш|малышка|детка|зайка|солнышко|красавица|красавчик|сладк\\p{L}+|целую|скучаю по тебе|дорогой|дорогая|родной|родная',
  'милий|мила|малюк|малеча|крихітко|сонечко|красун\\p{L}+|солодк\\p{L}+|цілую|сумую за тобою|любий|люба',
  'عزيزي|عزيزتي|حياتي|قلبي|عمري|روحي|جميل|جميلة|قمر|بوسات|اشتقت لك|وحشتني',
  'かわい(?:い|く)|可愛い|ベイビー|ダーリン|ハニー|チュー|ちゅ|会いたい',
];

/** Emoji of romance and sex. */
export const romanceSigns = /[💋🍆🍑💦👅🔞👙]|🥵/u;

/** Emoji of tenderness. */
export const tenderSigns = /[😘😍🥰❤💕💖💗💓💞💘💝😻🫦😚😙💑💏]|♥/u;

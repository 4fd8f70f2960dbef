/** What is given away or promised, so that to refuse it promises nothing; pieces of regular expressions for a `plainText`. */
const en =
  '(?:discount(?:s|ed)?|refund(?:s|ed)?|(?:promo|coupon|voucher|discount) ?codes?|free (?:videos?|photos?|pics?|access|months?|subscriptions?|trials?|gifts?|calls?|content|shoutouts?|shipping)|free|half price|money back)';
const es = '(?:gratis|gratuit[oa]s?|descuentos?|reembolsos?|mitad de precio)';
const pt = '(?:gratis|de graca|gratuit[oa]s?|descontos?|reembolsos?|metade do preco)';
const de =
  '(?:gratis|kostenlos(?:e|es|en|er)?|umsonst|rabatte?|ruckerstattung|gutschein(?:e|codes?)?|geld zuruck|geschenkt)';
const ru = '(?:бесплатн\\p{L}*|скид\\p{L}+|промокод\\p{L}*|возврат\\p{L}*|даром)';
const uk = '(?:безкоштовн\\p{L}*|знижк\\p{L}*|промокод\\p{L}*|повернення коштів|задарма)';
const ar = '(?:مجانا|مجاني|مجانيه|ببلاش|خصم|خصومات|تخفيض|استرداد|كود خصم)';
const ja = '(?:無料|タダ|ただで|割引|クーポン|半額|返金|プレゼント)';

const some = {
  en: '(?: (?:any|a|an|out|you|more|such|other|student|special|group|full|really|actually|currently|free))*',
  es: '(?: (?:te|os|le|les|ningun|mas|muchos|codigos? de|cupones de|un|cosas|nada|ya|ahora|hoy))*',
  pt: '(?: (?:te|nenhum|mais|codigos? de|cupons de|um|coisas|nada|ja|agora|hoje))*',
  de: '(?: (?:mehr|weiteren?|ganz|wirklich|einfach|dir|ihnen|euch|leider|grundsatzlich|einen?|irgendwelche))*',
  ru: '(?: (?:больше|никаких|тебе|вам|пока|сейчас|же|вообще|уже))*',
  uk: '(?: (?:більше|ніяких|жодних|тобі|вам|поки|зараз|вже))*',
};

/** Offers and promises that are refused: what is refused with the word for no before it or behind it. */
export const refusalWords: readonly string[] = [
  // English
  `(?:no|zero|without|never|not|isn't|aren't|wasn't|(?:don't|do not|doesn't|can't|cannot|won't|will not|never|not able to|unable to) (?:do|give|offer|have|make|get|run|sell|hand|provide))${some.en} ${en}(?: or ${en})*`,
  `${en} (?:i (?:really )?(?:don't|do not|can't|cannot|never|won't)|(?:is|are) (?:not|never)|(?:isn't|aren't))(?: (?:do|give|offer|have|make))?`,
  "(?:can't|cannot|can not|don't|do not|won't|never|not|no|(?:make|making) no)(?: (?:really|make|any|you))* (?:promise[sd]?|guarantee[sd]?|swear)|promise (?:nothing|no \\p{L}+)",
  // Spanish
  `(?:no (?:hago|doy|hay|tengo|ofrezco|es|son|esta|estan|sale|puedo (?:hacer|dar|ofrecer))|sin|ningun|nada de|tampoco (?:hay|hago|doy)|nunca (?:hago|doy|hay))${some.es} ${es}(?: (?:ni|o) ${es})*`,
  `${es} (?:yo )?(?:no (?:te |os |le )?(?:hago|doy|hay|tengo|ofrezco|puedo|existen|es|son)|ninguno|nunca)`,
  'no (?:te |le |os )?(?:lo |la )?(?:puedo )?(?:prometo|prometer|prometido|garantizo|garantizar|juro)|no te (?:envio|mando|enviare|mandare|dare|regalo|regalare|pago|devuelvo|llamo|llamare|invito)',
  // Portuguese
  `(?:nao (?:faco|dou|tem|tenho|ha|ofereco|e|sao|posso (?:fazer|dar|oferecer))|sem|nenhum|nada de|nunca (?:faco|dou|tem))${some.pt} ${pt}(?: (?:nem|ou) ${pt})*`,
  `${pt} (?:eu )?(?:nao (?:te )?(?:faco|dou|tem|tenho|ha|ofereco|posso|e)|nenhum|nunca)`,
  'nao (?:te )?(?:posso )?(?:prometo|prometer|garanto|garantir|juro)',
  // German
  `(?:kein(?:e|en|er|es)?|ohne|nicht|nie(?:mals)?|weder)${some.de} ${de}(?: (?:und|oder|noch) ${de})*`,
  `${de} (?:gebe?|gibt|gewahre|mache?|biete|habe?|kann|darf|mochte|verschicke|ist|sind)(?: (?:ich|es|wir|sie|das|dir|ihnen|euch|leider|hier|bei mir|grundsatzlich|derzeit|auch|aber|da|eigentlich))* (?:nicht|keine?n?|nie(?:mals)?)`,
  '(?:kann|will|mochte|werde) (?:(?:ich|es|das|dir|ihnen|leider|noch|aber|da) )*(?:nichts|nicht) (?:versprechen|garantieren)|(?:verspreche|garantiere) (?:(?:ich|dir|ihnen|aber) )*nichts',
  // Russian, Ukrainian
  `(?:без|никаких|нет|не (?:делаю|даю|бывает|будет|раздаю|предлагаю|могу (?:дать|сделать))|не)${some.ru} ${ru}(?: (?:и|или) ${ru})*`,
  `${ru} (?:(?:у меня|у нас|я|мы|сейчас|пока|больше|к сожалению|тут|тоже|вообще|уже) )*(?:нет(?!\\p{L})|нету|не (?:делаю|делаем|даю|бывает|будет|дам|раздаю|предусмотрен\\p{L}*|могу)|никаких)`,
  'не (?:обещаю|обещаем|гарантирую|гарантируем|клянусь|пришлю|отправлю|скину|подарю|позвоню|верну|оплачу|переведу|выложу|привезу)',
  `(?:без|ніяких|жодних|нема|немає|не (?:роблю|даю|буде|буває|роздаю|можу (?:дати|зробити))|не)${some.uk} ${uk}(?: (?:і|й|або|чи) ${uk})*`,
  `${uk} (?:(?:у мене|я|зараз|поки|більше|на жаль|теж) )*(?:нема|немає|не (?:роблю|даю|буде|буває|роздаю|можу))`,
  'не (?:обіцяю|обіцяємо|гарантую|надішлю|відправлю|скину|подарую|зателефоную|подзвоню|поверну|оплачу|викладу)',
  // Arabic
  `(?:لا (?:يوجد|توجد|اقدم|اعطي|استطيع اعطاء)|ما في|مافي|ما فيه|ما عندي|بدون|ليس|ليست|مش|مو)(?: (?:اي|عندي|لدي|هناك))* (?:ال)?${ar}`,
  `(?:ال)?${ar} غير (?:متوفره?|متاحه?|موجوده?)`,
  // Japanese
  `${ja}(?:コード)?(?:など)?(?:は|も|が|を|には|とか|では|じゃ)?(?:特に|今は|一切|基本的に)?(?:や|行|おこな)?(?:して(?:い|お)?(?:ない|ません|りません)|って(?:い)?(?:ない|ません)|できない|できません|ない|ありません|なし|ございません)(?!と|わけ|で|こと|ように|か)`,
];

/** What takes a refusal back: "no discounts, but for you". */
export const exceptions =
  "(?:but (?:for|you|if|when|maybe|ok|okay|fine|this|just|since|today|only|here|let|take|get|use|have|not|we|i(?:'ll| will| can| could| might| make| do| give| have|'m))|except|unless|only|just for|until now|yet|though|however|pero|salvo|excepto|sino|solo|menos|aunque|mas|exceto|porem|aber|ausser|sondern|nur|es sei denn|doch|но|кроме|только|однако|если|але|крім|тільки|проте|якщо|الا|لكن|فقط|ولكن)";

/** The same in Japanese, where nothing parts words. */
export const japaneseExceptions = '(?:ただし|でも|特別|だけ|けど君|けどあなた)';

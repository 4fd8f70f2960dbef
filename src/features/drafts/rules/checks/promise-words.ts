/**
 * Promises, offers and appointments, in the languages that are looked for, as pieces of regular expressions. Kept narrow:
 * "I'll think about it" binds nobody, "I'll send you one" does.
 */
export const promiseWords: readonly string[] = [
  // English
  '(?:i |we )?promise(?:d)?(?! not)',
  'guarantee[ds]?',
  'i swear|you have my word|my word on it',
  "(?:i|we)(?:'ll| will| am going to|'m going to|'m gonna| gonna) (?:definitely |surely |always |also |personally )?(?:send|give|post|upload|share|meet|call|bring|buy|pay|refund|ship|visit|come|be there|get you|make you|do it|follow you|unlock)",
  "let's meet|meet (?:you|me|up)|see you (?:at|on|there|in person)|(?:come|coming) (?:over|to my place)|my place|(?:come|coming) to (?:my (?:house|home|flat|room)|mine)",
  "for free|free of charge|free (?:video|photo|pic|access|month|subscription|trial|gift|call|content|shoutout|shipping|delivery|merch|ticket|lesson|class|session|sample|copy|copies|download|print|poster|shirt|entry)s?|it's free|on the house",
  'discount(?:s|ed)?|refund(?:s|ed)?|(?:promo|coupon|voucher|discount) ?codes?|half price|half off|money back|2 for 1|two for one|cheaper for you|(?:have|get|take) it (?:for )?free',
  // Spanish
  'prometo|te lo prometo|promet(?:emos|ido)|te juro|garantiz(?:o|ado|amos)|palabra de honor',
  'te (?:envio|mando|enviare|mandare|dare|regalo|regalare|pago|devuelvo|llamo|llamare|invito)|voy a (?:enviarte|mandarte|darte|llamarte|regalarte)',
  'quedamos (?:el|a|en)|nos vemos (?:el|a las|en|manana)|nos encontramos|en mi casa',
  'gratis|gratuit[oa]s?|descuentos?|reembolso|mitad de precio',
  // Portuguese
  'prometo|eu juro|garanto|garantido',
  'vou te (?:enviar|mandar|dar|ligar|pagar|devolver)|te (?:envio|mando|ligo|dou)|mando pra voce',
  'vamos nos (?:encontrar|ver)|nos vemos (?:no|na|em|as|amanha)|na minha casa',
  'gratis|de graca|gratuit[oa]s?|descontos?|reembolso|metade do preco',
  // German
  'versprech(?:e|en|o)n?|versprochen|garantier(?:e|t|en)|ich schwore?|ehrenwort',
  'ich (?:schick|schicke|sende|geb|gebe|zahle|uberweise|bring|bringe|ruf|rufe) dir|schick(?:e)? ich dir|ich werde dir (?:\\p{L}+ ){0,3}(?:schicken|senden|geben|zahlen)|ruf(?:e)? dich an',
  'treffen wir uns|wir treffen uns|lass(?:t)? uns treffen|sehen wir uns (?:am|um|bei)|bei mir zu hause|komm vorbei',
  'gratis|kostenlos(?:e|es|en|er)?|umsonst|rabatte?|ruckerstattung|geld zuruck|gutschein(?:e|code)?|geschenkt',
  // Russian
  'обещаю|обещаем|пообещала?|гарантиру(?:ю|ем|ется)|гаранти[яию]|клянусь|честное слово|даю слово',
  '(?:я )?(?:пришлю|отправлю|скину|подарю|дам тебе|позвоню|верну|оплачу|переведу|выложу|привезу)',
  'встретимся|давай встретимся|увидимся (?:в|на|у)|приезжай|у меня дома',
  'бесплатн…|скидк…|промокод…|возврат…|вернем деньги|в подарок|даром',
  // Ukrainian
  'обіцяю|обіцяємо|гаранту(?:ю|ємо)|гарантія|присягаюся?|клянуся?|даю слово',
  '(?:я )?(?:надішлю|відправлю|скину|подарую|дам тобі|зателефоную|подзвоню|поверну|оплачу|викладу)',
  'зустрінемось|зустрінемося|давай зустрінемо…|побачимось (?:в|у|на|о)|приїжджай|у мене вдома',
  'безкоштовн…|знижк…|промокод…|повернення коштів|у подарунок|задарма',
  // Arabic
  'أعدك|اوعدك|وعد مني|أضمن لك|أضمن|مضمون|أقسم لك|والله العظيم',
  'سأرسل لك|سأرسل|رح ابعتلك|هبعتلك|سأعطيك|سأتصل بك|سأدفع|سأعيد لك',
  'نلتقي|لنلتقي|نتقابل|أقابلك|في بيتي',
  'مجانا|مجاني|مجانية|ببلاش|خصم|خصومات|تخفيض|استرداد|كود خصم',
  // Japanese
  '約束(?:する|します|です|だよ|するね|しますね)|保証(?:する|します)|誓(?:う|います)',
  '(?:送る|送ります|送るね|あげる|あげます|あげるね|電話する|電話します|返金(?:する|します)?|払(?:う|います)|投稿(?:する|します)ね)',
  '会(?:おう|いましょう|おうね|いに行|えるよ)|うちに(?:来|おいで)',
  '無料|タダ|ただで|割引|クーポン|プレゼントする|半額',
];

const english =
  '(?:a|an|some|lots|lots of|all|my|all my|the|big|biggest|huge|warm|so much|much|many|tight|good|positive|little|best|more|virtual|tons of|extra|every)';
const spanish =
  '(?:un|una|unos|unas|muchos?|muchas?|muy|gran|grande|grandes|fuerte|enorme|mil|todo|toda|todo el|toda la|mi|mis|todos|un monton de|much[oi]sim[oa]s?|mas)';
const portuguese =
  '(?:um|uma|muitos?|muitas?|grande|forte|enorme|mil|todo o|toda a|meu|minha|mais)';
const german =
  '(?:eine?n?|viele?n?|viel|ganz|liebe|dicken?|dicke|warme|herzliche|meine?n?|alle?|gute|fette|grosse|ein paar|ganz viel)';

/** Ways of speaking that sound like promises and give nothing, as pieces of regular expressions for a `plainText`. */
export const figureWords: readonly string[] = [
  // Greetings that are sent.
  `(?:i|we)(?:'ll| will| am going to|'m going to|'m gonna| gonna)(?: (?:always|also))? (?:send|give) you(?: ${english})* (?:hugs?|love|kiss(?:es)?|vibes|strength|prayers|energy|greetings|regards|luck|thoughts|light)(?! (?:song|songs|letter|video|photo|pic|cam)s?(?!\\p{L}))`,
  `te (?:envio|mando|enviare|mandare|doy|dare|regalo)(?: ${spanish})* (?:abrazos?|abrazote|besos?|besitos?|besazos?|saludos?|fuerzas?|animos?|carino|amor|energia|luz|suerte|sonrisas?|las gracias)`,
  `(?:te (?:envio|mando|dou)|vou te (?:enviar|mandar|dar)|mando pra voce)(?: ${portuguese})* (?:abracos?|abracao|beijos?|beijinhos?|beijao|forcas?|carinho|amor|energia|luz|sorte)`,
  `(?:ich (?:schick|schicke|sende|geb|gebe) dir|schicke? ich dir)(?: ${german})* (?:umarmung(?:en)?|kraft|grusse|gruss|liebe|kusse|kuss|gedanken|energie|gluck|drucker)`,
  '(?:я )?(?:пришлю|отправлю|скину|подарю)(?: (?:тебе|вам|много|кучу|большой|теплый|лучи))* (?:обнимашек|обнимашки|объятия|объятий|привет|лучи|добра|улыбку|улыбок|воздушный поцелуй)',
  '(?:я )?(?:надішлю|відправлю|скину|подарую)(?: (?:тобі|вам|багато|купу|великий|теплий|промені))* (?:обійми|обіймів|привіт|промені|добра|усмішку|посмішку)',
  // Free in another sense: what costs no money anyway, and time that somebody has.
  "(?:it's|is) free (?:practice|time|speech|will|country|therapy|advertising|publicity|range|style|fall|form|spirit|exercise|cardio)",
];

/** Oaths, which bind only where their sentence tells what will be. */
export const oaths = 'i swear|te (?:lo )?juro|eu (?:te )?juro';

/** Signs of what will be, or of what somebody gets, in the languages of the oaths. */
export const future =
  "(?:will|'ll|won't|gonna|going to|never|always|get|gets|send|give|pay|refund|free|come|meet|voy|vas|va|vamos|van|nunca|siempre|\\p{L}{2,}(?:re|ras|ra|remos|ran)|te (?:(?:lo|la|los|las) )?(?:doy|mando|envio|llamo|pago|regalo|devuelvo)|vou|vai|vao|sempre|\\p{L}{2,}(?:rei|rao))";

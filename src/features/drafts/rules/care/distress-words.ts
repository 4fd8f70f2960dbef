import { phrasePattern } from '../phrases.ts';

/** Words of somebody who thinks of harming themself. Ways of speaking (dying of laughter, films) are kept out. */
export const distressPattern = phrasePattern([
  '(?:kill|killing|hurt|hurting|cut|cutting|harm|harming|hang|hanging|shoot|drown|starve|starving) (?:myself|my self)(?! (?:laughing|with laughter|off|a (?:slice|piece|break)|some|at the gym|shaving|cooking|short))',
  'suicid…(?! (?:squad|girls?|silence|mission|prevention (?:job|work)|doors?))|self[ -]?harm(?:ing|ed)?|unalive (?:myself|me)',
  '(?:want|wanna|going|ready|wish|rather|decided|plan|planning) (?:to )?(?:i (?:was|were) )?(?:die|dead|end (?:it all|my life|everything|it tonight))(?! (?:of|from|laughing|for (?:this|that|it|these)|to (?:see|meet|hear|try|know)|lol|haha\\p{L}*|on stage|in this game))',
  "end(?:ing)? my (?:own )?life|take my (?:own )?life|(?:don'?t|do not|no longer) (?:want|wanna) (?:to )?(?:live|be alive|exist|be here)(?: any ?more)?(?! (?:in|with|at|near|there|alone|together|on|like|tonight))|(?:no|nothing|any) (?:reason|point) (?:to|in) (?:live|living|keep living|be alive|go on)|better off (?:dead|without me)|can'?t (?:go on|live) (?:like this|any ?more|living)|say(?:ing)? goodbye (?:forever|to everyone)|overdose(?:d)? on|life (?:is not|isn't|ain't) worth living|no ?(?:body|one) would (?:even )?(?:miss me|care if i (?:died|was gone))|(?:took|swallowed|taken) (?:too many|all (?:of )?(?:my|the)|a (?:whole )?bottle of) pills",
  '(?:matarme|quitarme la vida|acabar con mi vida|terminar con mi vida|hacerme dano|cortarme(?! (?:el|la|un|las|los))|me corto (?:los brazos|las venas)|autolesion…|autolesiono)(?! (?:de la risa|de risa|squad))',
  '(?:quiero|quisiera|prefiero|me quiero|deseo) (?:morir|morirme|estar muert[oa])(?! (?:de|por (?:verte|conocerte)|joven))|me quiero matar|no quiero (?:seguir )?(?:viviendo|vivir)(?: mas)?(?! (?:en|con|ahi|aqui|sol[oa]|asi|sin ti))|mi vida no (?:vale|tiene sentido)|no (?:tengo|hay) (?:razon|motivo|ganas) (?:para|de) (?:seguir )?(?:vivir|viviendo)',
  '(?:me matar|tirar (?:a )?minha (?:propria )?vida|acabar com (?:a )?minha vida|me cortar|me corto|me machucar|me mutilar|automutila…)(?! (?:de rir|o cabelo|o dedo))',
  'quero morrer(?! (?:de|por))|queria (?:morrer|estar mort[oa])(?! de)|nao (?:quero|aguento) (?:mais )?viver(?: mais)?(?! (?:em|com|aqui|la|sozinh[oa]|sem voce))|minha vida nao (?:vale|faz sentido|tem sentido)|nao tenho (?:motivo|razao|vontade) (?:para|pra|de) viver',
  '(?:mich (?:selbst )?(?:umbringen|umzubringen|toten|ritzen|verletzen|erhangen)|bring(?:e)? mich um|ritze mich|suizid…|selbstmord…|selbstverletz…|mir das leben nehmen|mir (?:et)?was antun|meinem leben ein ende)(?! (?:vor lachen|squad))',
  '(?:will|mochte|wurde gern|wunschte ich ware) (?:einfach |nur |nicht mehr )?(?:sterben|tot(?: sein)?|(?:nicht mehr )?leben(?= *(?:$|[.,!?])))(?! vor)|(?:will|mag|kann) nicht mehr (?:leben|weiterleben|da sein)|keinen grund (?:mehr )?zu leben|lebensmude|mein leben hat keinen sinn',
  '(?:убить|убью|порезать|резать|повесить|режу|порежу) себя|себя (?:убить|убью|порезать)|повеситься|повешусь|покончить (?:с собой|с жизнью|с этим всем)|покончу (?:с собой|с жизнью)|суицид…|самоубийств…|самоповрежд…|селфхарм…|вскрыть (?:себе )?вены|вскрою (?:себе )?вены|наложить на себя руки|сведу счеты с жизнью|свести счеты с жизнью',
  '(?:хочу|хочется|хотела бы|хотел бы|лучше бы мне|лучше) (?:просто )?(?:умереть|сдохнуть|исчезнуть навсегда|не просыпаться)(?! (?:от|со|за))|жить (?:больше )?не (?:хочу|хочется)(?! (?:в|с|на|там|тут|здесь))|(?:не хочу|не хочется|незачем|нет смысла|устала|устал) (?:больше |дальше )?жить(?: больше)?(?! (?:в|с|на|там|тут|здесь|одн…|у|без тебя|так|вместе|рядом))',
  "(?:вбити|вб'ю|порізати|різати|ріжу) себе|повіситис[ья]|повішус[ья]|накласти на себе руки|самогубств…|суїцид…|самоушкодж…|покінчити (?:з собою|із собою|з життям)|покінчу (?:з собою|з життям)|порізати (?:собі )?вени",
  '(?:хочу|хочеться|краще б мені|краще) (?:просто )?(?:померти|здохнути|не прокидатися)(?! (?:від|зі|за))|жити (?:більше )?не (?:хочу|хочеться)(?! (?:в|у|з|на|там|тут))|(?:не хочу|не хочеться|немає сенсу|нема сенсу|втомилас[яь]|втомився) (?:більше |далі )?жити(?: більше)?(?! (?:в|у|з|на|там|тут|сам…|без тебе|так|разом))',
  '(?:أنتحر|انتحر|انتحار|الانتحار|سأنتحر|أقتل نفسي|اقتل نفسي|سأقتل نفسي|أؤذي نفسي|اذي نفسي|أجرح نفسي|أنهي حياتي|انهي حياتي|إنهاء حياتي|اخلص من حياتي)',
  '(?:أريد أن|اريد ان|أريد|بدي|ابغى|عايز|عايزة|اتمنى|أتمنى|نفسي) (?:أن )?(?:أموت|اموت|الموت)(?! (?:من الضحك|ضحك|عليك|فيك))|(?:لا أريد|لا اريد|ما بدي|مش عايز|مش عايزة|ما ابغى) (?:أن )?(?:أعيش|اعيش|العيش)(?! (?:في|مع|هنا|هناك|وحدي))|(?:لا معنى|مالها معنى) ل?حياتي|كرهت حياتي',
  '死にたい(?!くな)|死んでしまいたい|自殺(?!点|未遂の映画)|リストカット|リスカ|自傷|消えてしまいたい|消えたい|(?:もう)?生きていたくない|生きたくない|生きるのが(?:つら|辛|嫌|しんど)|生きる意味が(?:ない|わから)|命を絶',
]);

/** Shows that strong words were a way of speaking. */
export const laughter = /(?:\blol\b|\blmao|haha|jaja|kkk|rsrs|хаха|ахах|ههه|笑|www|😂|🤣|💀|😹)/u;

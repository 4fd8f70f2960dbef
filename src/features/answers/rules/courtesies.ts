// What people say before and after what they want. Each line is one language; words as `fold` leaves them, `(a|b)?` as in
// patterns. Thanks alone are none: they may be all that somebody wants to say.
const spaced = [
  // en
  'hi+( there| all| everyone)?|hey+( there)?|hello( there| again)?|hiya|heya|good (morning|afternoon|evening|day)|greetings|(sorry|apologies) (to|for) (bother|bothering|disturb|disturbing|interrupt|interrupting)( you)?|excuse me|((i have|i ve|ive) )?(a|one|just a|just one)? ?(quick|small|little|short) question( for you)?|i have a question|(may|can|could|might) i ask( you)?( something| a question| one thing)?|i was (just )?wondering|just wondering|(just )?out of curiosity|if (you don.?t|u don.?t|you do not) mind( me| my)?( asking)?|if i may( ask)?|(many )?(thanks|thank you|thx|ty)( so much| very much)? in advance|(best|kind|warm) (regards|wishes)|have a (nice|good|great|lovely) (day|evening|week|weekend|one)',
  // es
  'hola+( buenas)?|buenas( tardes| noches| dias)?|buenos dias|buen dia|oye|(perdon|perdona|perdone|disculpa|disculpe)( que (te|le) moleste| la molestia| por (la molestia|molestar)| por molestarte)?|(una|tengo una|solo una) (preguntita|pregunta|duda|consulta)( rapida)?|(te )?(puedo|podria) (hacerte una pregunta|preguntarte( algo| una cosa)?)|queria preguntar(te)?|(muchas |mil )?gracias (de antemano|por adelantado)|(un )?(saludo|saludos|abrazo)( cordial| cordiales)?|que tengas (un )?(buen|lindo|bonito) dia',
  // pt
  'oi+e?|ola+|bom dia|boa (tarde|noite)|(desculpa|desculpe|perdao)( (te )?incomodar| (o|pelo) incomodo)?|com licenca|(uma|tenho uma|so uma) (perguntinha|pergunta|duvida)( rapida)?|posso (te )?(perguntar( uma coisa| algo)?|fazer uma pergunta)|queria (te )?perguntar|(muito )?obrigad[oa] desde ja|desde ja (agradeco|obrigad[oa])|(um )?abraco|tenha um bom dia',
  // de
  'hallo+( zusammen)?|hi+|hey+|moin( moin)?|servus|gruss gott|gruezi|guten (tag|morgen|abend)|(einen )?schonen (tag|abend|gruss)( noch)?|(liebe|viele|herzliche|beste|schone) grusse|mit freundlichen grussen|(vielen |herzlichen )?dank(e)?( schon)? im voraus|(entschuldigung|entschuldigen sie|entschuldige|verzeihung|verzeihen sie|sorry)( bitte)?( (die|fur die) storung| dass ich store)?|(nur )?((ich )?(habe|hatte|hab) )?(eine|ne|mal eine)? ?(kurze|kleine|schnelle) frage|ich (habe|hatte|hab) (da )?(eine|mal eine|ne) frage|(darf|durfte|kann|konnte) ich (sie |dich |euch )?(mal )?(etwas|was) fragen',
  // ru
  'приветик|привет(ствую)?|здравствуй(те)?|добрый (день|вечер)|доброе утро|доброго (дня|вечера|утра|времени суток)|доброй ночи|(прости|простите|извини|извините)( пожалуйста)?( что (отвлекаю|беспокою|тревожу)| за беспокойство)?|(можно|хочу|хотел|хотела|хотелось бы)( тебя| вас| у тебя| у вас)? (спросить|узнать)|(есть |у меня |маленький |один |такой |небольшой )+вопрос(ик)?|(подскажи|подскажите|скажи|скажите)( пожалуйста)?|заранее (спасибо|благодарю|благодарен|благодарна)|спасибо заранее|слушай(те)?|хорошего (дня|вечера)',
  // uk
  'привіт(ик)?|вітаю|вітання|добрий (день|вечір|ранок)|доброго (дня|вечора|ранку)|(вибач|вибачте|пробач|пробачте|перепрошую)( будь ласка)?( що (турбую|відволікаю)| за турботу)?|(можна|хочу|хотів|хотіла)( тебе| вас| у тебе| у вас)? (спитати|запитати|дізнатися)|(є |маю |маленьке |одне )+(питання|запитання)|(підкажи|підкажіть|скажи|скажіть)( будь ласка)?|(наперед|заздалегідь) (дякую|вдячний|вдячна)|дякую (наперед|заздалегідь)|слухай(те)?|гарного (дня|вечора)',
  // ar
  'مرحبا|اهلا( وسهلا)?|هلا|هاي|(السلام|سلام) عليكم( ورحمة الله( وبركاته)?)?|صباح (الخير|النور)|مساء (الخير|النور)|لو سمحت[ي]?|من فضلك|(آسف|آسفة|عذرا|معذرة)( على الازعاج)?|عندي سؤال|ممكن (أسألك|سؤال|اسأل)|سؤال (سريع|صغير)|(شكرا|مشكور) مقدما|يعطيك العافية|تحياتي',
];

// Japanese has no spaces: these count wherever they stand, and so do polite ways to ask and to end a sentence.
const japanese = [
  'こんにちは|こんばんは|おはよう(?:ございます)?|はじめまして|初めまして|お忙しいところ|(?:突然)?(?:すみません|すいません|失礼します)',
  '(?:質問|ご質問)(?:です|があります|がある|なのですが|させてください|いいですか)|お(?:聞き|伺い|尋ね)したいのですが',
  '(?:どうぞ)?(?:よろしく|宜しく)(?:お願い|おねがい)?(?:いた)?(?:します)?|お願い(?:いた|致)?します|お願いできますか',
  '(?:教えて|して|て)(?:ください|下さい|いただけますか|いただけませんか|もらえますか|もらえませんか|くれますか|ほしいです)|教えて',
  '(?:でき)?(?:ますか|ませんか|ましたか|ますでしょうか)|(?:の|ん)?(?:でしょうか|ですか|ですが)|(?:です|ます|ました|ません|でした)(?![ぁ-ん])',
];

// What a text says besides to be kind: thanks, and how the other one does. Nobody looks for such a text with these words.
const kindSpaced = [
  // en
  '(many |much )?thank(s| you)?( you)?( all)?( so| very)?( much)?|how (are|r) (you|u|things)( all)?( doing)?|how have you been|(i )?hope (you|u|all|everyone)( are| re| is)? (doing )?(well|ok|fine|good|great)|hope this finds you well|i appreciate (it|you)|take care|(good|best of) luck',
  // es
  '(mil |muchas |muchisimas )?gracias|como (estas|estais|esta|estan|andas|te va|va todo)|que tal( estas| todo)?|espero que (estes|esteis|este|esten|todo vaya) bien|(te |os )?agradezco|cuidate|(mucha )?suerte',
  // pt
  '(muito |muita )?obrigad[oa]s?|como (voce )?(esta|vai|estao|vao)( voce| voces)?|tudo (bem|bom)|espero que (voce )?esteja(m)? bem|(te )?agradeco|se cuida|boa sorte',
  // de
  '(vielen |herzlichen |lieben |besten |tausend )?dank(e|eschon)?( dir| ihnen| euch)?( schon| sehr)?|wie geht( es|s)?( dir| ihnen| euch)?|(ich )?hoffe es geht( dir| ihnen| euch)? gut|alles gute|viel gluck',
  // ru
  '(большое |огромное )?спасибо( тебе| вам)?( большое| огромное)?|благодар(ю|им)( тебя| вас)?|как (дела|ты|вы|поживаешь|поживаете|жизнь)|надеюсь (у тебя |у вас )?все (хорошо|в порядке)|удачи',
  // uk
  '(щиро |дуже )?(дякую|дякуємо|спасибі)( тобі| вам)?( дуже)?|як (справи|ти|ви|ся маєш|ся маєте)|сподіваюся (у тебе |у вас )?все (добре|гаразд)|щасти',
  // ar
  '(الف )?شكرا( جزيلا| لك| لكم| كثيرا)*|كيف (حالك|حالكم|الحال)|كيفك|اتمنى ان تكون[وي]?ا? بخير|بالتوفيق',
];
const kindDense = [
  '(?:いつも|本当に|どうも)?(?:ありがとう|有難う|有り難う)(?:ございま(?:す|した))?|感謝(?:しています|します)?|お元気(?:ですか|でしょうか)|いかがお過ごしですか',
];

/**
 * Greetings, excuses, announcements of a question and thanks in advance, in en, es, pt, de, ru, uk, ar and ja: sources of
 * patterns, whole words (`spaced`) or stretches of characters (`dense`), not folded yet.
 */
export const courtesies: { readonly spaced: readonly string[]; readonly dense: readonly string[] } =
  { spaced, dense: japanese };

/** Thanks, wishes and the question how somebody does; as `courtesies`. */
export const pleasantries: typeof courtesies = { spaced: kindSpaced, dense: kindDense };

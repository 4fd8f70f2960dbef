const whatEn =
  '(?:an? )?(?:real |actual |living )?(?:ai|a\\.i\\.|bot|chatbot|robot|human(?: being)?|real (?:person|human|girl|guy|man|woman)|language model|assistant|machine|computer|program|artificial intelligence|virtual assistant|actual person|llm)';

/** Claims to be, or not to be, a person or a machine, as pieces of regular expressions. */
export const identityWords: readonly string[] = [
  `(?:i am|i'm|im|it's|this is|you're talking to|you are talking to|i was|being|we are|we're)(?: (?:really|actually|just|only|definitely|100%|totally|still|so|me,))*(?: not)?(?: (?:really|actually|just|only|definitely))* ${whatEn}`,
  "(?:i am|i'm|im) (?:very |totally |absolutely |really )?real(?= *(?:$|[.,!?;:]))|no (?:bots?|ai) here",
  'ich bin (?:wirklich )?echt(?= *(?:$|[.,!?]))|я (?:настоящ(?:ий|ая)|реальн(?:ый|ая)|справжн(?:ій|я))(?= *(?:$|[.,!?]))|本物(?:です|だよ)',
  'as an (?:ai|a\\.i\\.|artificial intelligence|language model|assistant)|as a (?:bot|language model|real person|human)|not a (?:bot|robot|machine)|(?:ai|chat)[ -]?(?:assistant|model|generated)|chatgpt|openai|language model',
  '(?:no )?soy (?:(?:un|una|solo|realmente|de verdad) )*(?:bot|robot|ia|inteligencia artificial|humanao?|humano|humana|persona(?: real| de verdad)|asistente|maquina|chatbot|modelo de lenguaje|real)|como (?:una )?(?:ia|inteligencia artificial|modelo de lenguaje)|(?:no es|es) un bot',
  '(?:nao )?sou (?:(?:um|uma|so|realmente|de verdade) )*(?:bot|robo|ia|inteligencia artificial|humano|humana|pessoa (?:real|de verdade)|assistente|maquina|chatbot|modelo de linguagem)|como (?:uma )?(?:ia|inteligencia artificial|modelo de linguagem)',
  'ich bin (?:(?:kein|keine|ein|eine|echt|wirklich|nur|doch|wirklich) )*(?:bot|roboter|ki|kunstliche intelligenz|mensch|echte[rs]? (?:mensch|person)|assistent|assistentin|maschine|chatbot|sprachmodell|mensch aus fleisch und blut)|als (?:ki|kunstliche intelligenz|sprachmodell|bot)',
  'я (?:(?:не|просто|всего лишь|на самом деле|настоящ(?:ий|ая)|живой|живая|реальн(?:ый|ая)|это) )*(?:бот|робот|ии|искусственный интеллект|человек|нейросеть|языковая модель|ассистент|машина|чат-бот|программа|живой|живая|настоящий человек)|как (?:ии|искусственный интеллект|языковая модель)|со мной (?:не )?бот',
  'я (?:(?:не|просто|лише|насправді|справжн(?:ій|я)|жив(?:ий|а)|реальн(?:ий|а)) )*(?:бот|робот|ші|штучний інтелект|людина|нейромережа|мовна модель|асистент|машина|чат-бот|програма|живий|жива)|як (?:ші|штучний інтелект|мовна модель)',
  '(?:أنا|انا)(?: (?:لست|مش|مو|مجرد|حقا|فعلا|لست مجرد))* (?:بوت|روبوت|ذكاء اصطناعي|إنسان|انسان|إنسانة|شخص حقيقي|شخص|بشر|مساعد|نموذج لغوي|آلة|برنامج)|(?:لست|مش|مو) (?:بوت|روبوت|ذكاء اصطناعي|إنسان|انسانا|روبوتا|بوتا)|بصفتي (?:ذكاء|نموذج|مساعد)|كذكاء اصطناعي',
  '(?:私|僕|俺|わたし|ぼく)?(?:は|が)?(?:本物の)?(?:ai|人工知能|ボット|bot|ロボット|人間|機械|言語モデル|アシスタント)(?:です|だよ|では(?:ありません|ない)|じゃ(?:ない|ありません)|なんだ|なので|として)',
];

import { phrasePattern } from '../phrases.ts';

const grade =
  '(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)';

/** Statements of going to school, by the writer. */
export const schoolPattern = phrasePattern([
  `(?:i'?m|i am|im) (?:still |only |just |going to be |currently )?(?:in|starting) (?:the )?(?:${grade}[ -]grade|grade (?:[1-9]|1[0-2])|year (?:[7-9]|1[01])(?! of)|(?:middle|junior high|high|secondary|elementary|primary)(?: school)?(?! teacher))`,
  `(?:i'?m|i am|im) (?:just |only )?an? (?:${grade}[ -]grader|high[ -]?schooler|middle[ -]?schooler|schoolgirl|schoolboy|(?:freshman|sophomore|junior|senior) (?:in|at) high ?school|high school (?:student|freshman|sophomore|junior|senior))`,
  'i go to (?:a )?(?:middle|high|secondary) school|my middle school|(?:still )?in highschool',
  '(?:estoy|voy|curso)(?: (?:en|a|al|la|el|todavia|aun))* (?:secundaria|primaria|instituto|colegio|bachillerato|la eso|prepa(?:ratoria)?|\\d ?[º°o.]? (?:de )?(?:la )?(?:eso|primaria|secundaria|bachillerato|bach))(?! (?:trabaj|dando|como))',
  'soy (?:estudiante|alumn[oa]) de (?:secundaria|primaria|instituto|la eso|bachillerato|prepa)',
  '(?:estou|to|faco|curso)(?: (?:no|na|o|a|ainda))* (?:ensino (?:medio|fundamental)|(?:[1-9]|sexto|setimo|oitavo|nono)[º°oª]? ?(?:ano|serie)(?! (?:da faculdade|de (?:medicina|direito|faculdade)))|colegial|1[0-2][º°o] ano)',
  'sou (?:estudante|alun[oa]) do ensino (?:medio|fundamental)',
  '(?:ich )?(?:bin|gehe|komme)(?: (?:noch|jetzt|erst|gerade|in|die|der|aufs|auf|das))* (?:(?:[1-9]|1[0-3])\\.? ?klasse|zur schule|realschule|hauptschule|gymnasium|grundschule|mittelschule)(?! (?:lehrer|als lehrer))',
  '(?:ich )?bin (?:noch )?(?:ein |eine )?schuler(?:in)?',
  '(?:я )?(?:учусь|хожу|перехожу|перешел|перешла|иду|пойду)(?: (?:сейчас|еще|только|в|во))* (?:\\d{1,2}(?:-?(?:м|й|ом|ый|ой))?|первом|втором|третьем|четвертом|пятом|шестом|седьмом|восьмом|девятом|десятом|одиннадцатом) ?(?:класс\\p{L}*)',
  '(?:я )?школу (?:я )?(?:еще )?не закончила?|я (?:[5-9]|1[01]) класс(?= *(?:$|[.,!]))|учусь (?:еще )?в школе|я (?:еще )?школьни(?:к|ца)|я (?:в|из) (?:[1-9]|1[01])(?:-?(?:м|го|ом))? класс(?:е|а)(?! (?:преподаю|веду))',
  '(?:я )?(?:навчаюсь|навчаюся|вчусь|вчуся|ходжу|перейшов|перейшла|іду|йду)(?: (?:зараз|ще|у|в|до))* (?:\\d{1,2}(?:-?(?:му|й|го))?|\\p{L}+ому) ?клас\\p{L}*',
  '(?:навчаюсь|навчаюся|вчусь|вчуся) (?:ще )?(?:у|в) школі|я (?:ще )?школяр(?:ка)?',
  '(?:أنا|انا|ادرس|أدرس)(?: (?:في|ب))* (?:الصف (?:ال)?(?:\\d{1,2}|الأول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر|الحادي عشر)|(?:المرحلة )?(?:الثانوية|ثانوي|المتوسطة|متوسط|الإعدادية|اعدادي|الابتدائية|ابتدائي)|المدرسة)(?! (?:معلم|مدرس|مدرسة))',
  '(?:أنا|انا) طالبة? (?:في )?(?:ال)?(?:ثانوية|ثانوي|متوسط|متوسطة|اعدادي|إعدادية|ابتدائي|مدرسة)',
  '(?<!元)(?<!娘は|息子は|子は|妹は|弟は)(?:中学|高校|小学)[1-6一二三四五六]?年?生(?:です|だよ|だけど|なんだ|なので|なの(?!に)|なんです|だから|$|[。!、])',
  '(?<![大院])(?:中|高|小)[1-6一二三四五六](?:です|だよ|だけど|なんだ|なので|なんです|の(?:女|男)子です)',
]);

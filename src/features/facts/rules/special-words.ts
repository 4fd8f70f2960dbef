/**
 * Words of what is never kept as a fact: health, sexuality, religion, politics and origin (GDPR, Art. 9). Pieces of regular
 * expressions as in `phrasePattern`: small letters without accents, `…` for any ending. Rather too many: a fact that is left
 * out costs little.
 */
export const specialWords: readonly string[] = [
  // Health
  'depress…|anxiety|anxious|panic attack…|bipolar|adhd|autis…|autistic|therap…|psychiat…|psycholog…|diagnos…|disease…|illness|sick(?:ness)?|cancer…|tumou?r…|diabet…|hiv|aids|epilep…|asthma…|surger…|hospital…|medicat…|medicine…|pills?|antidepressant…|pregnan…|miscarriage…|abortion…|addict…|alcoholi…|rehab|overdos…|disab…|wheelchair|chemo…|infect…|allerg…|insomnia|eating disorder|anorex…|bulimi…|suicid…|self[- ]harm…|cut(?:s|ting)? (?:myself|themsel…|himself|herself)|drugs?|cocaine|heroin|weed|blood type',
  'depresion…|ansiedad|depressao|ansiedade|depresiv…|depressiv…|enferm…|doenca…|doente…|cirugia|cirurgia|medicament…|remedio…|embaraz…|gravid…|aborto…|adicc…|vicio…|viciad…|discapacid…|deficienc…|alergi…|droga…|suicidi…|terapia…|medico|hospital…',
  'depression…|angst(?:storung)?|krank…|krebs|operation|operiert|medikament…|tablette…|schwanger…|fehlgeburt|abtreibung|sucht|suchtig|behinder…|rollstuhl|allergi…|selbstmord…|suizid…|drogen|klinik|diagnose…',
  'депресс…|тревожн…|паничес…|болезн…|болен|больн…|болею|болеет|рак|опухол…|диабет…|вич|спид|операци…|лекарств…|таблет…|беремен…|выкидыш|аборт…|зависимост…|наркот…|алкогол…|инвалид…|аллерг…|психиатр…|психолог…|психотерап…|суицид…|самоуби…|диагноз…|больниц…',
  'депрес…|тривожн…|хвороб…|хвор…|пухлин…|операці…|ліки|вагітн…|наркот…|інвалід…|алерг…|діагноз…|лікарн…|самогуб…',
  'اكتئاب|مكتئب…|قلق|مرض|مريض…|سرطان|سكري|ايدز|عملية جراحية|جراحه|دواء|ادويه|حامل|اجهاض|ادمان|مدمن…|مخدرات|اعاقه|حساسيه|انتحار|مستشفى|طبيب نفسي|علاج',
  'うつ|鬱|不安障害|病気|がん|癌|糖尿病|手術|薬|妊娠|流産|中絶|依存症|障害|アレルギー|自殺|病院|入院|診断',
  // Sexuality
  'gay|lesbian…|bisexual…|homosexual…|heterosexual…|straight guy|queer|trans(?:gender|sexual)?…|asexual…|pansexual…|lgbt…|sexual…|sex|sexy|sexting|nudes?|naked|horny|fetish…|kink…|porn…|orgasm…|virgin…|erotic…|escort…|onlyfans|gender',
  'lesbiana…|homosexual…|bisexual…|travesti|desnud…|nu[ae]s?|pelad[oa]|caliente|tesao|fetiche…|porno…|virgem|virgen|sexo|erotic…',
  'schwul…|lesbisch…|lesbe|bisexuell…|homosexuell…|nackt…|geil|fetisch…|jungfrau|erotisch…|sexuell…',
  'гей|лесби…|бисексуал…|гомосексуал…|гетеросексуал…|трансгендер…|секс…|голая|голый|голые|интим…|фетиш…|порно…|девственн…|эротич…|оргазм…|ґей|бісексуал…|гола',
  'مثلي…|شاذ|جنس…|عاري…|اباحي…|سكس|عذراء',
  'ゲイ|レズ…|同性愛|バイセクシュアル|性的|性別|セックス|裸|エロ…|フェチ|処女|童貞',
  // Religion
  'religi…|christian…|catholic…|protestant…|orthodox|muslims?|islam…|jew(?:ish|s)?|judaism|hindu…|buddhis…|atheis…|church…|mosque…|synagogue…|temple|pray…|bible|quran|koran|god|jesus|allah|baptis…|ramadan|hijab|kosher|halal|faith|pastor|priest|imam|rabbi',
  'catolic…|cristian…|cristao|evangelic…|musulman…|muculman…|judi[oa]s?|judeu…|ateo|atea|ateu|iglesia|igreja|mezquita|mesquita|biblia|dios|deus|reza…|oracion|oracao|orar',
  'katholi…|evangelisch…|christ|christlich…|muslim…|judisch…|jude|judin|atheist…|kirche…|moschee|bibel|gott|betet|beten',
  'религи…|христиан…|католи…|православн…|мусульман…|ислам…|иуде…|еврей…|атеис…|церк…|мечет…|синагог…|библи…|коран|бог|бога|богу|молит…|молюсь|віруюч…|верующ…|релігі…|християн…|єврей…',
  'مسلم…|اسلام…|مسيحي…|يهودي…|ملحد|كنيسه|مسجد|القران|الله|صلاه|يصلي|رمضان|حجاب|ديني…|دين',
  '宗教|キリスト教|カトリック|イスラム|ムスリム|仏教|ユダヤ|無神論|教会|聖書|神様|信者',
  // Politics and origin
  'republicans?|democrats?|socialis…|communis…|conservative…|liberal…|left-wing|right-wing|votes? for|voted for|trade union…|union member|political…|politics|trump|biden|putin|ethnic…|race|racial|refugee…|asylum|undocumented|immigra…|deport…|skin colou?r',
  'politic…|comunista…|socialista…|conservador…|izquierda|derecha|esquerda|direita|sindicat…|refugiad…|indocumentad…|inmigra…|imigra…|etni…|raza|raca|politisch…|kommunist…|gewerkschaft…|fluchtling…|asyl…|ethni…|политик…|политич…|коммунист…|либерал…|путин…|беженец|беженк…|мигрант…|национальност…|політик…|біжен…|سياس…|لاجئ…|政治|難民|移民|人種',
];

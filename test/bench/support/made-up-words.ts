/** What a made-up language is made of: its most used words, the syllables of all others, and how its words are joined. */
export interface MadeUpLanguage {
  /** IETF tag. */
  readonly tag: string;
  /** How many of a hundred fans write it. */
  readonly share: number;
  readonly common: readonly string[];
  readonly syllables: readonly string[];
  readonly joint: string;
  readonly firstNames: readonly string[];
}

const words = (text: string) => text.split(' ');

/** Languages in which made-up fans write, in several scripts. */
export const madeUpLanguages: readonly MadeUpLanguage[] = [
  {
    tag: 'en',
    share: 36,
    common: words(
      'the i you to and a is it in of that my for on me so have was this with love your be can are not just when new video thank today hello please tomorrow night beautiful morning photo concert birthday ticket really miss happy song weekend dream because message',
    ),
    syllables: words(
      'an be co de er fi ga hu in jo ka le mo ne or pa qui ro su ti ul ve wa xi yo za',
    ),
    joint: ' ',
    firstNames: words(
      'Anna Ben Chloe David Emma Frank Grace Henry Isla Jack Kate Liam Mia Noah Olivia',
    ),
  },
  {
    tag: 'es',
    share: 20,
    common: words(
      'de que no la a el y en lo un por me se con te para una mi es eres muy cuando gracias hola mañana canción corazón video noche día besos también siempre quiero concierto feliz cumpleaños foto',
    ),
    syllables: words('ar ba ción do en fe gra ho is jo ller ma ñe os pe que ra se ta un vi za'),
    joint: ' ',
    firstNames: words('José María Lucía Álvaro Íñigo Sofía Nuria Andrés Begoña Raúl'),
  },
  {
    tag: 'de',
    share: 10,
    common: words(
      'ich und die der du das ist nicht es zu ein so wie auf mit mir dich für schön danke heute morgen Liebe Grüße Geburtstag Video wann wieder freue Konzert Straße über',
    ),
    syllables: words(
      'ab ber chen den ei fen gen hau ing kei lich mü nen ös pfer rä schaft tung ung ver zu',
    ),
    joint: ' ',
    firstNames: words('Jürgen Käthe Lukas Sören Björn Anja Greta Heike Uwe Zoë'),
  },
  {
    tag: 'ru',
    share: 15,
    common: words(
      'и не я ты в что на это с как а мне тебя очень спасибо привет когда завтра видео люблю ещё песня сегодня день рождения концерт всё красивая утро ночь билет',
    ),
    syllables: words('ба ве го де жи за ко ла мо не об пре ра со ту ус фе хо ца ша юн ям'),
    joint: ' ',
    firstNames: words('Мария Алёна Дмитрий Сергей Ольга Фёдор Андрей Юлия Ксения Пётр'),
  },
  {
    tag: 'ar',
    share: 8,
    common: words(
      'في من على إلى أنا أنت شكرا حبيبتي جميلة اليوم غدا صباح الخير متى الأغنية صورة فيديو عيد ميلاد سعيد كل ليلة',
    ),
    syllables: words('با تر جم حب خي دا رس سل شم صا طي عم فر قل كت لي من نو هد وا يم'),
    joint: ' ',
    firstNames: words('ليلى أحمد محمد فاطمة يوسف مريم خالد نور هدى'),
  },
  {
    tag: 'ja',
    share: 6,
    common: words(
      'です ます ありがとう 今日 明日 写真 動画 誕生日 大好き 東京 とても 嬉しい おはよう お願い 歌 コンサート 会いたい 猫 いつも 応援',
    ),
    syllables: words('愛 雨 海 音 花 学 機 空 月 山 川 夜 星 夢 心 本 店 旅 の は を に が で と'),
    joint: '',
    firstNames: words('さくら 太郎 花子 健太 美咲 優子 直樹 陽菜'),
  },
  {
    tag: 'ko',
    share: 3,
    common: words(
      '안녕하세요 오늘 내일 사진 영상 생일 축하해요 사랑해요 너무 정말 감사합니다 노래 콘서트 서울에서 언제',
    ),
    syllables: words('가 나 다 라 마 바 사 아 자 차 하 고 노 도 로 모 보 소 오 조 한 은 는'),
    joint: ' ',
    firstNames: words('지민 서연 민준 하은 도윤 수빈'),
  },
  {
    tag: 'zh',
    share: 2,
    common: words(
      '的 我 你 是 了 今天 明天 谢谢 照片 视频 生日快乐 喜欢 北京 非常 晚安 早上好 演唱会',
    ),
    syllables: words('山 水 火 木 金 土 日 月 星 云 风 雪 花 草 树 鸟 鱼 马 龙'),
    joint: '',
    firstNames: words('小明 王芳 李娜 张伟 刘洋'),
  },
];

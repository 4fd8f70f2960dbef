/** Zones that Intl still lists under a name nobody uses any more (IANA backward file), with today's name. */
export const modernNames: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** Cities and spellings that people type and IANA has no zone for, by zone. */
const spellings: Readonly<Record<string, string>> = {
  'America/Argentina/Buenos_Aires': 'Буэнос-Айрес, Argentina',
  'America/Bogota': 'Medellin, Colombia',
  'America/Chicago': 'Houston, Dallas, Austin, New Orleans, Чикаго',
  'America/Lima': 'Peru',
  'America/Los_Angeles':
    'San Francisco, San Diego, Seattle, Las Vegas, Portland, LA, Лос-Анджелес, Los Ángeles',
  'America/Mexico_City': 'Mexico, CDMX, Ciudad de México, Guadalajara, Мехико, Mexiko-Stadt',
  'America/New_York':
    'NYC, Miami, Boston, Washington, Philadelphia, Atlanta, Orlando, Нью-Йорк, Nueva York',
  'America/Santiago': 'Chile',
  'America/Sao_Paulo': 'Rio de Janeiro, Rio, Brasilia, Сан-Паулу',
  'America/Toronto': 'Montreal, Ottawa, Quebec, Торонто',
  'America/Vancouver': 'Ванкувер',
  'Asia/Almaty': 'Astana, Алматы, Алма-Ата, Астана',
  'Asia/Bangkok': 'Phuket, Pattaya, Бангкок, Пхукет',
  'Asia/Dubai': 'Abu Dhabi, Дубай, Dubái',
  'Asia/Ho_Chi_Minh': 'Hanoi, Saigon, Нячанг',
  'Asia/Jerusalem': 'Tel Aviv, Israel, Тель-Авив, Иерусалим, Jerusalén',
  'Asia/Kolkata': 'Mumbai, Delhi, New Delhi, Bangalore, Chennai, India, Calcutta, Дели, Гоа, Goa',
  'Asia/Makassar': 'Bali, Denpasar, Бали',
  'Asia/Shanghai': 'Beijing, Shenzhen, Guangzhou, China, Пекин, Шанхай, Peking',
  'Asia/Tashkent': 'Ташкент',
  'Asia/Tbilisi': 'Batumi, Georgia, Тбилиси, Батуми, Tiflis',
  'Asia/Tokyo': 'Osaka, Kyoto, Japan, Токио, Tokio',
  'Asia/Yekaterinburg': 'Ekaterinburg, Екатеринбург, Jekaterinburg',
  'Asia/Yerevan': 'Armenia, Ереван, Ереван, Eriwan',
  'Atlantic/Canary': 'Tenerife, Las Palmas, Gran Canaria, Тенерифе, Teneriffa',
  'Australia/Sydney': 'Canberra, Сидней',
  'Europe/Amsterdam': 'Rotterdam, The Hague, Netherlands, Амстердам',
  'Europe/Athens': 'Greece, Афины, Athen, Atenas',
  'Europe/Belgrade': 'Serbia, Белград, Belgrad, Belgrado',
  'Europe/Berlin':
    'Munich, München, Hamburg, Frankfurt, Cologne, Köln, Stuttgart, Leipzig, Germany, Deutschland, Alemania, Германия, Берлин, Berlín',
  'Europe/Brussels': 'Antwerp, Belgium, Brüssel, Bruselas',
  'Europe/Istanbul': 'Ankara, Antalya, Turkey, Стамбул, Анталья, Estambul',
  'Europe/Kyiv': 'Lviv, Odesa, Odessa, Kharkiv, Ukraine, Киев, Київ, Одесса, Kiew',
  'Europe/Lisbon': 'Porto, Portugal, Лиссабон, Lissabon, Lisboa',
  'Europe/London': 'Manchester, Liverpool, Edinburgh, UK, England, Лондон, Londres',
  'Europe/Madrid':
    'Barcelona, Valencia, Sevilla, Seville, Malaga, Spain, España, Мадрид, Барселона',
  'Europe/Minsk': 'Belarus, Минск',
  'Europe/Moscow':
    'Saint Petersburg, St Petersburg, Petersburg, Sochi, Kazan, Москва, Санкт-Петербург, Питер, Сочи, Казань, Moskau, Moscú',
  'Europe/Paris': 'Lyon, Marseille, Nice, France, Париж, París',
  'Europe/Prague': 'Brno, Прага, Prag, Praga',
  'Europe/Riga': 'Latvia, Рига',
  'Europe/Rome': 'Milan, Naples, Turin, Italy, Рим, Милан, Rom, Roma, Mailand',
  'Europe/Vienna': 'Graz, Salzburg, Austria, Österreich, Вена, Wien, Viena',
  'Europe/Vilnius': 'Lithuania, Вильнюс',
  'Europe/Warsaw': 'Krakow, Gdansk, Poland, Варшава, Warschau, Varsovia',
  'Europe/Zurich': 'Geneva, Bern, Basel, Switzerland, Schweiz, Цюрих, Zürich',
};

/** Pairs of a spelling and its zone. */
export const knownCities: readonly (readonly [spelling: string, zone: string])[] = Object.entries(
  spellings,
).flatMap(([zone, names]) => names.split(', ').map((name) => [name, zone] as const));

/** A line that people in distress can call, free or at the price of a local call. */
export interface Helpline {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** As it is called there. */
  readonly name: string;
  /** As it is dialled there. */
  readonly number: string;
  /** `always`: day and night; `mostly`: in most regions; else from and to, by the clocks there. */
  readonly hours: 'always' | 'mostly' | { readonly from: string; readonly to: string };
  /** ISO 639 tags of the languages that are spoken there. */
  readonly languages: readonly string[];
  /** Where number and hours were read. */
  readonly source: string;
  /** When they were last looked up there, as 2026-03-01. */
  readonly checked: string;
}

/** When all rows were looked up; a row that is looked up anew gets a date of its own. */
const checked = '2026-11-21';

/**
 * One line a country, for the countries of our languages and those from which many write on Telegram. A country of which
 * no source said clearly which number holds is not here: for it there is the international directory (findahelpline.com).
 */
export const helplines: readonly Helpline[] = [
  {
    country: 'AR',
    name: 'Línea de Salud Mental',
    number: '0800 999 0091',
    hours: 'always',
    languages: ['es'],
    source: 'https://www.ospia.org.ar/?p=1635',
    checked,
  },
  {
    country: 'AT',
    name: 'Telefonseelsorge',
    number: '142',
    hours: 'always',
    languages: ['de'],
    source: 'https://ooe.orf.at/stories/3204589/',
    checked,
  },
  {
    country: 'AU',
    name: 'Lifeline',
    number: '13 11 14',
    hours: 'always',
    languages: ['en'],
    source: 'https://www.suicidepreventionaust.org/october-member-of-the-month-lifeline/',
    checked,
  },
  {
    country: 'BR',
    name: 'CVV',
    number: '188',
    hours: 'always',
    languages: ['pt'],
    source:
      'https://horahnoticia.com.br/boa-noticia-cvv-188-atende-gratuitamente-em-todo-o-pais-inclusive-marilia/',
    checked,
  },
  {
    country: 'CA',
    name: '9-8-8 Suicide Crisis Helpline',
    number: '988',
    hours: 'always',
    languages: ['en', 'fr'],
    source: 'https://mentalhealthcommission.ca/catalyst/988-launches-in-canada/',
    checked,
  },
  {
    country: 'CH',
    name: 'Die Dargebotene Hand',
    number: '143',
    hours: 'always',
    languages: ['de', 'fr', 'it'],
    source: 'https://zsz.ch/die-suizidalen-anrufe-haben-um-60-prozent-zugenommen-623463958787',
    checked,
  },
  {
    country: 'CL',
    name: 'Línea de Prevención del Suicidio',
    number: '*4141',
    hours: 'always',
    languages: ['es'],
    source:
      'https://www.latercera.com/nacional/noticia/fono-4141-de-prevencion-del-suicidio-mas-de-227000-llamadas-atendidas-en-tres-anos/',
    checked,
  },
  {
    country: 'DE',
    name: 'TelefonSeelsorge',
    number: '0800 111 0 111',
    hours: 'always',
    languages: ['de'],
    source: 'https://www.domradio.de/glossar/telefonseelsorge-0',
    checked,
  },
  {
    country: 'EG',
    name: 'الأمانة العامة للصحة النفسية',
    number: '16328',
    hours: 'always',
    languages: ['ar'],
    source: 'https://elnabaa.net/947913',
    checked,
  },
  {
    country: 'ES',
    name: 'Línea 024',
    number: '024',
    hours: 'always',
    languages: ['es'],
    source:
      'https://www.rtve.es/noticias/20220509/sanidad-presenta-telefono-prevencion-suicidio/2347183.shtml',
    checked,
  },
  {
    country: 'FR',
    name: '3114',
    number: '3114',
    hours: 'always',
    languages: ['fr'],
    source: 'https://3114.fr/que-se-passe-t-il-quand-je-contacte-le-3114/',
    checked,
  },
  {
    country: 'GB',
    name: 'Samaritans',
    number: '116 123',
    hours: 'always',
    languages: ['en'],
    source:
      'https://www.samaritans.org/news/samaritans-in-northern-ireland-answer-one-million-calls-during-10-years-of-freephone',
    checked,
  },
  {
    country: 'IE',
    name: 'Samaritans',
    number: '116 123',
    hours: 'always',
    languages: ['en'],
    source:
      'https://www.irishexaminer.com/breakingnews/ireland/samaritans-answer-29m-calls-since-2014-charity-to-play-crucial-role-in-new-mental-help-phone-service-914684.html',
    checked,
  },
  {
    country: 'IN',
    name: 'Tele-MANAS',
    number: '14416',
    hours: 'always',
    languages: ['en', 'hi'],
    source:
      'https://theshillongtimes.com/2025/02/07/tele-manas-mental-health-helpline-handles-over-18-1-lakh-calls-centre/',
    checked,
  },
  {
    country: 'IT',
    name: 'Telefono Amico',
    number: '02 2327 2327',
    hours: { from: '10:00', to: '24:00' },
    languages: ['it'],
    source:
      'https://www.fanpage.it/attualita/cose-e-come-funziona-telefono-amico-portato-sul-palco-di-sanremo-da-la-sad/',
    checked,
  },
  {
    country: 'JP',
    name: 'よりそいホットライン',
    number: '0120 279 338',
    hours: 'always',
    languages: ['ja'],
    source: 'https://tascalne.com/?p=1098',
    checked,
  },
  {
    country: 'LB',
    name: 'Embrace Lifeline',
    number: '1564',
    hours: 'always',
    languages: ['ar', 'en', 'fr'],
    source: 'https://progress.guide/atlas/asia/lebanon',
    checked,
  },
  {
    country: 'MX',
    name: 'Línea de la Vida',
    number: '800 911 2000',
    hours: 'always',
    languages: ['es'],
    source:
      'https://www.eluniversal.com.mx/nacion/promueven-la-linea-de-la-vida-tras-presentar-encuesta-sobre-consumo-de-drogas-asi-puedes-pedir-ayuda/',
    checked,
  },
  {
    country: 'NL',
    name: '113 Zelfmoordpreventie',
    number: '113',
    hours: 'always',
    languages: ['nl'],
    source:
      'https://www.upday.com/nl/binnenland/nummer-113-nu-gratis-betere-hulp-bij-zelfdodingsgedachten/pj8neqt',
    checked,
  },
  {
    country: 'NZ',
    name: 'Need to Talk?',
    number: '1737',
    hours: 'always',
    languages: ['en'],
    source: 'https://nzfamilies.org.nz/?p=1578',
    checked,
  },
  {
    country: 'PL',
    name: 'Centrum Wsparcia',
    number: '800 70 2222',
    hours: 'always',
    languages: ['pl'],
    source: 'https://zdrowie.pap.pl/psyche/na-kryzys-telefon-800-70-2222',
    checked,
  },
  {
    country: 'PT',
    name: 'Linha Nacional de Prevenção do Suicídio',
    number: '1411',
    hours: 'always',
    languages: ['pt'],
    source:
      'https://www.deco.proteste.pt/saude/saude-mental/noticias/linha-prevencao-suicidio-funciona-24-horas-por-dia',
    checked,
  },
  {
    // Made for the young and their families; the ministry's notices say that adults may call as well.
    country: 'RU',
    name: 'Детский телефон доверия',
    number: '8 800 2000 122',
    hours: 'mostly',
    languages: ['ru'],
    source:
      'https://izvestia64.ru/news/233243-s-nachala-goda-na-detskiy-telefon-doveriya-pozvonili-pochti-3-tysyachi-raz.html',
    checked,
  },
  {
    country: 'UA',
    name: 'Lifeline Ukraine',
    number: '7333',
    hours: 'always',
    languages: ['uk', 'ru'],
    source:
      'https://dzerkalo.media/news/v-ukraini-zapratsyue-garyacha-liniya-psihologichnoi-pidtrimki-dlya-veteraniv-viyni',
    checked,
  },
  {
    country: 'US',
    name: '988 Suicide & Crisis Lifeline',
    number: '988',
    hours: 'always',
    languages: ['en', 'es'],
    source: 'https://www.mhn.com/members/news/988_Introduction.html',
    checked,
  },
];

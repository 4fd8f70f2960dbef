import type { Speech } from '../speech.ts';

/** German. */
export const german: Speech = {
  language: 'de',
  share: 12,
  firstNames: [
    ['Jule', 'jule'],
    ['Anton', 'anton'],
    ['Fenja', 'fenja'],
    ['Levi', 'levi'],
    ['Käthe', 'kaethe'],
    ['Mats', 'mats'],
    ['Ronja', 'ronja'],
    ['Emil', 'emil'],
  ],
  lastNames: ['Wolkenfels', 'Apfelkern', 'Sternwiese', 'Mondschein', 'Laubfrosch', 'Brückenbach'],
  cities: [
    ['Leipzig', 'Leipzig'],
    ['Hamburg', 'Hamburg'],
    ['Graz', 'Graz'],
    ['Köln', 'Cologne'],
    ['Basel', 'Basel'],
  ],
  things: ['der Pulli', 'das Poster', 'die Platte', 'die Tasche'],
  days: ['am Freitag', 'am Samstag', 'nächste Woche', 'heute Abend'],
  topics: [
    {
      exchanges: [
        [
          '{song} läuft bei mir seit Tagen, sogar beim Abwasch.',
          'Das schönste Kompliment für ein Lied 🌙',
        ],
        ['Worum geht es in {song} eigentlich?', 'Ums Heimkommen, ungefähr.'],
        ['Meine Tochter singt {song} auf dem Schulweg.', 'Grüß deine Tochter ganz lieb!'],
      ],
      more: ['Der Schluss ist so schön leise.', 'Gibt es die Noten irgendwo?'],
    },
    {
      exchanges: [
        ['Kommst du auch nach {city}?', '{city} steht für den Frühling auf der Liste.'],
        ['Das Konzert war großartig, ich bin noch heiser.', 'Danke, dass ihr da wart!'],
        ['Gibt es noch Karten für {day}?', 'Ein paar Karten sind noch da, beeilt euch.'],
      ],
      more: ['Wir wären zu dritt.', 'Ich würde auch stehen.'],
    },
    {
      exchanges: [
        [
          'Meine Bestellung ist noch nicht da, kannst du nachsehen?',
          'Ich frage heute im Laden nach und melde mich.',
        ],
        ['{thing} ist angekommen und wunderschön!', 'Das freut mich! Schick mir ein Bild.'],
        ['Wann gibt es wieder Nachschub im Laden?', 'Nachschub kommt {day}.'],
      ],
      more: ['Die Nummer endet auf 208.', 'Bestellt habe ich vor zwei Wochen.'],
    },
    {
      exchanges: [
        ['Ist der Workshop auch etwas für Anfänger?', 'Gerade für Anfänger!'],
        [
          'Was soll ich zum Workshop mitbringen?',
          'Stift, Papier und etwas, das dich geärgert hat.',
        ],
        [
          'Ich muss den Workshop leider absagen, geht eine Erstattung?',
          'Klar, die Erstattung ist unterwegs.',
        ],
      ],
      more: ['Ich habe noch nie ein Lied geschrieben.', 'Eine Aufnahme würde mir reichen.'],
    },
    {
      exchanges: [
        ['Wie geht es der Katze?', 'Die Katze ist wohlauf und herrisch.'],
        ['Morgen habe ich Geburtstag, deine Platte liegt schon bereit.', 'Alles Gute! 🎂'],
        ['Womit filmst du in der Küche?', 'Fenster und Bettlaken, mehr nicht.'],
      ],
      more: ['Ich frage für einen winzigen Kanal.', 'Der letzte Stream war herrlich.'],
    },
  ],
  thanks: ['Tausend Dank!', 'Du bist die Beste', 'Super, danke', '❤'],
  closing: ['Immer gern 🌙', 'Bis bald!', 'Liebe Grüße aus der Küche'],
};

# Persona: wie Entwürfe klingen sollen
persona-title = Wie Entwürfe klingen sollen
persona-empty = Hier steht noch nichts. Sag, wie du klingst, dann klingen Entwürfe wie du. Kein Fan sieht das.
persona-what-for = Daran halten sich Entwürfe. Kein Fan sieht es.
persona-tone = Ton
persona-do = Immer
persona-dont = Nie
persona-language = Sprachen
persona-emoji = Emoji
persona-fact = Fakten
persona-price = Preise
persona-faq = FAQ
persona-faq-count =
    { $count ->
        [0] noch nichts
        [one] { $count } Frage
       *[other] { $count } Fragen
    }
persona-more-lines = … und { $count } weitere
persona-part-empty = Hier steht noch nichts.
persona-fan-language = Die Sprache des Fans
persona-emoji-none = Keine
persona-emoji-few = Wenige
persona-emoji-many = Viele
persona-add = Hinzufügen
persona-delete = Löschen
persona-delete-sure = Ja, löschen
persona-deleted = Gelöscht.

# Die geführte Einrichtung
persona-setup = Schritt für Schritt
persona-setup-go-on = Weiter mit Schritt { $step } von { $steps }
persona-step = Schritt { $step } von { $steps }: { $part }
persona-now = Jetzt: { $text }
persona-setup-done = Das war der letzte Schritt. So sollen Entwürfe klingen:
persona-dash-skips = Antworte auf diese Nachricht. Ein Strich (-) überspringt.
persona-dash-empties = Was du schreibst, ersetzt, was da steht. Ein Strich (-) leert es.
persona-kept = { $part }:{ $text }
persona-part-kept = Gespeichert.
persona-skipped = { $part }: übersprungen.
persona-ask-tone = Wie klingst du? Ein, zwei Sätze, höchstens 300 Zeichen. Zum Beispiel: warm, kurz, ein bisschen frech.
persona-ask-do = Was soll ein Entwurf tun? Eines je Zeile, höchstens 10. Zum Beispiel: nach dem Tag fragen.
persona-ask-dont = Was soll ein Entwurf nie tun? Eines je Zeile, höchstens 10. Zum Beispiel: keine Politik.
persona-ask-language = In welchen Sprachen antwortest du? Kürzel oder Namen, zum Beispiel: de, en. Oder das Wort fan: dann ist es die des Fans.
persona-ask-emoji = Wie viele Emoji: keine, wenige oder viele? Dazu deine liebsten.
persona-ask-fact = Was stimmt und darf gesagt werden? Ein Fakt je Zeile, höchstens 20. Zum Beispiel: Ich streame freitags um 20 Uhr.
persona-ask-price = Was kostet es? Je eine Zeile, höchstens 20, so: Videoanruf: 50 EUR
persona-only-text = Bitte antworte mit einem Text.
persona-refused-empty = Das war leer. Bitte schreib es noch einmal.
persona-refused-too-long = Zu lang: höchstens { $longest } Zeichen je Zeile. Bitte kürzer.
persona-refused-too-many = Das ist zu viel: höchstens { $most } Zeilen insgesamt. Bitte wähl aus.
persona-refused-no-price = Eine Zeile ist kein Preis. Bitte jede so: Videoanruf: 50 EUR
persona-refused-no-language = Die Sprache kenne ich nicht. Kürzel oder englische Namen, bitte: de, en. Oder das Wort fan.
persona-refused-no-emoji = Bitte schreib keine, wenige oder viele, oder schick deine liebsten Emoji.
persona-refused-known = Das steht schon da. Etwas anderes?
persona-refused-changed = Das wurde inzwischen geändert. Schau noch einmal hin.
persona-refused-full = Kein Platz mehr in diesem Teil. Entferne erst eine Zeile.

# Fragen von Fans
persona-faq-empty = Schreib auf, was Fans oft fragen und was du antwortest. Entwürfe antworten daraus.
persona-faq-how = Tippe auf eine, um sie zu sehen oder zu ändern.
persona-faq-new = Neu
persona-faq-question = Frage
persona-faq-answer = Antwort
persona-faq-no-answer = Noch keine Antwort: sie wird nicht benutzt.
persona-faq-kept = Gespeichert.
persona-faq-alike = Das ist vielleicht dasselbe wie: „{ $question }“
persona-ask-question = Was fragen Fans? Antworte auf diese Nachricht, höchstens 500 Zeichen.
persona-ask-answer = „{ $question }“: Was antwortest du? Antworte auf diese Nachricht, höchstens 500 Zeichen.
persona-ask-other-answer = Was antwortest du? Antworte auf diese Nachricht, höchstens 500 Zeichen.
persona-refused-faq-too-long = Zu lang: höchstens 500 Zeichen. Bitte kürzer.
persona-refused-faq-too-many = Du hast 100 Fragen, mehr geht nicht. Lösche zuerst eine.
persona-refused-faq-gone = Diese Frage gibt es nicht mehr.

# Aus Antworten gelernt
persona-learn = Aus meinen Antworten lernen
persona-learning = Lese deine letzten Antworten …
persona-learn-too-few =
    { $count ->
        [0] Ich lerne aus Antworten, die du selbst geschrieben hast: mindestens { $least }. Noch gibt es keine.
        [one] Ich lerne aus Antworten, die du selbst geschrieben hast: mindestens { $least }. Es gibt eine.
       *[other] Ich lerne aus Antworten, die du selbst geschrieben hast: mindestens { $least }. Es gibt { $count }.
    }
persona-learn-nothing =
    { $count ->
        [one] Nichts Neues in deiner letzten Antwort.
       *[other] Nichts Neues in deinen letzten { $count } Antworten.
    }
persona-learn-failed = Das hat nicht geklappt. Bitte versuch es noch einmal.
persona-learnt =
    { $count ->
        [one] Aus deiner letzten Antwort
       *[other] Aus deinen letzten { $count } Antworten
    }
persona-learnt-how = ✓ übernimmt eine Zeile, ✕ lässt sie weg. Sonst ändert sich nichts.
persona-by-model = Von KI geschrieben ({ $provider }), also genau hinsehen:
persona-silence-no-consent = Das ist hier gezählt, nichts hat diesen Dienst verlassen. Mit KI-Entwürfen (/settings) liest auch ein Modell deine Antworten auf Ton, Fakten und Preise.
persona-silence-used-up = Das ist hier gezählt. KI ist vorerst aufgebraucht (/plan).
persona-silence-unavailable = Das ist hier gezählt. Der KI-Anbieter antwortet nicht.
persona-silence-too-few = Das ist hier gezählt. Zu wenige deiner Antworten dürfen an eine KI.
persona-silence-nothing = Das ist hier gezählt. Die KI hat nichts gefunden, das standhält.
persona-instead-of = statt: { $text }
persona-take-all = ✓ Alle
persona-habit-words = Die meisten Antworten haben { $from } bis { $to } Wörter.
persona-habit-characters = Die meisten Antworten haben { $from } bis { $to } Zeichen.
persona-habit-greeting = Beginnt oft mit { $words }.
persona-habit-sign-off = Endet oft mit { $words }.
persona-habit-case = Beginnt klein geschrieben.
persona-habit-full-stop = Kein Punkt am Ende.
persona-habit-exclamation = Mag Ausrufezeichen.
persona-habit-no-exclamation = Keine Ausrufezeichen.

# Alles löschen
persona-wipe = Alles löschen
persona-wipe-sure = Alles löschen? Zeilen: { $lines }, Fragen: { $entries }.
persona-wipe-really = Wirklich alles? Es lässt sich nicht zurückholen.
persona-wipe-all = Alles endgültig löschen
persona-wiped = Alles ist gelöscht.

# /search
search-ask = Was suchst du? Schick mir die Wörter. Der Anfang genügt, ab 3 Buchstaben.
search-placeholder = Wörter
search-no-words = Ich brauche Buchstaben oder Ziffern, zum Beispiel: /search blaues Kleid
search-found = „{ $words }“, gefunden: { $count }
search-found-many = „{ $words }“, gefunden: { $count } und ältere. Mit einem Wort mehr wird es genauer.
search-nothing = Nichts gefunden für „{ $words }“.
search-tip = Versuch es mit weniger Wörtern oder nur einem Wortanfang ab 3 Buchstaben. Ich suche in Nachrichten, Notizen, Feldern und Namen.
search-alone = Einzeln gefunden: { $words }
search-last-seen = Zuletzt gesehen: { $date }
search-note = Notiz
search-field = Feld
search-you = du
search-more = Mehr
search-failed = Die Suche hat diesmal nicht geklappt. Bitte versuch es noch einmal.
search-behind = Die neuesten Nachrichten lese ich noch. Such in einer Minute noch einmal, um auch sie zu finden.
search-handle-now = @{ $was } heißt jetzt @{ $now }.
search-handle-gone = @{ $was } hat kein @Handle mehr.

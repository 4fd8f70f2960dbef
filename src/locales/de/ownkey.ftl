# Eigener Schlüssel für ein Sprachmodell
ownkey-entry = Eigener KI-Schlüssel
ownkey-offer =
    Eigener KI-Schlüssel
    Mit eigenem Schlüssel kommen Entwürfe und Fakten von dem Modell, das du wählst, und du bezahlst dessen Anbieter. Dann begrenzt nichts deine Entwürfe, und die KI-Anbieter dieses Dienstes werden nicht gefragt.

    Von wem ist der Schlüssel?
ownkey-other = Andere Adresse
ownkey-card =
    Eigener KI-Schlüssel
    { $host }
    Modell: { $model }
    Schlüssel: { $key }
    Geprüft: { $date }
ownkey-line = Eigener KI-Schlüssel: { $host }, { $model }, { $key }
ownkey-line-broken = Eigener KI-Schlüssel: { $host } geht gerade nicht ({ $key })
ownkey-line-kept = Eigener KI-Schlüssel: { $host } bleibt, wird aber nicht benutzt ({ $key }), siehe /plan
ownkey-plan = Eigener KI-Schlüssel: ohne Grenze
ownkey-test-again = Neu prüfen
ownkey-other-model = Anderes Modell
ownkey-another-key = Anderer Schlüssel
ownkey-replace = Ersetzen
ownkey-remove = Entfernen
ownkey-start-over = Von vorn
ownkey-cancel = Abbrechen
ownkey-delete = Löschen
ownkey-begun =
    Eigener KI-Schlüssel
    { $host }, Modell { $model }. Schlüssel gibt es unter { $where }. Das Modell lässt sich danach ändern.
ownkey-begun-other =
    Eigener KI-Schlüssel
    Es geht jeder Endpunkt, der OpenAIs Chat Completions spricht: eine Adresse, ein Modell, ein Schlüssel.
ownkey-ask-address = Wie ist die Adresse, etwa https://llm.example.com/v1? Antworte damit auf diese Nachricht.
ownkey-ask-model = Welches Modell bei { $host }? Antworte auf diese Nachricht mit seinem Namen, wie ihn der Anbieter schreibt.
ownkey-ask-key = Wie ist der Schlüssel für { $host }? Antworte damit auf diese Nachricht. Ich lösche deine Nachricht sofort und zeige nie mehr als die letzten vier Zeichen.
ownkey-address-malformed = Das ist keine Adresse.
ownkey-address-credentials = Bitte eine Adresse ohne Namen und Passwort darin. Deine Nachricht habe ich gelöscht. Der Schlüssel kommt später.
ownkey-address-query = Bitte eine Adresse ohne etwas hinter ? oder #. Deine Nachricht habe ich gelöscht. Der Schlüssel kommt später.
ownkey-address-not-https = Für einen Schlüssel ist nur https:// sicher genug.
ownkey-address-port = Hier geht nur der übliche Port von https.
ownkey-address-private = Das führt in ein privates Netz. Hier gehen nur öffentliche Adressen.
ownkey-model-malformed = Der Name eines Modells hat keine Leerzeichen und höchstens 200 Zeichen.
ownkey-key-spaces = Ein Schlüssel hat keine Leerzeichen und Umbrüche. Deine Nachricht habe ich gelöscht.
ownkey-key-malformed = Das kann kein Schlüssel sein: nur Buchstaben, Ziffern und Zeichen, höchstens 500. Deine Nachricht habe ich gelöscht.
ownkey-text-only = Bitte als Text.
ownkey-too-early = Das sieht nach einem Schlüssel aus. Deine Nachricht habe ich gelöscht; zuerst kommt dies:
ownkey-over = Diese Frage ist vorbei. /settings, Eigener KI-Schlüssel, beginnt neu.
ownkey-pasted = Das sieht nach einem KI-Schlüssel aus. Ich habe ihn niemandem weitergegeben und deine Nachricht gelöscht. Wem der Bot gehört, setzt einen Schlüssel in /settings, Eigener KI-Schlüssel.
ownkey-delete-failed = Diese Nachricht mit dem Schlüssel darf ich nicht löschen. Bitte lösche sie selbst.
ownkey-not-in-plan = In deinem Tarif gibt es keinen eigenen KI-Schlüssel. { $plan } hat ihn, siehe /plan.
ownkey-kept = Der Schlüssel bleibt, wird aber nicht benutzt: In deinem Tarif gibt es keinen eigenen KI-Schlüssel. { $plan } hat ihn, siehe /plan.
ownkey-testing = Ich prüfe { $host }, Modell { $model }, Schlüssel { $key }. Ein paar Sekunden…
ownkey-testing-again = Ich prüfe. Ein paar Sekunden…
ownkey-test-failed = Die Prüfung hat nicht geklappt. Bitte versuch es noch einmal.
ownkey-works = Es geht: { $host }, Modell { $model }, Schlüssel { $key }.
ownkey-in-use = Ab jetzt kommen Entwürfe von dort.
ownkey-not-agreed = Noch geht nichts dorthin. Tippe auf KI-Entwürfe, lies, was es bekommt, und willige ein.
ownkey-not-used = Nichts hat sich geändert: Dieser Schlüssel wird nicht benutzt.
ownkey-stays = Der Schlüssel bleibt und wird bei jedem Entwurf wieder versucht.
ownkey-models = Es gibt dort: { $models }
ownkey-fault-rejected = { $host } lehnt den Schlüssel { $key } ab: Er ist falsch oder widerrufen, oder sein Guthaben ist aufgebraucht.
ownkey-fault-model = { $host } hat für diesen Schlüssel kein Modell { $model }, oder es wurde abgeschafft.
ownkey-fault-private = { $host } führt in ein privates Netz. Hier gehen nur öffentliche Adressen.
ownkey-fault-unreachable = { $host } ist nicht zu erreichen. Stimmt die Adresse, und läuft es?
ownkey-fault-protocol = Was { $host } antwortet, ist nicht OpenAIs Chat Completions. Ist die Adresse vollständig? Die meisten enden auf /v1.
ownkey-fault-json = { $model } antwortet nicht mit dem JSON, das Entwürfe brauchen. Nimm ein anderes Modell.
ownkey-fault-context = { $model } liest nur das Ende von dem, was es bekommt. Entwürfe brauchen etwa 5.000 Token: Gib ihm mehr Kontext, oder nimm ein anderes Modell.
ownkey-fault-slow = { $host } braucht zu lange: Ein Entwurf wartet fünf Sekunden darauf.
ownkey-fault-flooded = { $host } nimmt gerade keine Anfragen mehr an. Versuch es in einer Minute noch einmal.
ownkey-fault-down = { $host } hat gerade selbst einen Fehler. Versuch es später noch einmal.
ownkey-fault-refused = { $model } will nicht einmal die Testfrage beantworten.
ownkey-told =
    Dein eigener KI-Schlüssel geht nicht: { $why }

    Bis er wieder geht, kommen Entwürfe aus deinen früheren Antworten.
ownkey-remove-sure = Den Schlüssel { $key } von { $host } löschen? Danach geht nichts an einen anderen KI-Anbieter, bis du einwilligst.
ownkey-removed = Der Schlüssel ist gelöscht.

# Fans that have something in common
segments-title = Deine Segmente
segments-none = Noch keine. Ein Segment ist eine Gruppe von Fans, die etwas gemeinsam haben, etwa „VIPs, die Deutsch sprechen“. Es umfasst immer, wer gerade passt.
segments-tap-one = Tippe eines an, um zu sehen, wer dazugehört, oder um es zu ändern.
segments-new = Neu
segments-resume = ✏️ Ungespeichertes fortsetzen
segments-draft-new = Neues Segment
segments-empty = Alle Fans. Füge hinzu, was sie gemeinsam haben müssen.
segments-everyone = alle Fans
segments-all-of = Alles davon:
segments-any-of = Mindestens eines davon:
segments-counting = Ich zähle …
segments-count =
    { $count ->
        [0] Kein Fan
        [one] { $count } Fan
       *[other] { $count } Fans
    }
segments-count-failed = Die Fans konnten nicht gezählt werden. Tippe einen Knopf an, um es noch einmal zu versuchen.
segments-seen-last =
    { $count ->
        [one] Zuletzt gesehen:
       *[other] Die { $count } zuletzt gesehenen:
    }
segments-as-text = Als Text:
segments-add = ➕ Hinzufügen
segments-switch-any = Eines genügt
segments-switch-all = Alles muss gelten
segments-preview = 👀 Vorschau
segments-save = 💾 Speichern
segments-rename = Umbenennen
segments-delete = Löschen
segments-delete-asks = Dieses Segment löschen? Die Fans bleiben, wie sie sind.
segments-delete-sure = Ja, löschen
segments-deleted = Gelöscht. Die Fans bleiben, wie sie sind.
segments-negate = Umkehren (nicht)
segments-remove = Entfernen
segments-or-else = … oder auch
segments-and-also = … und auch
segments-which-kind = Worum geht es?
segments-which-field = Welches Feld?
segments-no-fields = Es gibt noch keine Felder. Lege sie mit /fields an.
segments-no-tags = Es gibt noch keine Tags. Gib einem Fan eines mit /tag.
segments-ask-name = Antworte auf diese Nachricht mit einem Namen für das Segment.
segments-ask-new-name = Antworte auf diese Nachricht mit dem neuen Namen.
segments-ask-value = { $what }: Antworte auf diese Nachricht mit dem Wert, zum Beispiel { $example }
segments-ask-days = { $what }: Antworte auf diese Nachricht mit einer Zahl von Tagen, zum Beispiel { $example }
segments-ask-hours = { $what }: Antworte auf diese Nachricht mit einer Zahl von Stunden, zum Beispiel { $example }
segments-ask-language = { $what }: Antworte auf diese Nachricht mit der Kurzform einer Sprache, zum Beispiel { $example }
segments-ask-min = Mindestens …
segments-ask-max = Höchstens …
segments-ask-with = Enthält …
segments-ask-begun = Beginnt mit …
segments-ask-exactly = Genau …
segments-ask-after = Nach …
segments-ask-before = Vor …
segments-ask-days-within = Höchstens … Tage her
segments-ask-days-ago = Mehr als … Tage her
segments-ask-other = Anderes …
segments-answer-unfit = Das passt nicht. Antworte noch einmal auf meine Frage, zum Beispiel mit { $example }
segments-only-text = Hier passt nur ein Text. Antworte auf meine Frage mit Worten.
segments-saved = Gespeichert als „{ $name }“.
segments-renamed = Es heißt jetzt „{ $name }“.
segments-was-unsaved = Was du begonnen hattest, war nicht gespeichert. Schick das hier, um es zurückzuholen:
segments-changed = Jemand hat hier andere Bedingungen gespeichert, während du sie geändert hast. Jetzt sind es:
segments-overwrite = Meine speichern
segments-unreadable = Was hier gespeichert ist, lässt sich nicht lesen. Es wurde nicht geändert; niemand gehört dazu. Leg ein neues an.
segments-menu-old = Dieses Menü war veraltet. So sieht es jetzt aus.
segments-moved-on = Du hast es geändert, seit ich gefragt habe; nichts wurde hinzugefügt. So sieht es jetzt aus.
segments-not-yours = Hier baut jemand anders. Schick /segments für dein eigenes.
segments-refused-empty = Da steht kein Name. Nichts wurde gespeichert.
segments-refused-too-long = Namen haben höchstens 32 Zeichen. Nichts wurde gespeichert.
segments-refused-taken = Der Name ist vergeben. Antworte auf meine Frage mit einem anderen.
segments-refused-full = Mehr als 200 Segmente gehen nicht. Lösche erst eines.
segments-refused-plan = Dein Tarif hat { $most } Segmente. Beliebig viele: { $plan }, siehe /plan. Was du gebaut hast, bleibt hier und lässt sich benutzen.
segments-read-only = 🔒 Dein Tarif hat { $most } Segmente. Ändern lassen sich die ältesten, dieses nur benutzen. Beliebig viele: { $plan }, siehe /plan.
segments-refused-gone = Das gibt es nicht mehr.
segments-too-many = Mehr als { $most } Bedingungen gehen nicht.
segments-too-deep = Zu viele Klammern ineinander.

# What a condition is about
segments-kind-stage = Stufe
segments-kind-score = Punkte
segments-kind-in = Nachrichten vom Fan
segments-kind-out = Nachrichten an den Fan
segments-kind-recent = Vom Fan in 30 Tagen
segments-kind-tag = Tag
segments-kind-field = Feld
segments-kind-reach = Erreichbar
segments-kind-language = Sprache
segments-kind-source = Kam über Link
segments-kind-first = Zuerst gesehen
segments-kind-last = Zuletzt gesehen
segments-kind-waiting = Wartet auf Antwort
segments-kind-followup = Offene Wiedervorlage
segments-kind-date = Jahrestag
segments-kind-name = Name oder @Handle
segments-kind-note = Hat eine Notiz
segments-kind-username = Hat ein @Handle
segments-kind-snoozed = Zurückgestellt
segments-kind-noai = Bleibt von KI fern (/noai)
segments-kind-summary = Hat eine KI-Zusammenfassung
segments-kind-facts = Hat Fakten

# Conditions in words
segments-is = { $what }: { $value }
segments-is-min = { $what }: { $value } oder mehr
segments-is-max = { $what }: { $value } oder weniger
segments-is-more = { $what }: mehr als { $value }
segments-is-less = { $what }: weniger als { $value }
segments-is-from = { $what }: ab { $value }
segments-is-until = { $what }: bis { $value }
segments-is-after = { $what }: nach { $value }
segments-is-before = { $what }: vor { $value }
segments-is-present = { $what }: ausgefüllt
segments-is-with = { $what }: enthält „{ $value }“
segments-is-begun = { $what }: ein Wort beginnt mit „{ $value }“
segments-is-within = { $what }: höchstens { $span } her
segments-is-ago = { $what }: mehr als { $span } her
segments-is-due = { $what }: noch höchstens { $span }
segments-reach-open = Ist erreichbar
segments-reach-blocked = Hat den Bot blockiert
segments-not = nicht: { $what }
segments-and = und
segments-or = oder
segments-gone = (gelöscht)
segments-gone-value = { $value } (keine Auswahl mehr)
segments-gone-tag = Ein Tag, nach dem gefragt wird, wurde gelöscht. Kein Fan hat es.
segments-gone-field = Ein Feld, nach dem gefragt wird, wurde gelöscht. Es sagt über niemanden etwas.
segments-gone-choice = Eine Auswahl, nach der gefragt wird, gibt es in ihrem Feld nicht mehr.
segments-why-both = Niemand kann passen: „{ $first }“ und „{ $second }“ schließen sich aus.
segments-why-never = Niemand kann passen: „{ $what }“ gilt nie.
segments-why-gone = Also kann niemand passen.

# The text form
segments-help-hint = Als Text: /segments stage:vip last>30d – mehr mit /segments help
segments-help = Schreib Bedingungen nebeneinander, wenn alle gelten müssen, „or“ dazwischen, wenn eine genügt, „not“ vor eine, Klammern um mehrere. Namen mit Leerzeichen kommen in Anführungszeichen.
segments-unknown-word = „{ $word }“ kenne ich nicht.
segments-no-tag = Es gibt kein Tag „{ $word }“.
segments-no-field = Es gibt kein Feld „{ $word }“.
segments-meant = Meinst du „{ $word }“?
segments-meant-messages = Nachrichten vom Fan: { $in }. Nachrichten an den Fan: { $out }.
segments-bad-value = „{ $word }“ braucht einen anderen Wert. Schreib es so: { $example }
segments-bad-stage = Diese Stufe gibt es nicht. Es gibt: { $stages }
segments-bad-empty = Da steht keine Bedingung.
segments-bad-quote = Ein Anführungszeichen wird nicht geschlossen.
segments-bad-bracket = Eine Klammer hat kein Gegenstück.
segments-bad-end = Danach fehlt etwas.

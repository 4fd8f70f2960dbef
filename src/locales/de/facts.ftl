# Fakten und Zusammenfassung zu einem Fan
facts-of = Fakten zu { $name }
facts-none = Keine Fakten zu { $name }
facts-summary = KI-Zusammenfassung
facts-said = Gesagt am { $date }:
facts-changed-by-hand = Von Hand geändert: Die KI lässt es so.
facts-delete = Löschen
facts-delete-asks = Das löschen? Die KI merkt es sich nicht wieder.
facts-summary-delete-asks = Die Zusammenfassung löschen?
facts-wipe = Alle löschen
facts-wipe-asks = Alle diese Fakten löschen? Die KI merkt sie sich nicht wieder.
facts-sure = Ja, löschen
facts-deleted = Gelöscht.
facts-changed = Geändert.
facts-ask = Antworte auf diese Nachricht mit dem Fakt, wie er sein soll. Ein Tipp kopiert ihn:
facts-ask-summary = Antworte auf diese Nachricht mit der Zusammenfassung, wie sie sein soll, höchstens zwei Zeilen. Ein Tipp kopiert sie:
facts-only-text = Hier geht nur Text. Antworte auf diese Nachricht mit dem neuen Text.
facts-refused-too-long = Das ist zu lang für einen Fakt: höchstens 120 Zeichen. Antworte auf diese Nachricht mit einem kürzeren.
facts-summary-too-long = Das ist zu lang: höchstens zwei Zeilen mit je 160 Zeichen. Antworte auf diese Nachricht mit einer kürzeren.
facts-refused-gone = Das gibt es nicht mehr. Nichts wurde geändert.
facts-count =
    { $count ->
        [one] Ein Fakt
       *[other] { $count } Fakten
    }

# Import
transfer-ask =
    Antworte auf diese Nachricht mit einer Tabelle als Datei (.csv). Ihre erste Zeile nennt die Spalten:
    • id oder handle: wer gemeint ist
    • notes (Notizen), tags (Kommas dazwischen)
transfer-ask-fields = • deine Felder: { $list }
transfer-ask-end = Zuerst sage ich dir, was ich gefunden habe. Was du von /export hast, passt auch.
transfer-still-waiting =
    { $count ->
        [one] Eine Zeile früherer Importe wartet darauf, dass ihr Fan schreibt.
       *[other] { $count } Zeilen früherer Importe warten darauf, dass ihre Fans schreiben.
    }
transfer-waiting-ends = Was { $days } Tage wartet, wird vergessen.
transfer-forget = Wartendes vergessen
transfer-forget-asks = Jetzt alles davon vergessen? Wenn diese Leute schreiben, ist nichts davon bekannt. Was schon importiert ist, bleibt.
transfer-forget-sure = Ja, vergessen
transfer-forgotten =
    { $count ->
        [0] Es wartet nichts mehr.
        [one] Eine Zeile ist vergessen.
       *[other] { $count } Zeilen sind vergessen.
    }
transfer-creator-only = Das kann nur, wem dieser Bot gehört.
transfer-looking = Ich sehe sie durch. Noch ist nichts geändert.
transfer-not-fetched = Ich konnte die Datei nicht holen. Bitte sende sie noch einmal: /import
transfer-refused-no-file = Das ist keine Datei. Antworte auf meine Frage mit einer Tabelle als Datei (.csv).
transfer-refused-no-table = Das ist keine Tabelle. Ich lese CSV-Dateien: Speichere deine Tabelle in Excel, Numbers oder Google Sheets als CSV.
transfer-refused-spreadsheet = Das ist eine Arbeitsmappe. Speichere sie als „CSV UTF-8“, oder lade sie in Google Sheets als CSV herunter, und sende das.
transfer-refused-too-big = Die Datei ist zu groß: 20 MB sind das Höchste. Teile sie und sende die Teile nacheinander.
transfer-refused-encoding = Ich kann die Buchstaben in dieser Datei nicht lesen. Speichere sie als „CSV UTF-8“ (Excel: Speichern unter; Google Sheets: Herunterladen, CSV) und sende sie noch einmal. Nichts wurde geändert.
transfer-refused-empty = In dieser Tabelle sind keine Zeilen. Nichts wurde geändert.
transfer-refused-broken = Diese Tabelle bricht ab: Irgendwo geht ein Anführungszeichen auf und nie wieder zu. Speichere sie noch einmal als CSV. Nichts wurde geändert.
transfer-refused-nobody = Ich kann nicht erkennen, wer gemeint ist: Eine Spalte muss id oder handle heißen. Nichts wurde geändert.
transfer-refused-nothing = In dieser Tabelle steht nichts, was ich mir merken könnte: Es gibt keine Spalte notes oder tags und keine mit dem Namen eines deiner Felder (/fields). Nichts wurde geändert.
transfer-checked =
    { $rows ->
        [one] Eine Zeile
       *[other] { $rows } Zeilen
    }
transfer-known = ✓ über deine Fans: { $count }
transfer-renamed = ↻ davon mit einem früheren Handle: { $count }. Zuerst: { $list }
transfer-waiting = ⏳ über Leute, die noch nicht geschrieben haben: { $count }. Das wartet, bis sie es tun.
transfer-new-tags = 🏷 neue Tags: { $list }
transfer-tags-no-room = ⚠ Es ist noch Platz für { $room } Tags; der Rest bliebe weg.
transfer-misfits = ⚠ passt nicht und bliebe weg: { $count }. Zuerst in Zeile: { $list }
transfer-nobody = ✕ ohne brauchbare id oder handle: { $count }. Zuerst in Zeile: { $list }
transfer-doubtful = ✕ sieht nach id oder Telefonnummer aus: { $count }. Zuerst in Zeile: { $list }. Für ids eine Spalte id nehmen oder #123 schreiben.
transfer-empty = ○ ohne etwas zum Merken: { $count }
transfer-ignored = ○ Spalten, die ich nicht kenne: { $list }. Lege zuerst ein Feld mit diesem Namen an, wenn du eins willst (/fields).
transfer-nothing-yet = Noch ist nichts geändert.
transfer-no-use = Es gibt also nichts zu importieren. Nichts wurde geändert.
transfer-button-import = Importieren
transfer-button-cancel = Abbrechen
transfer-dropped = Abgebrochen. Nichts wurde geändert.
transfer-running = Import: { $done } von { $rows }
transfer-tap-running = Der Import läuft schon.
transfer-tap-done = Das ist schon importiert.
transfer-done = Importiert. ✓ über deine Fans: { $count }
transfer-misfits-left = ⚠ weggelassen, weil es nicht passte: { $count }
transfer-stopped = Der Import musste anhalten. Was importiert ist, bleibt; sende die Datei für den Rest noch einmal: /import. Nichts wird doppelt.

# Export
transfer-exporting = Ich stelle es zusammen. Es kommt als Datei hierher.
transfer-exporting-elsewhere = Ich stelle es zusammen. Es kommt als Datei in unseren privaten Chat.
transfer-export-running = Ein Export ist schon unterwegs.
transfer-export-nobody = Es gibt noch keine Fans, also auch nichts zu exportieren.
transfer-export-failed = Der Export ist misslungen. Versuch es noch einmal: /export
transfer-exported =
    { $fans ->
        [one] Ein Fan
       *[other] { $fans } Fans
    }: fans.csv ist eine Tabelle für Excel und ähnliche, in fans.jsonl steht alles über sie für Programme. In drafts.jsonl steht, was aus Entwürfen wurde und was dafür nach draußen ging. Der Rest: Nachrichten, Segmente, gespeicherte Antworten, Persona, FAQ, Einwilligungen.
transfer-exported-part = Teil { $part }. Es kommt noch mehr.
transfer-exported-last = In { $part } Teilen; das ist der letzte.
transfer-exported-how = Bewahre es gut auf. Um es wieder hereinzuholen, sende es so, wie es ist, an /import.

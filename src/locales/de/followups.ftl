# Follow-ups
followups-how =
    Wen, wann und woran? Zum Beispiel
    /remind Anna morgen 18:00 nach der Reise fragen
    Als Antwort auf eine Nachricht oder im Thema eines Fans braucht es keinen Namen.
followups-unknown-fan = Niemand heißt „{ $name }“. Versuch einen Teil des Namens, @Handle oder die Telegram-ID.
followups-none-of-these = Ist es niemand davon, schreib mehr vom Namen, das @Handle oder die ID.
followups-which-fan = Wer genau?
followups-made = Ich erinnere dich an { $name }: { $date }
followups-skipped = Diese Stunde gibt es an dem Tag nicht: die Uhren springen vor. Ich habe die nächste genommen.
followups-none = Nichts steht an. Nimm /remind oder die Karte eines Fans.
followups-title =
    { $count ->
        [one] Eine Wiedervorlage
       *[other] { $count } Wiedervorlagen
    }
followups-signs = ❗ überfällig: { $overdue } · ⏰ später: { $later }
followups-about = ⏰ { $name }
followups-when = Andere Zeit
followups-drop = Verwerfen
followups-other = Andere Zeit
followups-new = Wann soll ich dich an { $name } erinnern?
followups-1h = 1 Stunde
followups-3h = 3 Stunden
followups-tomorrow = Morgen 9:00
followups-3d = In 3 Tagen
followups-monday = Nächsten Montag
followups-quiet = Ruhezeit
followups-quiet-on = Keine Erinnerungen von { $from } bis { $to }; was dann fällig ist, kommt danach.
followups-quiet-off = Es gibt keine Ruhezeit: Erinnerungen kommen jederzeit.
followups-many-due = { $count } Wiedervorlagen sind fällig.
followups-moved = Verschoben auf { $date }.
followups-only-text = Antworte auf meine Frage mit Worten.
followups-ask-new =
    Antworte auf diese Nachricht mit wann und was für { $name }, zum Beispiel
    Freitag 18:00 nach der Reise fragen
followups-ask-when = Antworte auf diese Nachricht mit einer Zeit: in 3 Tagen, morgen 18:00, nächsten Montag.
followups-ask-text = Worum geht es? Antworte auf diese Nachricht oder lass es.
followups-done = ✓ Erledigt: { $name }
followups-dropped = Verworfen: { $name }
followups-chosen = Für { $name }.
followups-list = Alle Wiedervorlagen
followups-button = Wiedervorlage
followups-refused-none = Darin finde ich keine Zeit. Schreib sie wie „in 3 Tagen“, „morgen 18:00“ oder „nächsten Montag“.
followups-refused-past = Diese Zeit ist vorbei. Welche ist gemeint?
followups-refused-too-far = Das ist mehr als zehn Jahre hin.
followups-refused-too-long = Höchstens 500 Zeichen, bitte. Nichts wurde geändert.
followups-refused-gone = Das ist nicht mehr offen.

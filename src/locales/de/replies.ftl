# Saved replies
replies-button = Antworten
replies-title = Deine gespeicherten Antworten. Tippe auf eine, um sie zu sehen oder zu ändern.
replies-empty = Noch keine gespeicherten Antworten. Speichere, was du oft sagst: antworte auf eine deiner Nachrichten mit /save und einem kurzen Namen, oder tippe auf Neu.
replies-inline-off = Um beim Tippen von { $bot } eine zu wählen, muss der Inline-Modus an sein: /setinline bei @BotFather.
replies-new = Neu
replies-pick = Eine gespeicherte Antwort für { $name }:
replies-none = Noch keine gespeicherten Antworten. Mit /replies legst du eine an.
replies-preview = { $name } bekäme:
replies-used =
    { $count ->
        [0] Noch nicht gesendet.
        [one] Einmal gesendet.
       *[other] { $count }-mal gesendet.
    }
replies-rename = Umbenennen
replies-delete = Löschen
replies-delete-sure = Ja, löschen
replies-save-how = Antworte auf die Nachricht, die du behalten willst, mit /save und einem kurzen Namen.
replies-saved = Gespeichert als „{ $name }“.
replies-renamed = Heißt jetzt „{ $name }“.
replies-changed = „{ $name }“ wurde geändert.
replies-deleted = Gelöscht.
replies-ask-name = Antworte auf diese Nachricht mit einem kurzen Namen dafür.
replies-ask-new = Antworte auf diese Nachricht mit dem, was du speichern willst: Text, Foto, Sprachnachricht … Aus {"{"}first_name{"}"} wird der Name des Fans.
replies-ask-edit = Antworte auf diese Nachricht mit dem, was künftig gesagt werden soll.
replies-unknown-placeholders = Für { $list } wird nichts eingesetzt. Bekannt sind: {"{"}first_name{"}"}, {"{"}last_name{"}"}, {"{"}name{"}"}, {"{"}username{"}"}.
replies-refused-album = Ein Album lässt sich nicht speichern. Speichere ein einzelnes Bild.
replies-refused-kind = Diese Art von Nachricht lässt sich nicht speichern.
replies-refused-empty = Ein Name braucht mindestens ein Zeichen. Nichts wurde geändert.
replies-refused-too-long = Höchstens 32 Zeichen, bitte. Nichts wurde geändert.
replies-refused-taken = Den Namen gibt es schon. Nichts wurde geändert.
replies-refused-gone = Diese gespeicherte Antwort gibt es nicht mehr.
replies-refused-too-many = Du hast 200 gespeicherte Antworten, mehr geht nicht. Lösche zuerst eine.
replies-not-sent-already = Schon gesendet.
replies-not-sent-gone = Die Antwort oder den Fan gibt es nicht mehr.
replies-not-sent-too-long = Mit dem Namen des Fans zu lang.
replies-sent = Gesendet an { $name }: { $reply }

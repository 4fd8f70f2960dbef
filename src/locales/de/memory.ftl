# What is remembered of fans
memory-no-notes = Noch keine Notizen zu { $name }.
memory-notes-of = Notizen zu { $name }
memory-new-note = Neue Notiz
memory-note-how = Um wen geht es? Schreib /note als Antwort auf eine Nachricht oder Karte, im Thema eines Fans oder nachdem du eine Karte geöffnet hast.
memory-ask-note = Antworte auf diese Nachricht mit deiner Notiz zu { $name }.
memory-ask-note-edit =
    Antworte auf diese Nachricht mit dem neuen Text. Jetzt steht dort:

    { $text }
memory-noted = Notiert zu { $name }.
memory-undo = Rückgängig
memory-undone = Die Notiz wurde zurückgenommen.
memory-changed = Geändert.
memory-deleted = Gelöscht.
memory-delete = Löschen
memory-delete-sure = Ja, löschen
memory-rename = Umbenennen
memory-only-text = Hier lässt sich nur Text festhalten. Antworte auf meine Frage mit Worten.
memory-tag-how = Um wen geht es? Schreib /tag als Antwort auf eine Nachricht oder Karte, im Thema eines Fans oder nachdem du eine Karte geöffnet hast.
memory-ask-tag = Antworte auf diese Nachricht mit einem Tag für { $name }. Mehrere mit Kommas; -Tag nimmt eines weg.
memory-tagged = { $name } hat jetzt { $tag }.
memory-untagged = { $name } hat { $tag } nicht mehr.
memory-not-tagged = { $name } hatte „{ $tag }“ nicht.
memory-tag-empty = „{ $tag }“ ist kein Tag: Da steht nichts.
memory-tag-too-long = „{ $tag }“ ist zu lang: Ein Tag hat höchstens 32 Zeichen.
memory-tag-too-many = „{ $tag }“ wurde nicht angelegt: Mehr als 500 Tags gehen nicht.
memory-tags-of = Tags von { $name }. Tippe zum Setzen oder Wegnehmen.
memory-no-tags = Noch keine Tags. Leg das erste für { $name } an.
memory-new-tag = Neues Tag
memory-tags = Deine Tags. Tippe auf eines, um es zu ändern.
memory-tags-none = Noch keine Tags. Gib das erste einem Fan: /tag als Antwort auf eine Nachricht.
memory-tag =
    { $tag }: { $fans ->
        [0] kein Fan
        [one] ein Fan
       *[other] { $fans } Fans
    }
memory-tag-delete-asks = Löschen und allen wegnehmen? Auch wartende Tabellen geben es dann niemandem.
memory-colour = Farbe
memory-colour-of = Eine Farbe für { $tag }
memory-merge = Vereinen
memory-merge-of = { $tag } wird eins mit …
memory-merge-asks = { $tag } wird zu { $into }: Wer das erste hat, bekommt das zweite, und das erste ist weg. Das lässt sich nicht rückgängig machen.
memory-merge-sure = Ja, vereinen
memory-merge-none = Es gibt kein anderes Tag, mit dem sich { $tag } vereinen ließe.
memory-merged = Vereint. Niemand hat ein Tag verloren.
memory-named = Heißt jetzt „{ $name }“.
memory-ask-name = Antworte auf diese Nachricht mit dem Namen.
memory-ask-choice =
    Antworte auf diese Nachricht mit dem Namen und den Möglichkeiten, zum Beispiel
    Größe: S, M, L
memory-more-choices = Weitere Möglichkeiten
memory-ask-choices = Antworte auf diese Nachricht mit weiteren Möglichkeiten, Kommas dazwischen.
memory-choices-are = { $name }: { $list }
memory-choice =
    { $field }: „{ $choice }“, { $fans ->
        [0] bei niemandem gewählt
        [one] bei einem Fan gewählt
       *[other] bei { $fans } Fans gewählt
    }
memory-choice-delete-asks =
    { $fans ->
        [0] Diese Möglichkeit löschen?
        [one] Löschen? „{ $field }“ ist bei diesem Fan dann leer.
       *[other] Löschen? „{ $field }“ ist bei diesen { $fans } Fans dann leer.
    }
memory-choice-named = { $field }: „{ $was }“ heißt jetzt „{ $name }“, bei allen, die es haben.
memory-choice-merge-asks =
    { $field }: „{ $choice }“ und „{ $into }“ werden eins, „{ $into }“. { $fans ->
        [0] „{ $choice }“ hat niemand.
        [one] Ein Fan hat „{ $choice }“ und bekommt „{ $into }“.
       *[other] { $fans } Fans haben „{ $choice }“ und bekommen „{ $into }“.
    } Segmente und wartende Tabellen, die „{ $choice }“ meinen, meinen dann beide. Das lässt sich nicht rückgängig machen.
memory-no-fields = Noch keine Felder. Leg fest, was du von { $name } und allen wissen willst: /fields
memory-fields-of = Was du von { $name } weißt. Tippe zum Ändern.
memory-fields = Deine Felder. Tippe auf eines zum Ändern oder füge eines hinzu.
memory-fields-none = Felder halten fest, was du von jedem Fan wissen willst: eine Stadt, eine Größe, einen Geburtstag. Welcher Art soll das erste sein?
memory-field =
    { $name } ({ $type }): { $fans ->
        [0] bei niemandem ausgefüllt
        [one] bei einem Fan ausgefüllt
       *[other] bei { $fans } Fans ausgefüllt
    }
memory-field-delete-asks =
    { $fans ->
        [0] Das Feld löschen?
        [one] Das Feld löschen, mit dem, was es über einen Fan sagt?
       *[other] Das Feld löschen, mit dem, was es über { $fans } Fans sagt?
    } Auch was wartende Tabellen dafür enthalten, fällt weg.
memory-type-text = Text
memory-type-number = Zahl
memory-type-date = Datum
memory-type-choice = Auswahl
memory-clear = Leeren
memory-ask-field = { $field } von { $name }: Antworte auf diese Nachricht mit dem, was dort stehen soll.
memory-ask-field-number = { $field } von { $name }: Antworte auf diese Nachricht mit einer Zahl.
memory-ask-field-date = { $field } von { $name }: Antworte auf diese Nachricht mit einem Datum wie 12.05.1990.
memory-field-now = Jetzt: { $value }. Ein Strich (–) leert es.
memory-field-cleared = Geleert für { $name }.
memory-field-set = { $field } von { $name }: { $value }
memory-field-made = „{ $name }“ wurde hinzugefügt. Es steht auf jeder Karte unter Felder.
memory-no-dates = Noch keine Jahrestage von { $name }. An jeden erinnere ich dich jedes Jahr.
memory-dates-of = Jahrestage von { $name }. Tippe auf einen, um ihn zu vergessen.
memory-new-date = Neuer Jahrestag
memory-ask-date =
    Antworte auf diese Nachricht mit dem, was es ist und wann, zum Beispiel
    Geburtstag 12.05.1990
memory-date-kept = { $name }: { $label } am { $date }. Ich erinnere dich jedes Jahr um 9:00.
memory-today = Heute
memory-today-line = 🗓 { $name }: { $label }
memory-today-years =
    🗓 { $name }: { $label } ({ $years ->
        [one] ein Jahr
       *[other] { $years } Jahre
    })
memory-today-more = … und weitere.
memory-button-notes = Notizen
memory-button-fields = Felder
memory-button-dates = Jahrestage
memory-refused-empty = Darin steht nichts. Nichts wurde geändert.
memory-refused-too-long = Das ist zu lang: Namen haben höchstens 32 Zeichen, Felder 200, Notizen 2.000. Nichts wurde geändert.
memory-refused-gone = Das gibt es nicht mehr.
memory-refused-taken = Den Namen gibt es schon. Nichts wurde geändert.
memory-refused-too-many = Mehr kann es nicht geben. Nichts wurde geändert.
memory-refused-too-many-fields = Mehr als 30 Felder gehen nicht. Lösche zuerst eines.
memory-refused-too-few = Eine Auswahl braucht mindestens zwei Möglichkeiten: Größe: S, M, L
memory-refused-no-number = Das ist keine Zahl. Schreib sie wie 12 oder 12,5. Nichts wurde geändert.
memory-refused-no-full-date = Darin finde ich kein Datum mit Jahr. Schreib es wie 12.05.1990 oder 12. Mai 1990. Nichts wurde geändert.
memory-refused-no-date = Darin finde ich kein Datum. Schreib es wie 12.05.1990, 12.05. oder 12. Mai. Nichts wurde geändert.
memory-refused-no-choice = Das ist keine der Möglichkeiten. Nichts wurde geändert.
memory-refused-no-label = Was ist es? Schreib es zum Datum: Geburtstag 12.05.

# /status. Retry und Done heißen in jeder Sprache so.
command-status = Was wartet, was scheiterte, ob alles gut ist
status-well = Alles ist gut.
status-moving = Alles ist gut. Etwas ist noch unterwegs.
status-attention = { $count ->
    [one] Eine Sache braucht dich.
   *[other] { $count } Dinge brauchen dich.
}
status-unbalanced = Diese Zahlen gehen nicht auf. Bitte sag es dem Betreiber dieses Dienstes.
status-messages = Von Fans: { $count }
status-relayed = { $count } bei dir angekommen
status-merged = { $count } mit einer anderen Nachricht zusammen
status-digest = { $count } in deiner Übersicht gesammelt
status-on-the-way = { $count } unterwegs
status-no-desk = { $count } bis dein Desk offen ist
status-not-relayed = { $count } nicht bei dir angekommen
status-replies = Deine Antworten: { $count }
status-delivered = { $count } zugestellt
status-failed = { $count } nicht zugestellt
status-unknown = { $count } von Telegram nicht bestätigt
status-withdrawn = { $count } zurückgenommen
status-erased = { $count } mit dem Fan gelöscht
status-parked = Nicht verarbeitet: { $count }. Aufbewahrt, bis es geht.
status-jobs = Arbeit, die dieser Bot von selbst erledigt, ist endgültig gescheitert: { $kinds }. Keine Nachricht geht dadurch verloren. Wer diesen Dienst betreibt, kann es noch einmal versuchen.
status-open-replies = Antworten nicht zugestellt ({ $count })
status-open-relays = Nicht bei dir angekommen ({ $count })
status-open-parked = Nicht verarbeitet ({ $count })
status-refresh = Aktualisieren
status-retry-all = Alle noch einmal
status-title-replies = Antworten, die nicht ankamen
status-title-relays = Nachrichten, die nicht bei dir ankamen
status-title-parked = Was nicht verarbeitet werden konnte
status-retried = { $count ->
    [0] Von selbst wird nichts noch einmal gesendet: nimm sie einzeln.
    [one] Eines wird noch einmal versucht.
   *[other] { $count } werden noch einmal versucht.
}
status-settled = Von der Liste genommen.
status-not-listed = Das steht nicht mehr auf der Liste.
status-somebody = Jemand
status-kind-message = Eine Nachricht
status-kind-edit = Eine bearbeitete Nachricht
status-kind-tap = Ein Knopfdruck
status-kind-reaction = Eine Reaktion
status-kind-other = Etwas anderes

# Vermerke an weitergeleiteten Nachrichten
threads-mark-edited = bearbeitet
threads-mark-repeated = vielleicht doppelt

# Was eine Nachricht enthält, in Worten
threads-kind-text = Ein Text
threads-kind-photo = Ein Foto
threads-kind-video = Ein Video
threads-kind-voice = Eine Sprachnachricht
threads-kind-video-note = Eine Videonachricht
threads-kind-audio = Eine Audiodatei
threads-kind-document = Eine Datei
threads-kind-sticker = Ein Sticker { $emoji }
threads-kind-animation = Ein GIF
threads-kind-location = Ein Standort
threads-kind-venue = Ein Ort: { $title }
threads-kind-contact = Ein Kontakt: { $name }
threads-kind-poll = Umfrage: { $question }
threads-kind-unsupported = Etwas, das Telegram Bots nicht weitergeben lässt (eine Story, ein Geschenk, Bezahlinhalte oder Ähnliches)

# Zustellung
threads-delivered = Zugestellt
threads-failed-blocked = Nicht zugestellt: { $name } hat den Bot blockiert. Retry, wenn die Blockade weg ist.
threads-failed-gone = Nicht zugestellt: Das Konto von { $name } wurde gelöscht.
threads-failed-unreachable = Nicht zugestellt: Telegram lässt den Bot nicht mehr an { $name } schreiben.
threads-failed-message-missing = Nicht zugestellt an { $name }: Deine Nachricht ist nicht mehr hier. Bitte schreib sie noch einmal.
threads-failed-cannot-copy = Nicht zugestellt an { $name }: Telegram lässt Bots das nicht weitergeben. Bitte sende es anders.
threads-failed-too-long = Nicht zugestellt an { $name }: zu lang für einen Bot. Bitte sende es in Teilen.
threads-failed-unknown = Telegram hat diese Nachricht nicht bestätigt. { $name } hat sie vielleicht, vielleicht auch nicht. Retry sendet sie noch einmal.
threads-failed-gave-up = Nicht zugestellt an { $name }: Telegram war einen Tag lang nicht zu erreichen.
threads-failed-refused = Nicht zugestellt an { $name }: Telegram hat es abgelehnt.
threads-edit-failed = Deine Änderung kam nicht bei { $name } an: Telegram hat sie abgelehnt. Dort steht noch der alte Text.

# Reaktionen
threads-reaction-custom-fan = { $name } hat mit einem Emoji reagiert, das Bots nicht zeigen können.
threads-reaction-custom-creator = { $name } sieht diese Reaktion nicht: Bots können nur Standard-Emojis weitergeben.
threads-reaction-refused = { $name } sieht diese Reaktion nicht: Telegram hat sie abgelehnt.

# /delete
threads-taken-back = Zurückgenommen. { $name } sieht es nicht mehr.
threads-taken-back-unsent = Zurückgenommen. Die Nachricht war nicht zugestellt.
threads-taken-back-uncertain = Sie wird nicht noch einmal gesendet. Telegram hat sie aber nie bestätigt, der Fan hat sie also vielleicht.
threads-take-back-too-late = Zu spät: Telegram lässt Bots eine Nachricht nur 48 Stunden lang löschen.
threads-take-back-failed = { $name } sieht es noch: Telegram hat das Löschen abgelehnt.
threads-delete-how = Um eine Nachricht zurückzunehmen, antworte auf deine eigene Nachricht mit /delete.
threads-delete-not-yours = Das ist die Nachricht eines Fans. Du kannst nur deine eigenen zurücknehmen.
threads-delete-already = Die hast du schon zurückgenommen.

# /desk
threads-desk-private = Dein Desk ist jetzt hier. Nachrichten der Fans kommen in diesem Chat an.
threads-desk-already = Dein Desk ist schon hier.
threads-desk-here = Dein Desk ist jetzt hier. Jeder Fan bekommt ein Thema; zum Antworten schreib einfach hinein.
threads-desk-here-no-pin = Dein Desk ist jetzt hier. Jeder Fan bekommt ein Thema; zum Antworten schreib einfach hinein. Lass mich auch Nachrichten anheften, dann bleibt die Karte des Fans in jedem Thema oben.
threads-desk-no-forum = Diese Gruppe hat noch keine Themen. Schalte sie in den Einstellungen der Gruppe ein und sende /desk noch einmal.
threads-desk-no-admin = Ich bin hier noch kein Administrator. Mach mich dazu, mit dem Recht „Themen verwalten“, und sende /desk noch einmal.
threads-desk-no-topics-right = Ich darf hier noch keine Themen verwalten. Gib mir das Recht „Themen verwalten“ und sende /desk noch einmal.
threads-desk-lost = Ich kann in deiner Gruppe { $title } nicht mehr arbeiten. Dein Desk ist wieder in diesem Chat; nichts ist verloren. Um zurückzukehren, mach mich dort zum Administrator mit „Themen verwalten“ und sende /desk in der Gruppe.

# Antworten
threads-own-topic = { $name } hat ein eigenes Thema. Antworte dort.
threads-card-in-general = { $name } hat hier noch kein Thema. Die Karte steht unter „Allgemein“.
threads-button-general = Karte in „Allgemein“
threads-answer-how = Um einem Fan zu antworten, antworte auf seine Nachricht: Wische sie nach links, oder halte sie gedrückt und wähle Antworten.
threads-answer-question = Nichts wurde gesendet. Falls das zu meiner Frage hier gehört, antworte auf die Frage. Um einem Fan zu antworten, antworte auf seine Nachricht: Wische sie nach links, oder halte sie gedrückt und wähle Antworten.
threads-answer-no-relay = Ich erkenne nicht, für welchen Fan das ist, darum wurde nichts gesendet. Antworte auf die Nachricht eines Fans.
threads-answer-cannot-copy = Telegram lässt Bots das nicht weitergeben, darum wurde nichts gesendet. Bitte sende es anders.
threads-answer-anonymous = Nichts wurde gesendet: Ich sehe nicht, wer du bist. Schalte „Anonym bleiben“ in deinen Administratorrechten aus, um von hier zu antworten.
threads-answer-stranger = Nichts wurde gesendet: Von hier kann nur antworten, wem dieser Bot gehört.
threads-unknown-command = Diesen Befehl kenne ich nicht, darum wurde nichts gesendet. /help zeigt, was ich kenne.
threads-unknown-command-near = Diesen Befehl kenne ich nicht, darum wurde nichts gesendet. Meintest du /{ $command }?

# Knöpfe
threads-tap-done = Done
threads-tap-retry = Wird noch einmal gesendet
threads-tap-no-retry = Es gibt nichts mehr noch einmal zu senden.
threads-tap-open = Kommt sofort
threads-tap-nothing-waits = Von diesem Fan wartet nichts mehr.

# Die Übersicht eines Desks, der nicht nachkommt
threads-digest-waiting = Wartende Fans: { $fans }, Nachrichten: { $messages }
threads-digest-why = Telegram bremst diesen Chat, darum werden Nachrichten hier gesammelt. Tippe auf einen Namen, um sie zu öffnen; nichts geht verloren.
threads-digest-messages = Nachrichten: { $messages }
threads-digest-new = neu
threads-digest-over = Nachrichten kommen wieder einzeln an.

# A reply that was chosen, not written, as the desk shows it
threads-sent-head = Du an { $name }

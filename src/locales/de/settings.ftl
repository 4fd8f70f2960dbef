# Knöpfe. Done heißt in jeder Sprache so.
button-done = Done
button-back = Zurück
button-skip = Überspringen
button-not-yours = Dieser Knopf ist nicht für dich.
button-out-of-date = Dieser Knopf gilt nicht mehr.

# Befehlsmenüs
command-fan-help = So funktioniert es
command-help = So antwortest du deinen Fans
command-inbox = Wer auf Antwort wartet
command-fan = Karte eines Fans: Name, @Handle oder ID
command-search = Wörter in Nachrichten und Notizen finden
command-note = Etwas über einen Fan notieren
command-tag = Einem Fan ein Tag geben
command-remind = An einen Fan erinnern
command-followups = Worauf du zurückkommen wolltest
command-replies = Deine gespeicherten Antworten
command-persona = Wie Entwürfe klingen sollen
command-save = Nachricht für später speichern (als Antwort)
command-segments = Gruppen von Fans nach dem, was du weißt
command-insights = Deine Zahlen in Bildern
command-tags = Alle Tags: umbenennen, zusammenlegen, Farbe
command-fields = Deine eigenen Zeilen auf jeder Karte
command-import = Notizen, Tags, Felder aus einer CSV holen
command-export = Alles von dir als Datei
command-settings = Begrüßung, Sprache, Zeitzone, Desk
command-desk = Wo Nachrichten der Fans ankommen
command-delete = Gesendetes zurücknehmen (als Antwort)
command-plan = Was dein Tarif erlaubt, was benutzt ist
command-noai = Meine Nachrichten von KI fernhalten
command-privacy = Was gespeichert wird und wer es sieht

# Fans
greeting-default =
    Hallo { $fan }! Hier ist { $name }.
    Schreib einfach wie einem Menschen. Antworten kommen in diesen Chat.
greeting-privacy = Was du schreibst, wird nur für { $name } gespeichert. /privacy
help-fan =
    Schreib einfach. { $name } liest es und antwortet in diesem Chat.
    /privacy sagt, was gespeichert wird und wer es sieht.
privacy-fan =
    Was gespeichert wird: die Nachrichten dieses Chats und Name, @Nutzername und Sprache, wie Telegram sie zeigt.

    Wozu: damit { $name } dich lesen und dir antworten kann.

    Wer es sieht: { $name } und wer beim Antworten hilft. Andere Fans nie. Es liegt verschlüsselt bei dem Dienst, der diesen Bot betreibt.
command-not-yours = Ich leite deine Nachrichten an { $name } weiter. Dieser Befehl ist nicht für dich.

# Einen Bot übernehmen
claim-unknown = Dieser Link funktioniert hier nicht. Prüfe, ob er ganz kopiert wurde, oder bitte um einen neuen.
claim-expired = Dieser Link ist abgelaufen. Bitte um einen neuen.
claim-used = Dieser Link wurde schon benutzt. Wenn du das nicht warst, bitte um einen neuen.
claim-has-owner = Dieser Bot ist schon eingerichtet, der Link bewirkt nichts.

# Einrichtung
setup-welcome = Dieser Bot gehört jetzt dir. Ein paar Fragen, keine zwei Minuten. Überspring, was du willst; /cancel bricht ab.
setup-goes-on = Hier geht die Einrichtung weiter.
setup-step = Schritt { $step } von { $steps }
setup-first = Erst die Einrichtung: Beantworte die Frage oben oder sende /cancel.
setup-cancelled = Einrichtung verlassen. Was du beantwortet hast, gilt. /start fängt sie neu an, /settings ändert Einzelnes.
setup-done =
    Fertig. Nachrichten der Fans kommen { $desk } an.

    Um einem Fan zu antworten, antworte auf seine Nachricht. /help sagt den Rest, /settings ändert, was du gewählt hast.

# Begrüßung
greeting-question =
    Begrüßung
    Was sollen Fans sehen, wenn sie diesen Bot öffnen? Schreib es hierher. Formatierung bleibt erhalten, und { $placeholder } wird zum Namen des Fans.
greeting-use-standard = Standardbegrüßung
greeting-standard-chosen = Fans sehen die Standardbegrüßung.
greeting-saved = Begrüßung gespeichert. Fans sehen sie wie oben.
greeting-empty = Das ist leer. Schreib, was Fans sehen sollen.
greeting-too-long = Das ist zu lang. Höchstens { $limit } Zeichen, Platz für Namen mitgezählt.
greeting-text-only = Eine Begrüßung ist reiner Text. Schreib sie als Nachricht.

# Sprache
language-question =
    Sprache
    In welcher Sprache soll ich mit dir reden? Fans bekommen die ihres Telegram.
language-saved = Ich rede Deutsch mit dir.
language-unknown = Die kann ich nicht. Tippe unten auf eine Sprache.

# Zeitzone
zone-question =
    Zeitzone
    Wo geht deine Uhr? Tippe auf eine Stadt oder schreib den Namen einer Stadt in deiner Nähe.
zone-saved = Zeitzone: { $city }. Dort ist es jetzt { $time }.
zone-did-you-mean = „{ $typed }“ kenne ich nicht. Meinst du eine davon?
zone-unknown = „{ $typed }“ kenne ich nicht. Schreib eine große Stadt in deiner Zeitzone, etwa Berlin oder Zürich.
zone-type-city = Schreib den Namen einer Stadt oder tippe auf eine.

# Desk
desk-question =
    Desk
    Nachrichten der Fans kommen { $desk } an. In einer Gruppe mit Themen hat jeder Fan ein eigenes; gut bei vielen Fans oder im Team.
desk-tap-a-button = Tippe auf einen dieser Knöpfe.
desk-use-private = Dieser Chat
desk-use-group = Gruppe mit Themen
desk-phrase-private = in diesem Chat
desk-phrase-group = in der Gruppe „{ $title }“
desk-untitled = ohne Titel
desk-is-here = Nachrichten der Fans kommen in diesem Chat an.
desk-is-now = Nachrichten der Fans kommen { $desk } an.
desk-group-steps =
    Eine Gruppe als Desk

    1. Erstelle eine Gruppe.
    2. Schalte in ihren Einstellungen die Themen ein.
    3. Füge { $bot } als Administrator mit „Themen verwalten“ hinzu.
    4. Sende dort /desk.

    Bis dahin kommen Nachrichten der Fans an, wo sie jetzt ankommen.

# /settings
settings-summary =
    Einstellungen

    Begrüßung: { $greeting }
    Sprache: { $language }
    Zeitzone: { $zone }, jetzt { $time }
    Desk: { $desk }
    KI-Entwürfe: { $drafts }
settings-own-greeting = deine eigene
settings-standard-greeting = Standard
settings-greeting = Begrüßung
settings-language = Sprache
settings-zone = Zeitzone
settings-desk = Desk
settings-drafts = KI-Entwürfe
settings-unchanged = Nichts wurde geändert.
settings-in-private = Einstellungen gibt es in unserem privaten Chat: Sende dort /settings.
settings-not-yours = Nur wem dieser Bot gehört, ändert die Einstellungen.
nothing-to-cancel = Es gibt nichts abzubrechen.

# Hilfe
creator-status = Alles ist eingerichtet. Nachrichten der Fans kommen { $desk } an.
help-answering =
    Um einem Fan zu antworten, antworte auf seine Nachricht. In einer Gruppe mit Themen schreib einfach ins Thema des Fans. Bearbeitest du deine Antwort, ändert sie sich auch beim Fan. Tippe unter einer Nachricht auf Draft: Antworten zur Auswahl.
help-title-answering = Antworten
help-commands-answering =
    /inbox wer wartet, Längste oder Wichtige zuerst
    /replies gespeicherte Antworten, /save behält eine neue
    /persona wie Entwürfe klingen sollen
    /delete als Antwort nimmt Gesendetes zurück
help-title-fans = Deine Fans kennen
help-commands-fans =
    /fan Anna die Karte (oder @Handle, ID)
    /search Wörter in Nachrichten, Notizen, Feldern, Namen
    /note und /tag als Antwort oder nach einer Karte
    /tags und /fields was auf Karten steht
    /segments Gruppen von Fans nach dem, was du weißt
help-title-ahead = Voraus und zurück
help-commands-ahead =
    /remind Anna morgen 18:00 zurückrufen
    /followups was fällig ist
    /insights deine Zahlen in Bildern
help-title-bot = Dieser Bot
help-commands-owner =
    /settings Begrüßung, Sprache, Zeitzone, Desk
    /desk verlegt den Desk in eine Gruppe und zurück
    /import Notizen, Tags, Felder aus einer CSV
    /export alles von dir als Datei
help-commands-bot =
    /plan was dein Tarif erlaubt, was benutzt ist
    /status was wartet, was scheiterte, ob alles gut ist
    /privacy was gespeichert wird und wer es sieht
    /help dieser Text
privacy-creator =
    Was gespeichert wird: Nachrichten deiner Fans und deine Antworten, Name, @Nutzername und Sprache jedes Fans, wie Telegram sie zeigt, und deine Einstellungen.

    Wozu: damit du antworten kannst und nichts verloren geht.

    Wer es sieht: du und wer dir beim Antworten hilft. Ein Fan sieht nur, was du ihm schickst.

    Deine Daten liegen in einer eigenen verschlüsselten Datei, getrennt von denen anderer. Den Schlüssel hat, wer diesen Dienst betreibt.

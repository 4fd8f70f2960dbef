# Worin eingewilligt wird. Wer die Bedeutung ändert, erhöht consentTextVersion.
consent-offer =
    KI-Entwürfe
    Ein KI-Modell kann Antworten vorschlagen, die nach dir klingen. Jede liest, änderst und sendest du selbst.

    Wer bekommt, was ein Entwurf braucht:
    { $about }

    Was: die letzten Nachrichten des Fans und was über ihn festgehalten ist, deine Persona und FAQ und Beispiele: deine früheren Antworten mit den Nachrichten dazu. Dasselbe, um Fakten festzuhalten und zu lernen, wie du klingst. E-Mail-Adressen, Telefon- und Kartennummern und @Handles werden vorher ersetzt.

    { $training } Andere Creator bekommen nichts davon.

    Deine Fans lesen das in /privacy, und mit /noai bleiben die Nachrichten eines Fans außen vor. Du kannst jederzeit in /settings widerrufen. Ohne KI kommen Entwürfe aus deinen eigenen früheren Antworten.
consent-about-groq = Groq, ein Unternehmen in den USA mit Rechenzentren auch in anderen Ländern. Es behält nach der Antwort nichts, außer wenn es Fehlern oder Missbrauch nachgeht.
consent-about-xai = xAI, ein Unternehmen in den USA, das auch in anderen Ländern verarbeiten kann. Es behält alles 30 Tage, für den Fall von Missbrauch.
consent-about-other = { $name }. Wo es läuft und was es behält, sagt dir, wer diesen Dienst betreibt.
consent-about-own = { $host }, Modell { $model }, mit dem Schlüssel, den du gegeben hast. Wo es läuft und was es behält, liegt an dessen Betreiber.
consent-training-none = Kein Modell wird damit trainiert.
consent-training-own = Ob ein Modell damit trainiert wird, liegt an dessen Betreiber.
consent-own-model = eigenes Modell
consent-agree = Einwilligen
consent-not-now = Jetzt nicht
consent-withdraw = Widerrufen
consent-given = KI-Entwürfe sind an, von { $providers }.
consent-not-given = KI-Entwürfe bleiben aus. Entwürfe kommen aus deinen eigenen früheren Antworten.
consent-withdrawn = KI-Entwürfe sind aus. Nichts geht mehr an einen KI-Anbieter.
consent-changed = Dieser Text hat sich inzwischen geändert. Bitte lies ihn noch einmal.
consent-is-on =
    KI-Entwürfe
    An seit { $date }, von { $providers }.

    { $about }

    E-Mail-Adressen, Telefon- und Kartennummern und @Handles werden vorher ersetzt. Mit /noai bleibt ein Fan außen vor.
consent-lapsed-providers = KI-Entwürfe sind aus: Du hast in { $before } eingewilligt, jetzt wäre es { $now }. Nichts wird gesendet, bis du wieder einwilligst.
consent-lapsed-text = KI-Entwürfe sind aus: Was gesendet wird oder was damit geschieht, hat sich seit deiner Einwilligung geändert. Nichts wird gesendet, bis du wieder einwilligst.
consent-lapsed-owner = KI-Entwürfe sind aus: Eingewilligt hat, wem dieser Bot vorher gehörte, nicht du.
consent-not-configured =
    KI-Entwürfe
    Dieser Dienst hat keinen KI-Anbieter eingerichtet. Entwürfe kommen aus deinen eigenen früheren Antworten und gespeicherten Antworten, und nichts verlässt diesen Dienst.
consent-state-on = an, von { $providers }
consent-state-off = aus
consent-state-lapsed = aus, bis du wieder einwilligst
consent-state-none = kein Anbieter eingerichtet

# Fans
consent-fan-out = Erledigt. Ab jetzt gehen deine Nachrichten, auch alte, an keinen KI-Anbieter. Was vorher über dich festgehalten wurde, bleibt bei { $name }, und keine KI hält Neues fest; was ein KI-Anbieter vorher bekam, löscht er nach seinen Regeln. { $name } liest und antwortet dir wie bisher. /yesai nimmt das zurück.
consent-fan-out-already = Das ist schon so: Kein KI-Anbieter bekommt deine Nachrichten. /yesai nimmt das zurück.
consent-fan-back = Erledigt. { $name } darf KI benutzen: für Entwürfe von Antworten an dich und um festzuhalten, was du erzählst. /noai hält deine Nachrichten davon fern.
consent-fan-back-already = Das ist schon so: Nichts hält deine Nachrichten von KI fern. /noai tut es.
consent-privacy-fan = KI: { $name } kann sich Antworten von einem KI-Modell ({ $providers }) vorschlagen lassen. Es bekommt die letzten Nachrichten eines Chats und frühere als Beispiele, wie { $name } schreibt; was du über dich erzählst, kann festgehalten werden. E-Mail-Adressen und Telefonnummern werden vorher ersetzt. Jede Antwort liest und sendet ein Mensch. { $training } /noai hält deine Nachrichten von KI fern.
consent-privacy-opted-out = KI: Deine Nachrichten gehen an keinen KI-Anbieter, wie du es wolltest. Was vorher über dich festgehalten wurde, bleibt bei { $name }. /yesai nimmt das zurück.

# Creator
consent-card-opted-out = Hält eigene Nachrichten von KI fern (/noai): Festgehaltenes bleibt, KI hält nichts Neues fest
consent-privacy-creator-on = KI-Entwürfe sind an: Was ein Entwurf braucht, geht an { $providers }, nie von Fans, die /noai gesagt haben. /settings sagt, was, und beendet es.
consent-privacy-creator-off = KI-Entwürfe sind aus: Nichts geht an einen KI-Anbieter.

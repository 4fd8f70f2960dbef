account-title = Konto
account-back = Zurück zum Bot
account-to = Zu deinem Konto
account-sign-out = Abmelden
account-safe = Bezahlt wird bei Stripe. Deine Karte sieht hier niemand.

# The plan
account-plan-yours = Dein Tarif
account-badge-active = aktiv
account-badge-ends = läuft aus
account-badge-trial = Probe
account-badge-grant = geschenkt
account-badge-unpaid = Zahlung offen
account-badge-pending = Zahlung läuft
account-badge-paused = pausiert
account-badge-address = Adresse fehlt
account-badge-hold = angehalten
account-badge-ended = beendet
account-next-payment = Nächste Zahlung am { $date }.
account-new-card = Neue Karte
account-pay-open = Offenes bezahlen
account-resume = Abo fortsetzen
account-resume-text = Ist noch kein Zahlungsmittel hinterlegt, tust du das zuerst bei Stripe. Dann ist sofort die erste Zahlung fällig.
account-keep = { $plan } behalten

# What is used
account-usage = Was verbraucht ist
account-drafts = KI-Entwürfe in diesem Monat
account-drafts-since = KI-Entwürfe seit { $date }
account-segments = Segmente
account-used = { $used }, ohne Grenze
account-used-of = { $used } von { $of }

# What can be chosen
account-plans = Tarife
account-no-prices = Stripe antwortet gerade nicht, deshalb stehen hier keine Preise. Was du hast, läuft weiter. Versuch es in ein paar Minuten noch einmal.
account-trial =
    { $days ->
        [one] Erst { $days } Tag gratis, dann:
       *[other] Erst { $days } Tage gratis, dann:
    }
account-trial-note = Für die Gratistage brauchst du keine Karte. Ohne Karte enden sie von selbst.
account-stripe-note = Bei Stripe siehst du alles noch einmal, bevor du bezahlst.
account-change-note = Tippe auf einen Preis und sieh, was ein Wechsel kostet und ab wann er gilt. Zugestimmt wird bei Stripe.
account-all-of = Alles aus { $plan }, dazu:
account-a-month = { $price } im Monat
account-a-year = { $price } im Jahr
account-saves = spart { $percent } %
account-this-one = den hast du
account-says-begin = { $plan } abonnieren: { $price }
account-says-change = Zu { $plan } wechseln: { $price }
account-over-segments = Du hast { $used } Segmente. Mit { $plan } lassen sich die { $of } ältesten ändern, die anderen nur benutzen.
account-over-drafts = Du hast in diesem Monat { $used } KI-Entwürfe benutzt. { $plan } hat { $of }.
account-topup = KI-Entwürfe dazu
account-topup-text = Sie kommen nach denen des Monats dran und verfallen nicht.
account-topup-buy = { $count } Entwürfe für { $price }

# What a change of plan costs
account-change-to-month = Zu { $plan } wechseln, monatlich
account-change-to-year = Zu { $plan } wechseln, jährlich
account-change-begins-now = Gilt sofort. Was du bezahlt und nicht genutzt hast, wird gutgeschrieben.
account-change-begins-later = Gilt ab { $date }. Bis dahin bleibt alles, wie es ist.
account-change-ends-trial = Gilt sofort und beendet deine Gratistage: Die erste Zahlung ist heute fällig.
account-change-keeps-trial = Gilt sofort. Deine Gratistage gehen bis { $date } weiter.
account-change-charged = { $plan } bis { $date }
account-change-credited = Gutschrift für nicht genutzte Zeit
account-change-from-credit = Aus deinem Guthaben
account-change-due = Heute fällig
account-change-kept = Guthaben für nächste Zahlungen
account-change-next = Nächste volle Rechnung am { $date }
account-change-taxed = Steuern sind enthalten.
account-change-exact = Berechnet für diesen Moment. Den endgültigen Betrag zeigt Stripe, bevor du zustimmst.
account-change-unclear = Was das kostet, lässt sich hier nicht sagen. Stripe zeigt es und ab wann es gilt, bevor du zustimmst.
account-change-no-answer = Stripe antwortet gerade nicht, deshalb stehen hier keine Beträge. Die Seite von Stripe zeigt sie, bevor du zustimmst.
account-change-planned = Ein anderer Wechsel ist schon geplant oder wartet auf seine Zahlung. Bei Stripe siehst du ihn und kannst ihn zurücknehmen. Danach kannst du neu wählen.
account-change-ending = Dein Abo läuft aus. Bei Stripe kannst du es behalten. Danach lässt es sich ändern.
account-change-ending-on = Dein Abo endet am { $date }. Bei Stripe kannst du es behalten. Danach lässt es sich ändern.
account-change-go = Weiter zu Stripe
account-change-back = Nichts ändern

# The subscription
account-manage = Abo
account-payments = Zahlungen
account-invoices = Rechnungen und Angaben
account-cancel = Abo kündigen
account-cancel-text = Du behältst { $plan } bis { $date }. Danach:
account-cancel-keeps = Nichts wird gelöscht, und Fans erreichen dich wie bisher.
account-cancel-go = Bei Stripe kündigen

# A bot that is switched off
account-off-suspended = Der Betreiber dieses Dienstes hat diesen Bot abgeschaltet.
account-off-deleted = Dieser Bot wurde gelöscht.
account-off-deleted-until = Dieser Bot wurde gelöscht. Am { $date } werden seine Daten vernichtet.
account-off-paying = Dein Abo läuft trotzdem weiter, bis du es bei Stripe kündigst.
account-off-paying-until = Dein Abo läuft bis dahin weiter, wenn du es nicht bei Stripe kündigst.
account-off-not-paying = Es wird nichts abgebucht.

# What is said at the top
account-note-not-charged = Du bist ohne Bezahlen zurückgekommen. Es wurde nichts abgebucht.
account-note-already = Du hast schon ein Abo, also hat nichts Neues begonnen und nichts wurde abgebucht. Ändern kannst du es unten.
account-note-paused = Dein Abo ist pausiert, also hat nichts Neues begonnen und nichts wurde abgebucht. Fortsetzen kannst du es unten.
account-note-paused-by-operator = Der Betreiber dieses Dienstes hat dein Abo oder seine Zahlungen pausiert, also hat nichts Neues begonnen und nichts wurde abgebucht. Nur der Betreiber kann es fortsetzen.
account-note-unclear = Für diesen Bot gibt es schon ein Abo, von dem sich noch nicht sagen lässt, ob es weiterläuft. Deshalb hat nichts Neues begonnen, und nichts wurde abgebucht. Frag den Betreiber dieses Dienstes.
account-note-trial-used = Die Gratistage sind schon verbraucht. Ohne sie kannst du abonnieren.
account-note-nothing = Dafür gibt es bei Stripe noch nichts von dir.
account-note-no-change = Du hast diesen Tarif zu diesem Preis schon. Es wurde nichts geändert und nichts abgebucht.
account-note-not-changeable = Dieses Abo wurde von Hand eingerichtet und lässt sich hier nicht ändern. Es wurde nichts geändert und nichts abgebucht. Frag den Betreiber dieses Dienstes.
account-note-held = Dein Abo ist wegen einer Zahlung angehalten, deshalb lässt sich der Tarif gerade nicht wechseln. Nichts wurde geändert oder abgebucht.
account-note-payment-open = Erst ist noch etwas zu bezahlen. Danach lässt sich der Tarif wechseln. Nichts wurde geändert oder abgebucht.
account-note-resume = Dein Abo ist noch pausiert. Tippe auf „Abo fortsetzen“, dann geht es weiter, und die erste Zahlung ist fällig.
account-note-resume-held = Dein Abo ist wegen einer Zahlung angehalten, deshalb kann es gerade nicht weitergehen. Nichts wurde abgebucht.
account-note-no-price = Diesen Preis gibt es nicht. Es wurde nichts abgebucht.
account-note-unreachable = Stripe antwortet gerade nicht. Es wurde nichts abgebucht. Versuch es in ein paar Minuten noch einmal.
account-note-misconfigured = Bezahlen geht hier gerade nicht. Es wurde nichts abgebucht. Sag dem Betreiber dieses Dienstes Bescheid.
account-note-off = Dieser Bot ist abgeschaltet, also lässt sich für ihn nichts kaufen. Es wurde nichts abgebucht.
account-note-waiting = Stripe hat uns noch nicht gesagt, was sich dort geändert hat. Der Bot sagt es dir, sobald es da ist.
account-note-waiting-off = Stripe hat uns noch nicht gesagt, was sich dort geändert hat. Sieh in ein paar Minuten wieder hier nach.

# Coming from Stripe
account-on-title = Weiter zu Stripe
account-on = Weiter
account-thanks = Danke!
account-thanks-trial = Du kannst { $plan } bis { $date } ausprobieren. Der Bot sagt es dir auch.
account-thanks-plan = { $plan } ist aktiv, bezahlt bis { $date }. Der Bot sagt es dir auch.
account-thanks-paid = Dein Abo ist aktiv.
account-thanks-topup = { $count } KI-Entwürfe sind dazugekommen. Sie kommen nach denen des Monats dran und verfallen nicht.
account-waiting = Noch nicht bestätigt
account-waiting-text = Stripe hat die Zahlung noch nicht bestätigt. Der Bot sagt es dir, sobald sie da ist. Bezahl nicht noch einmal.
account-slow-text = Wir warten noch auf Stripe. Nichts geht verloren: Der Bot sagt es dir, sobald die Antwort da ist. Bezahl nicht noch einmal.
account-waiting-off-text = Stripe hat die Zahlung noch nicht bestätigt. Nichts geht verloren: Sieh in ein paar Minuten wieder in deinem Konto nach. Bezahl nicht noch einmal.
account-slow = Stripe braucht lange
account-slow-not-charged = Es wurde nichts abgebucht. Versuch es gleich noch einmal.
account-slow-again = Noch einmal

# Pages that lead nowhere, and the link
account-open = Deine Kontoseite
account-open-text = Sie gehört zu { $bot }. Dieser Link gilt einmal.
account-open-button = Öffnen
account-plan-again = Schick deinem Bot /plan und tippe dort auf die Schaltfläche.
account-plan-or-ask = Schick deinem Bot /plan und tippe dort auf die Schaltfläche. Antwortet er nicht, frag den Betreiber dieses Dienstes nach einem Link.
account-link-unknown = Diesen Link gibt es nicht
account-link-used = Dieser Link wurde schon benutzt
account-link-expired = Dieser Link ist abgelaufen
account-link-foreign = Dieser Link ist für jemand anderen
account-link-foreign-text = In diesem Browser ist ein anderes Konto offen. Melde dich dort ab und öffne den Link noch einmal.
account-too-many = Zu viele falsche Links
account-too-many-text = Versuch es in zehn Minuten noch einmal.
account-closed = Deine Kontoseite ist nicht offen
account-closed-after-paying = Das ist ein anderer Browser, oder deine Stunde hier ist um. Hast du gerade bezahlt, geht es nicht verloren: Der Bot sagt es dir. Zu deiner Kontoseite kommst du, wenn du ihm /plan schickst.
account-gone = Diesen Bot gibt es nicht mehr
account-gone-text = Er wurde mit allen Daten gelöscht. Frag den Betreiber dieses Dienstes.
account-not-owner = Dieser Bot gehört jetzt jemand anderem
account-not-owner-text = Nur wem er gehört, sieht die Kontoseite.
account-wrong-form = Diese Seite war veraltet
account-wrong-form-text = Es ist nichts passiert. Geh zurück und versuch es noch einmal.
account-cross-site = Das kam von einer anderen Seite
account-cross-site-text = Es ist nichts passiert. Schick deinem Bot /plan und tippe dort auf die Schaltfläche.
account-not-found = Hier ist nichts
account-failed = Das hat nicht geklappt
account-failed-text = Versuch es in einer Minute noch einmal. Hast du gerade bezahlt, bezahl nicht noch einmal: Der Bot sagt es dir.
account-signed-out = Du bist abgemeldet

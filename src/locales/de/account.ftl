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
account-badge-hold = angehalten
account-badge-ended = beendet
account-next-payment = Nächste Zahlung am { $date }.
account-new-card = Neue Karte
account-pay-open = Offenes bezahlen
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
account-change-note = Stripe zeigt, was ein Wechsel kostet und wann er gilt, bevor du zustimmst.
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

# The subscription
account-manage = Abo
account-invoices = Rechnungen und Angaben
account-cancel = Abo kündigen
account-cancel-text = Du behältst { $plan } bis { $date }. Danach:
account-cancel-keeps = Nichts wird gelöscht, und Fans erreichen dich wie bisher.
account-cancel-go = Bei Stripe kündigen

# What is said at the top
account-note-not-charged = Du bist ohne Bezahlen zurückgekommen. Es wurde nichts abgebucht.
account-note-already = Du hast schon ein Abo, also hat nichts Neues begonnen und nichts wurde abgebucht. Ändern kannst du es unten.
account-note-trial-used = Die Gratistage sind schon verbraucht. Ohne sie kannst du abonnieren.
account-note-nothing = Dafür gibt es bei Stripe noch nichts von dir.
account-note-no-price = Diesen Preis gibt es nicht. Es wurde nichts abgebucht.
account-note-unreachable = Stripe antwortet gerade nicht. Es wurde nichts abgebucht. Versuch es in ein paar Minuten noch einmal.
account-note-misconfigured = Bezahlen geht hier gerade nicht. Es wurde nichts abgebucht. Sag dem Betreiber dieses Dienstes Bescheid.

# Coming from Stripe
account-on-title = Weiter zu Stripe
account-on = Weiter
account-thanks = Danke!
account-thanks-trial = Du kannst { $plan } bis { $date } ausprobieren. Der Bot sagt es dir auch.
account-thanks-plan = { $plan } ist aktiv, bezahlt bis { $date }. Der Bot sagt es dir auch.
account-thanks-paid = Dein Abo ist aktiv.
account-waiting = Noch nicht bestätigt
account-waiting-text = Stripe hat die Zahlung noch nicht bestätigt. Der Bot sagt es dir, sobald sie da ist. Bezahl nicht noch einmal.

# Pages that lead nowhere, and the link
account-open = Deine Kontoseite
account-open-text = Dieser Link gilt einmal.
account-open-button = Öffnen
account-plan-again = Schick deinem Bot /plan und tippe dort auf die Schaltfläche.
account-link-unknown = Diesen Link gibt es nicht
account-link-used = Dieser Link wurde schon benutzt
account-link-expired = Dieser Link ist abgelaufen
account-link-foreign = Dieser Link ist für jemand anderen
account-link-foreign-text = In diesem Browser ist ein anderes Konto offen. Melde dich dort ab und öffne den Link noch einmal.
account-too-many = Zu viele falsche Links
account-too-many-text = Versuch es in zehn Minuten noch einmal.
account-closed = Deine Kontoseite ist nicht offen
account-closed-after-paying = Hast du gerade bezahlt, sagt es dir der Bot. Zu deiner Kontoseite kommst du mit /plan.
account-gone = Dieser Bot ist nicht in Betrieb
account-gone-text = Er wurde stillgelegt oder gelöscht. Frag den Betreiber dieses Dienstes.
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

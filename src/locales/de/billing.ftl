# Why a plan is what it is
billing-why-grant = Vom Betreiber dieses Dienstes geschenkt.
billing-why-grant-until = Vom Betreiber dieses Dienstes geschenkt, bis { $date }. Danach: { $then }.
billing-why-subscription = Durch dein Abo.
billing-why-ending = Dein Abo endet am { $date }. Danach: { $then }.
billing-why-trial = Du probierst ihn aus.
billing-why-trial-until = Du probierst ihn bis { $date } aus.
billing-why-grace = Eine Zahlung ist gescheitert. Bis { $date } bleibt alles, wie es ist. Ist sie dann noch offen: { $then }.
billing-why-address = Die Steuer einer Zahlung lässt sich nicht berechnen: Deine Adresse fehlt oder wurde nicht erkannt. Bitte trag sie ein: Auf deiner Kontoseite gibt es dafür „Rechnungen und Angaben“.
billing-why-uncollected = Der Betreiber dieses Dienstes hat die Zahlungen pausiert: Vorerst wird nichts abgebucht.
billing-why-ended = Dein Abo ist zu Ende. Nichts wurde gelöscht.
billing-why-unpaid = Eine Zahlung ist noch offen. Nichts wurde gelöscht.
billing-why-pending = Die erste Zahlung ist noch nicht abgeschlossen.
billing-why-paused = Dein Abo ist pausiert, weil kein Zahlungsmittel hinterlegt ist. Sobald du eines hinterlegst, kann es weitergehen: Dafür gibt es auf deiner Kontoseite einen Knopf. Nichts wurde gelöscht.
billing-why-paused-by-operator = Dein Abo wurde vom Betreiber dieses Dienstes pausiert. Solange hast du Free, und nichts wird abgebucht; der Betreiber kann es fortsetzen. Nichts wurde gelöscht.
billing-why-hold = Eine Zahlung wird angefochten. Bis das geklärt ist, hast du Free. Nichts wurde gelöscht.
billing-why-fraud-warning = Die Bank, von der die Karte ist, hält eine Zahlung für möglichen Betrug. Bis das geklärt ist, höchstens zwei Wochen, hast du Free. Nichts wurde gelöscht.

# What the next plan has more
billing-adds = { $plan } hat mehr:
billing-adds-drafts = { $count } KI-Entwürfe im Monat
billing-adds-segments = beliebig viele Segmente
billing-adds-insights-year = /insights über bis zu ein Jahr
billing-adds-insights-all = /insights über die ganze Zeit
billing-adds-own-key = dein eigener KI-Schlüssel

# What the creator is told once
billing-told-trial = Du probierst { $plan } bis { $date } aus. /plan
billing-told-began = Dein Tarif ist jetzt { $plan }. /plan
billing-told-paid = Du hast { $plan } ausprobiert, und es geht mit deinem Abo weiter. /plan
billing-told-recovered = Die Zahlung ist da. { $plan } geht weiter.
billing-told-paused = { $plan } ist pausiert, weil kein Zahlungsmittel hinterlegt ist. Hinterlege auf der Kontoseite eines, dann geht es weiter: /plan
billing-told-paused-by-operator = { $plan } wurde vom Betreiber dieses Dienstes pausiert. Solange wird nichts abgebucht, und der Betreiber kann es fortsetzen. /plan
billing-told-resumed = { $plan } geht weiter: Die Pause ist vorbei. /plan
billing-told-released = Die angefochtene Zahlung ist geklärt. Dein Tarif ist wieder { $plan }.
billing-told-cleared = Die Warnung zu einer Zahlung hält nichts mehr auf. Dein Tarif ist wieder { $plan }.
billing-told-changed = Dein Tarif ist jetzt { $plan }. /plan
billing-told-goes-on = { $plan } geht weiter und endet nicht mehr.
billing-told-granted = Dein Tarif ist jetzt { $plan }, vom Betreiber dieses Dienstes geschenkt. /plan
billing-told-granted-until = Dein Tarif ist bis { $date } { $plan }, vom Betreiber dieses Dienstes geschenkt. /plan
billing-told-ending = { $plan } endet am { $date }. Danach hast du { $then }. Nichts wird gelöscht. /plan
billing-told-payment-failed = Eine Zahlung für { $plan } ist gescheitert. Bis { $date } bleibt alles, wie es ist. Ist die Zahlung dann noch offen, hast du { $then }. /plan
billing-told-grace-ends = Die Zahlung für { $plan } ist noch offen. Am { $date } wird dein Tarif { $then }. Nichts wird gelöscht. /plan
billing-told-trial-ends = Das Ausprobieren von { $plan } endet am { $date }. /plan
billing-told-less = { $from } ist zu Ende. Dein Tarif ist jetzt { $to }.
billing-told-unpaid = Die Zahlung für { $from } kam nicht rechtzeitig an. Dein Tarif ist jetzt { $to }.
billing-told-hold = Eine Zahlung wird angefochten. Bis das geklärt ist, ist dein Tarif Free, und das Abo verlängert sich nicht.
billing-told-fraud-warning = Die Bank, von der die Karte ist, hält eine Zahlung für möglichen Betrug. Bis das geklärt ist, höchstens zwei Wochen, ist dein Tarif Free. Das Abo verlängert sich nicht von selbst.
billing-told-address = { $plan } bleibt, aber die Steuer einer Zahlung lässt sich nicht berechnen: Deine Adresse fehlt oder wurde nicht erkannt. Bitte trag sie ein: /plan führt zur Kontoseite, dort „Rechnungen und Angaben“ zur Adresse.
billing-told-uncollected = { $plan } geht weiter, und vorerst wird nichts abgebucht: Der Betreiber dieses Dienstes hat die Zahlungen pausiert. /plan
billing-told-collected = Für { $plan } wird wieder abgebucht: Die Pause ist vorbei. /plan
billing-told-duplicate = Du hast neben deinem Abo noch ein zweites bezahlt. Es wurde sofort beendet, und die Zahlung ist dir gutgeschrieben: Damit werden deine nächsten Rechnungen bezahlt. Du musst nichts tun. /plan
billing-told-topup = KI-Entwürfe dazugekauft: { $count } mehr. Sie werden nach denen des Monats verbraucht und verfallen nicht.

# What is less
billing-lost-drafts = KI-Entwürfe: { $count } im Monat. Danach kommen Entwürfe aus deinen eigenen früheren Antworten.
billing-lost-segments = Segmente: Alle lassen sich benutzen. Ändern lassen sich die { $count } ältesten.
billing-lost-insights =
    { $days ->
        [365] /insights zeigt bis zu ein Jahr.
       *[other] /insights zeigt bis zu { $days } Tage.
    }
billing-lost-own-key = Dein eigener KI-Schlüssel bleibt, wird aber nicht benutzt.
billing-lost-nothing = Nichts wurde gelöscht, und Fans erreichen dich wie bisher. /plan

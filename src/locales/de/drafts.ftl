# Entwürfe von Antworten
drafts-head = Entwurf für { $name }
drafts-from-past = aus deinen früheren Antworten
drafts-from-saved = gespeicherte Antwort
drafts-from-faq = aus deinen FAQ
drafts-from-llm = von KI geschrieben
drafts-from-you = wie du ihn geändert hast
drafts-another = Anderer
drafts-dismiss = Verwerfen
drafts-none = Nichts in deinen früheren oder gespeicherten Antworten passt zu dem, was { $name } geschrieben hat.
drafts-no-more = Sonst passt nichts.
drafts-again-unavailable = Der neue Versuch ging nicht: Der KI-Anbieter antwortet nicht.
drafts-again-unfit = Der neue Versuch ging nicht: Was die KI schrieb, bestand die Prüfung nicht.
drafts-again-refused = Der neue Versuch ging nicht: Der KI-Anbieter wollte nicht antworten.
drafts-again-used-up = Kein neuer Versuch: KI-Entwürfe sind vorerst aufgebraucht (/plan).
drafts-again-nothing = Der neue Versuch brachte nichts Neues.
drafts-making = Einen Moment …
drafts-failed = Der Entwurf für { $name } hat nicht geklappt.
drafts-sent = An { $name } gesendet.
drafts-sent-edited = An { $name } gesendet, wie du ihn geändert hast.
drafts-dismissed = Entwurf verworfen.
drafts-written-again = { $name } hat noch einmal geschrieben:
drafts-changed-since = { $name } hat das Geschriebene geändert:
drafts-send-anyway = Trotzdem senden
drafts-new = Neuer Entwurf
drafts-edit-how = Antworte auf diese Nachricht mit dem geänderten Text: { $name } bekommt ihn sofort. Tippe auf den Entwurf, um ihn zu kopieren.
drafts-refused-answered = Hier ist nichts unbeantwortet.
drafts-refused-no-text = Es gibt keinen Text zu beantworten.
drafts-refused-there = Das ist schon da, kurz darüber.
drafts-refused-sent = Dieser Entwurf wurde schon gesendet.
drafts-refused-dismissed = Dieser Entwurf wurde verworfen.
drafts-refused-stale = Dieser Entwurf ist vorbei: Es gibt eine Antwort oder einen neueren Entwurf.
drafts-refused-blocked = Dieser Fan hat den Bot blockiert. Nichts wurde gesendet.
drafts-refused-left = Dieses Konto gibt es nicht mehr. Nichts wurde gesendet.
drafts-refused-edit-no-text = Nur ein Text kann an die Stelle eines Entwurfs treten. Antworte mit einem auf diese Nachricht.
drafts-not-sent-gone = Diesen Entwurf gibt es nicht mehr. Nichts wurde gesendet.
drafts-not-sent-how = Dein Text wurde nicht gesendet. Schreib ihn dazu als Antwort auf eine Nachricht des Fans.
drafts-shorter = Kürzer
drafts-warmer = Wärmer
drafts-pause = Bei diesem Fan nicht von selbst
drafts-resume = Bei diesem Fan wieder von selbst
drafts-paused = Bei diesem Fan kommt kein Entwurf von selbst.
drafts-resumed = Bei diesem Fan kommen Entwürfe wieder von selbst.
drafts-fan-auto-on = Auto-Entwürfe: an
drafts-fan-auto-off = Auto-Entwürfe: aus
drafts-auto = Auto-Entwürfe
drafts-auto-on = Einige Sekunden nach dem Text eines Fans kommt von selbst ein Entwurf, wenn etwas Passendes bekannt ist. Ohne dich wird nichts gesendet.
drafts-auto-off = Entwürfe kommen nur, wenn du auf Draft tippst.
drafts-auto-turn-on = Von selbst kommen lassen
drafts-auto-turn-off = Nur wenn ich auf Draft tippe
drafts-receipt = Was an die KI ging
drafts-receipt-nothing = Nichts. Das sind eigene Antworten von dir, auf diesem Server gefunden.
drafts-receipt-provider = { $provider }, Modell { $model }
drafts-receipt-cancelled = abgebrochen
drafts-receipt-late = dauerte zu lange
drafts-receipt-refused = lehnte die Antwort ab
drafts-receipt-no-answer = keine brauchbare Antwort
drafts-receipt-unknown = was daraus wurde, ist nicht bekannt
drafts-receipt-messages = { $count ->
    [one] Eine Nachricht dieser Unterhaltung
   *[other] { $count } Nachrichten dieser Unterhaltung
}
drafts-receipt-facts = Fakten zu diesem Fan: { $count }
drafts-receipt-facts-more = und { $more } weitere
drafts-receipt-summary = Die Zusammenfassung zu diesem Fan
drafts-receipt-yours = Von dir: Persona, FAQ { $faq }, frühere Antworten { $examples }
drafts-receipt-yours-others = Von dir: Persona, FAQ { $faq }, frühere Antworten { $examples } (davon { $others } mit anderen Fans)
drafts-receipt-masked = Vorher ersetzt: { $kinds }
drafts-receipt-masked-nothing = Vorher ersetzt: nichts
drafts-mask-name = { $count ->
    [one] { $count } Name
   *[other] { $count } Namen
}
drafts-mask-email = { $count ->
    [one] { $count } E-Mail
   *[other] { $count } E-Mails
}
drafts-mask-phone = { $count ->
    [one] { $count } Telefonnummer
   *[other] { $count } Telefonnummern
}
drafts-mask-handle = { $count ->
    [one] { $count } Handle
   *[other] { $count } Handles
}
drafts-mask-address = { $count ->
    [one] { $count } Adresse
   *[other] { $count } Adressen
}
drafts-mask-card = { $count ->
    [one] { $count } Kartennummer
   *[other] { $count } Kartennummern
}
drafts-mask-iban = { $count ->
    [one] { $count } IBAN
   *[other] { $count } IBANs
}
drafts-mask-wallet = { $count ->
    [one] { $count } Wallet
   *[other] { $count } Wallets
}
drafts-mask-id = { $count ->
    [one] { $count } Kennung
   *[other] { $count } Kennungen
}
drafts-receipt-tokens = Tokens: { $in } hin, { $out } zurück
drafts-receipt-cost = { $cost }, { $seconds } s, { $calls ->
    [one] ein Aufruf
   *[other] { $calls } Aufrufe
}
drafts-care-minor = ⚠️ { $name } ist vielleicht unter 18. Hier kein Entwurf: Lies, was da steht, und antworte selbst. Nichts Romantisches, nichts zu kaufen.
drafts-adult = Ist volljährig
drafts-adult-sign = { $name } schrieb:
drafts-adult-asks = Bist du sicher, dass { $name } 18 oder älter ist? Der Hinweis verschwindet, und es gibt wieder Entwürfe wie für alle anderen. Es wird notiert, dass du das gesagt hast. Schreibt { $name } so etwas noch einmal, ist der Hinweis wieder da.
drafts-adult-yes = Ja, volljährig
drafts-adult-noted = Notiert: { $name } ist volljährig. Es gibt wieder Entwürfe.
drafts-care-distress = ⚠️ { $name } geht es vielleicht sehr schlecht. Hier kein Entwurf: Antworte selbst und freundlich.
drafts-help-near = Nach der Sprache des Telegram dort wohl erreichbar:
drafts-help-line = • { $country }: { $line }, { $number } ({ $hours })
drafts-help-always = Tag und Nacht
drafts-help-mostly = in den meisten Regionen Tag und Nacht
drafts-help-elsewhere = Kostenlose Hilfe in den meisten Ländern: findahelpline.com. Bei akuter Gefahr: 112 oder 911.
drafts-care-spending = ⚠️ { $name } gibt vielleicht mehr aus, als gut ist. Hier kein Entwurf: Antworte selbst und verkaufe jetzt nichts.
drafts-used-up = KI-Entwürfe sind vorerst aufgebraucht (/plan). Aus deinen früheren Antworten:
drafts-used-up-plan = Die { $most } KI-Entwürfe dieses Monats sind aufgebraucht. { $plan } hat { $more } im Monat, siehe /plan. Aus deinen früheren Antworten:
drafts-used-up-month = Die { $most } KI-Entwürfe dieses Monats sind aufgebraucht (/plan). Aus deinen früheren Antworten:
drafts-unavailable = Der KI-Anbieter antwortet nicht. Aus deinen früheren Antworten:
drafts-unfit = Was die KI schrieb, bestand die Prüfung nicht. Aus deinen früheren Antworten:
drafts-refused = Der KI-Anbieter wollte darauf nicht antworten. Aus deinen früheren Antworten:
drafts-doubt = 🤔 Die KI ist unsicher. Prüf den Entwurf vor dem Senden.
drafts-doubt-fact = 🤔 Dem Entwurf fehlt vielleicht etwas, das nur du weißt. Prüf ihn vor dem Senden.
drafts-doubt-instruction = 🤔 Die Nachricht will die KI lenken. Prüf den Entwurf vor dem Senden.

# Pictures
insights-title-messages = Nachrichten
insights-title-fans = Neue Fans
insights-title-answers = Antwortzeit
insights-title-hours = Wann Fans schreiben
insights-title-stages = Stufen deiner Fans
insights-title-top = Wer am meisten schreibt
insights-title-sources = Woher neue Fans kommen
insights-title-drafts = Entwürfe
insights-from-fans = von Fans
insights-from-you = von dir
insights-new-fans = { $count ->
    [one] neuer Fan
   *[other] neue Fans
}
insights-all-fans = { $count ->
    [one] Fan insgesamt
   *[other] Fans insgesamt
}
insights-against-before = { $days ->
    [7] zu 7 Tagen davor
    [364] zum Jahr davor
   *[other] zu { $days } Tagen davor
}
insights-half-within = die Hälfte in
insights-most-within = 9 von 10 in
insights-answers = { $count ->
    [one] Antwort
   *[other] Antworten
}
insights-busiest = stärkste Stunde
insights-per-day = je Tag
insights-per-week = je Woche
insights-per-four-weeks = je 4 Wochen
insights-zone = Zeit in { $city }
insights-entered = +{ $count }
insights-entered-remark = + neu in der Stufe
insights-no-source = ohne markierten Link
insights-other-sources = andere
insights-drafts-as-was = so gesendet
insights-drafts-changed = geändert gesendet
insights-drafts-dismissed = verworfen
insights-drafts-by-hand = selbst geantwortet
insights-drafts-saved = Tippen gespart
insights-drafts-local = aus deinen Antworten
insights-drafts-llm = von KI
insights-drafts-row = { $share } von { $count } gesendet
insights-drafts = { $count ->
    [one] Entwurf
   *[other] Entwürfe
}

# Captions
insights-before = { $days ->
    [7] in der Woche davor
    [364] im Jahr davor
   *[other] in den { $days } Tagen davor
}
insights-messages-times = { $times ->
    [2] Fans haben doppelt so viel geschrieben wie { $before }.
   *[other] Fans haben { $times }-mal so viel geschrieben wie { $before }.
}
insights-messages-more = Fans haben { $percent } mehr geschrieben als { $before }.
insights-messages-fewer = Fans haben { $percent } weniger geschrieben als { $before }.
insights-messages-peak = { $count ->
    [one] Der stärkste Tag war der { $day }: { $count } Nachricht.
   *[other] Der stärkste Tag war der { $day }: { $count } Nachrichten.
}
insights-messages-total = { $count ->
    [0] Fans haben hier nichts geschrieben, du aber schon.
    [one] Fans haben { $count } Nachricht geschrieben.
   *[other] Fans haben { $count } Nachrichten geschrieben.
}
insights-fans-times = { $times ->
    [2] Doppelt so viele neue Fans wie { $before }.
   *[other] { $times }-mal so viele neue Fans wie { $before }.
}
insights-fans-more = { $percent } mehr neue Fans als { $before }.
insights-fans-fewer = { $percent } weniger neue Fans als { $before }.
insights-fans-peak = Die meisten neuen Fans kamen am { $day }: { $count }.
insights-fans-total = { $count ->
    [one] { $count } neuer Fan ist da.
   *[other] { $count } neue Fans sind da.
}
insights-answers-faster = Du antwortest schneller: die Hälfte aller Antworten kommt in { $median }, davor waren es { $before }.
insights-answers-slower = Antworten dauern länger: die Hälfte kommt in { $median }, davor waren es { $before }.
insights-answers-half = Die Hälfte aller Antworten kommt in { $median }.
insights-hours-busiest = Deine stärkste Stunde: { $weekday }, { $hour } Uhr.
insights-stages-vip = { $count ->
    [one] { $count } Fan wurde { $days ->
        [7] in den letzten 7 Tagen
        [364] im letzten Jahr
       *[other] in den letzten { $days } Tagen
    } VIP.
   *[other] { $count } Fans wurden { $days ->
        [7] in den letzten 7 Tagen
        [364] im letzten Jahr
       *[other] in den letzten { $days } Tagen
    } VIPs.
}
insights-stages-cooling = { $count ->
    [one] { $count } Fan kühlt ab: ein Wort von dir holt ihn vielleicht zurück.
   *[other] { $count } Fans kühlen ab: ein Wort von dir holt sie vielleicht zurück.
}
insights-stages-most = Die größte Gruppe ist { $stage }: { $percent } deiner Fans.
insights-top-share = { $name } hat { $percent } aller Nachrichten geschrieben.
insights-top-first = { $count ->
    [one] { $name } hat am meisten geschrieben: { $count } Nachricht.
   *[other] { $name } hat am meisten geschrieben: { $count } Nachrichten.
}
insights-sources-best = Kein Link brachte mehr neue Fans als { $source }: { $percent } von allen.
insights-drafts-sent = { $count ->
    [one] { $sent ->
        [0] Ein Entwurf war da, und du hast ihn nicht gesendet.
       *[other] Ein Entwurf war da, und du hast ihn { $unchanged ->
            [0] geändert
           *[other] unverändert
        } gesendet.
    }
   *[other] Von { $count } Entwürfen hast du { $sent } gesendet, { $unchanged } davon unverändert.
}
insights-drafts-change-words = Wenn du einen änderst, dann meist ein, zwei Wörter ({ $percent } des Textes).
insights-drafts-change-little = Wenn du einen änderst, dann meist einen kleinen Teil ({ $percent } des Textes).
insights-drafts-change-much = Wenn du einen änderst, dann meist einen guten Teil ({ $percent } des Textes).
insights-drafts-change-most = Wenn du einen änderst, bleibt meist wenig davon ({ $percent } des Textes ändern sich).
insights-drafts-saved-how = Rund { $time } Tippen gespart. Das ist eine Schätzung: was du nicht tippen musstest, bei 36 Wörtern je Minute am Handy, ohne die Zeit zum Lesen der Entwürfe.
insights-drafts-saved-nothing = Nach unserer Schätzung (was du nicht tippen musstest, ohne die Zeit zum Lesen der Entwürfe) haben sie noch keine Zeit gespart.

# In place of an empty picture
insights-no-messages = { $days ->
    [0] Noch keine Nachrichten. Sobald Fans schreiben, siehst du es hier.
    [7] Keine Nachrichten in den letzten 7 Tagen. Versuch einen längeren Zeitraum.
    [364] Keine Nachrichten im letzten Jahr. Sobald Fans schreiben, siehst du es hier.
   *[other] Keine Nachrichten in den letzten { $days } Tagen. Versuch einen längeren Zeitraum.
}
insights-no-fans = { $days ->
    [0] Noch keine Fans. Teile den Link deines Bots, dann siehst du hier, wer kommt.
    [7] Keine neuen Fans in den letzten 7 Tagen. Teile den Link deines Bots, dann siehst du hier, wer kommt.
    [364] Keine neuen Fans im letzten Jahr. Teile den Link deines Bots, dann siehst du hier, wer kommt.
   *[other] Keine neuen Fans in den letzten { $days } Tagen. Teile den Link deines Bots, dann siehst du hier, wer kommt.
}
insights-no-answers = { $days ->
    [0] Noch keine Antworten.
    [7] Keine Antworten in den letzten 7 Tagen.
    [364] Keine Antworten im letzten Jahr.
   *[other] Keine Antworten in den letzten { $days } Tagen.
}
insights-no-stages = Noch hat niemand geschrieben. Stufen beginnen mit der ersten Nachricht.
insights-no-sources = Kein neuer Fan kam über einen markierten Link. Setz zum Beispiel auf Instagram ?start=src_instagram hinter den Link deines Bots, dann siehst du hier, wie viele von dort kommen.
insights-no-drafts = { $days ->
    [0] Du hast noch keine Entwürfe genutzt. Tippe unter der Nachricht eines Fans auf Draft, dann kommt einer.
    [7] In den letzten 7 Tagen hast du keine Entwürfe genutzt. Tippe unter der Nachricht eines Fans auf Draft, dann kommt einer.
    [364] Im letzten Jahr hast du keine Entwürfe genutzt. Tippe unter der Nachricht eines Fans auf Draft, dann kommt einer.
   *[other] In den letzten { $days } Tagen hast du keine Entwürfe genutzt. Tippe unter der Nachricht eines Fans auf Draft, dann kommt einer.
}

# Buttons and answers
insights-button-messages = Nachrichten
insights-button-fans = Neue Fans
insights-button-answers = Antwortzeit
insights-button-hours = Uhrzeiten
insights-button-stages = Stufen
insights-button-top = Top-Fans
insights-button-sources = Links
insights-button-drafts = Entwürfe
insights-button-dark = Dunkel
insights-button-light = Hell
insights-button-all = Gesamt
insights-button-period = { $days ->
    [364] 1 Jahr
   *[other] { $days } Tage
}
insights-locked =
    { $days ->
        [365] Dein Tarif zeigt bis zu ein Jahr. Mehr: { $plan }, siehe /plan.
       *[other] Dein Tarif zeigt bis zu { $days } Tage. Mehr: { $plan }, siehe /plan.
    }
insights-failed = Dieses Bild konnte nicht gezeichnet werden. Bitte versuch es noch einmal.

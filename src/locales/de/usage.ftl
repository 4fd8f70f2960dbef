usage-plan-none = Dein Tarif: Hier wird nichts abgerechnet, alles ist erlaubt.
usage-plan = Dein Tarif: { $plan }
usage-plan-in-private = Warum, und was es sonst gibt: /plan in unserem privaten Chat.
usage-account = 💳 Kontoseite
usage-drafts = KI-Entwürfe in diesem Monat: { $used }
usage-drafts-of = KI-Entwürfe in diesem Monat: { $used } von { $quota }
usage-drafts-of-since = KI-Entwürfe seit { $since }: { $used } von { $quota }
usage-topup = Dazugekaufte KI-Entwürfe: noch { $left }
usage-segments-of = Segmente: { $used } von { $of }
usage-insights-of =
    { $days ->
        [365] /insights: bis zu ein Jahr
       *[other] /insights: bis zu { $days } Tage
    }
usage-cost-of = Kosten der KI heute (UTC): { $used } von { $cap }
usage-local-now = Das ist vorerst aufgebraucht. Bis dahin kommen Entwürfe aus deinen eigenen früheren Antworten.
usage-near-drafts = Du hast { $used } der { $quota } KI-Entwürfe dieses Monats benutzt. Danach kommen Entwürfe aus deinen eigenen früheren Antworten. /plan
usage-near-topup = Die { $quota } KI-Entwürfe dieses Monats sind verbraucht. Von den dazugekauften sind noch { $left } da. Danach kommen Entwürfe aus deinen eigenen früheren Antworten. /plan
usage-near-cost = KI hat { $used } der { $cap } gekostet, die sie heute kosten darf. Danach kommen Entwürfe bis Mitternacht UTC aus deinen eigenen früheren Antworten. /plan

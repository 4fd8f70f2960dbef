usage-plan-none = Dein Tarif: Es gibt noch keine Tarife, alles ist erlaubt.
usage-drafts = KI-Entwürfe in diesem Monat: { $used }
usage-drafts-of = KI-Entwürfe in diesem Monat: { $used } von { $quota }
usage-cost-of = Kosten der KI heute (UTC): { $used } von { $cap }
usage-local-now = Das ist vorerst aufgebraucht. Bis dahin kommen Entwürfe aus deinen eigenen früheren Antworten.
usage-near-drafts = Du hast { $used } der { $quota } KI-Entwürfe dieses Monats benutzt. Danach kommen Entwürfe aus deinen eigenen früheren Antworten. /plan
usage-near-cost = KI hat { $used } der { $cap } gekostet, die sie heute kosten darf. Danach kommen Entwürfe bis Mitternacht UTC aus deinen eigenen früheren Antworten. /plan

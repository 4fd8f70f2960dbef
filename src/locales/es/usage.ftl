usage-plan-none = Tu plan: aquí no se cobra nada, todo está permitido.
usage-plan = Tu plan: { $plan }
usage-plan-in-private = Por qué y qué más hay: /plan en nuestro chat privado.
usage-account = 💳 Página de la cuenta
usage-drafts = Borradores con IA este mes: { $used }
usage-drafts-of = Borradores con IA este mes: { $used } de { $quota }
usage-drafts-of-since = Borradores con IA desde el { $since }: { $used } de { $quota }
usage-topup = Borradores con IA comprados aparte: quedan { $left }
usage-segments-of = Segmentos: { $used } de { $of }
usage-insights-of =
    { $days ->
        [365] /insights: hasta un año
       *[other] /insights: hasta { $days } días
    }
usage-cost-of = Coste de la IA hoy (UTC): { $used } de { $cap }
usage-local-now = De momento se ha agotado. Hasta entonces los borradores salen de tus propias respuestas anteriores.
usage-near-drafts = Has usado { $used } de los { $quota } borradores con IA de este mes. Después los borradores salen de tus propias respuestas anteriores. /plan
usage-near-topup = Has usado los { $quota } borradores con IA de este mes. De los comprados aparte quedan { $left }. Después, los borradores salen de tus propias respuestas anteriores. /plan
usage-near-cost = La IA ha costado { $used } de los { $cap } que puede costar hoy. Después, hasta medianoche UTC, los borradores salen de tus propias respuestas anteriores. /plan

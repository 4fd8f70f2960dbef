usage-plan-none = Tu plan: todavía no hay planes, todo está permitido.
usage-drafts = Borradores con IA este mes: { $used }
usage-drafts-of = Borradores con IA este mes: { $used } de { $quota }
usage-cost-of = Coste de la IA hoy (UTC): { $used } de { $cap }
usage-local-now = De momento se ha agotado. Hasta entonces los borradores salen de tus propias respuestas anteriores.
usage-near-drafts = Has usado { $used } de los { $quota } borradores con IA de este mes. Después los borradores salen de tus propias respuestas anteriores. /plan
usage-near-cost = La IA ha costado { $used } de los { $cap } que puede costar hoy. Después, hasta medianoche UTC, los borradores salen de tus propias respuestas anteriores. /plan

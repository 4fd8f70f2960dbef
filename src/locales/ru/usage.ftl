usage-plan-none = Ваш тариф: здесь ничего не оплачивается, можно всё.
usage-plan = Ваш тариф: { $plan }
usage-plan-in-private = Почему и что есть ещё: /plan в нашем личном чате.
usage-account = 💳 Страница аккаунта
usage-drafts = Черновиков с ИИ за этот месяц: { $used }
usage-drafts-of = Черновиков с ИИ за этот месяц: { $used } из { $quota }
usage-drafts-of-since = Черновиков с ИИ с { $since }: { $used } из { $quota }
usage-topup = Докупленных черновиков с ИИ осталось: { $left }
usage-segments-of = Сегментов: { $used } из { $of }
usage-insights-of =
    { $days ->
        [365] /insights: до года
        [one] /insights: до { $days } дня
       *[many] /insights: до { $days } дней
    }
usage-cost-of = Расходы на ИИ сегодня (UTC): { $used } из { $cap }
usage-local-now = Пока лимит исчерпан. До тех пор черновики берутся из ваших прежних ответов.
usage-near-drafts = Использовано черновиков с ИИ за этот месяц: { $used } из { $quota }. Дальше черновики берутся из ваших прежних ответов. /plan
usage-near-topup = Черновики с ИИ за этот месяц израсходованы: { $quota }. Из докупленных осталось { $left }. Дальше черновики берутся из ваших прежних ответов. /plan
usage-near-cost = Сегодня ИИ стоил { $used } из { $cap }, которые он может стоить за день. Дальше до полуночи UTC черновики берутся из ваших прежних ответов. /plan

# Why a plan is what it is
billing-why-grant = Подарок от того, кто ведёт этот сервис.
billing-why-grant-until = Подарок от того, кто ведёт этот сервис до { $date }, потом { $then }.
billing-why-subscription = По вашей подписке.
billing-why-ending = Подписка действует до { $date }, потом { $then }.
billing-why-trial = Пробный период.
billing-why-trial-until = Пробный период: { $date } он закончится.
billing-why-grace = Платёж не прошёл. До { $date } всё остаётся как есть. Если он и тогда не оплачен, потом { $then }.
billing-why-address = Не удаётся посчитать налог за платёж: ваш адрес не указан или не распознан. Укажите его: для этого на странице аккаунта есть «Счета и данные».
billing-why-uncollected = Тот, кто ведёт этот сервис, приостановил платежи: пока ничего не списывается.
billing-why-ended = Подписка закончилась. Ничего не удалено.
billing-why-unpaid = Платёж ещё не оплачен. Ничего не удалено.
billing-why-pending = Первый платёж ещё не завершён.
billing-why-paused = Подписка на паузе: не указан способ оплаты. Когда вы его добавите, подписку можно будет продолжить: для этого на странице аккаунта есть кнопка. Ничего не удалено.
billing-why-paused-by-operator = Подписку поставил на паузу тот, кто ведёт этот сервис. Пока у вас Free и ничего не списывается; он может её продолжить. Ничего не удалено.
billing-why-hold = Платёж оспаривается. Пока это не решено, у вас Free. Ничего не удалено.
billing-why-fraud-warning = Банк, выпустивший карту, предупредил, что платёж может быть мошенническим. Пока это не выяснено, но не дольше двух недель, у вас Free. Ничего не удалено.

# What the next plan has more
billing-adds = В { $plan } больше:
billing-adds-drafts = Черновиков с ИИ в месяц: { $count }
billing-adds-segments = сегментов сколько угодно
billing-adds-insights-year = /insights за срок до года
billing-adds-insights-all = /insights за всё время
billing-adds-own-key = свой ключ ИИ

# What the creator is told once
billing-told-trial = Вы пробуете { $plan }: { $date } пробный период закончится. /plan
billing-told-began = Теперь ваш тариф { $plan }. /plan
billing-told-paid = Пробный период закончился, { $plan } продолжается по подписке. /plan
billing-told-recovered = Платёж пришёл. { $plan } продолжается.
billing-told-paused = { $plan } на паузе: не указан способ оплаты. Добавьте его на странице аккаунта, и всё продолжится: /plan
billing-told-paused-by-operator = { $plan } поставил на паузу тот, кто ведёт этот сервис. Пока ничего не списывается; он может всё продолжить. /plan
billing-told-resumed = { $plan } продолжается: пауза закончилась. /plan
billing-told-released = Спор о платеже решён. Ваш тариф снова { $plan }.
billing-told-cleared = Предупреждение о платеже больше ничему не мешает. Ваш тариф снова { $plan }.
billing-told-changed = Теперь ваш тариф { $plan }. /plan
billing-told-goes-on = { $plan } продолжается и больше не заканчивается.
billing-told-granted = Теперь ваш тариф { $plan }: подарок от того, кто ведёт этот сервис. /plan
billing-told-granted-until = До { $date } ваш тариф { $plan }: подарок от того, кто ведёт этот сервис. /plan
billing-told-ending = { $plan } действует до { $date }, потом у вас { $then }. Ничего не удаляется. /plan
billing-told-payment-failed = Платёж за { $plan } не прошёл. До { $date } всё остаётся как есть. Если он и тогда не оплачен, у вас будет { $then }. /plan
billing-told-grace-ends = Платёж за { $plan } всё ещё не оплачен. После { $date } ваш тариф станет { $then }. Ничего не удаляется. /plan
billing-told-trial-ends = Пробный период { $plan } скоро закончится: { $date } /plan
billing-told-less = { $from } закончился. Теперь ваш тариф { $to }.
billing-told-unpaid = Платёж за { $from } не пришёл вовремя. Теперь ваш тариф { $to }.
billing-told-hold = Платёж оспаривается. Пока это не решено, ваш тариф Free, и подписка не продлевается.
billing-told-fraud-warning = Банк, выпустивший карту, предупредил, что платёж может быть мошенническим. Пока это не выяснено, но не дольше двух недель, ваш тариф Free. Подписка сама не продлится.
billing-told-address = { $plan } остаётся, но не удаётся посчитать налог за платёж: ваш адрес не указан или не распознан. Укажите его: /plan ведёт на страницу аккаунта, а там «Счета и данные» — к адресу.
billing-told-uncollected = { $plan } продолжается, и пока ничего не списывается: тот, кто ведёт этот сервис, приостановил платежи. /plan
billing-told-collected = Платежи за { $plan } снова списываются: пауза закончилась. /plan
billing-told-duplicate = Вы оплатили вторую подписку вдобавок к той, что у вас есть. Её сразу закончили, а платёж зачислен на ваш баланс: из него оплатятся следующие счета. Делать ничего не нужно. /plan
billing-told-topup = Докуплено черновиков с ИИ: { $count }. Они тратятся после месячных и не сгорают.

# What is less
billing-lost-drafts = Черновиков с ИИ в месяц: { $count }. Дальше черновики берутся из ваших прежних ответов.
billing-lost-segments =
    { $count ->
        [one] Сегменты: пользоваться можно всеми. Менять можно { $count } самый старый.
        [few] Сегменты: пользоваться можно всеми. Менять можно { $count } самых старых.
       *[many] Сегменты: пользоваться можно всеми. Менять можно { $count } самых старых.
    }
billing-lost-insights =
    { $days ->
        [365] /insights показывает срок до года.
        [one] /insights показывает до { $days } дня.
        [few] /insights показывает до { $days } дней.
       *[many] /insights показывает до { $days } дней.
    }
billing-lost-own-key = Ваш ключ ИИ сохранён, но не используется.
billing-lost-nothing = Ничего не удалено, фанаты пишут вам как прежде. /plan

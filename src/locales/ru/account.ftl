account-title = Аккаунт
account-back = Назад к боту
account-to = К аккаунту
account-sign-out = Выйти
account-safe = Оплата проходит в Stripe. Вашу карту здесь никто не видит.

# The plan
account-plan-yours = Ваш тариф
account-badge-active = активен
account-badge-ends = закончится
account-badge-trial = пробный
account-badge-grant = подарок
account-badge-unpaid = не оплачен
account-badge-pending = ждёт оплаты
account-badge-paused = на паузе
account-badge-address = нужен адрес
account-badge-hold = приостановлен
account-badge-ended = закончился
account-next-payment = Следующий платёж: { $date }
account-new-card = Новая карта
account-pay-open = Оплатить долг
account-resume = Продолжить подписку
account-resume-text = Если способа оплаты ещё нет, сначала добавьте его в Stripe. После этого сразу спишется первый платёж.
account-keep = Оставить { $plan }

# What is used
account-usage = Что использовано
account-drafts = Черновики с ИИ за месяц
account-drafts-since = Черновики с ИИ с { $date }
account-segments = Сегменты
account-used = { $used }, без ограничений
account-used-of = { $used } из { $of }

# What can be chosen
account-plans = Тарифы
account-no-prices = Stripe сейчас не отвечает, поэтому цен здесь нет. То, что у вас есть, продолжает работать. Попробуйте через несколько минут.
account-trial =
    { $days ->
        [one] Сначала { $days } день бесплатно, потом:
        [few] Сначала { $days } дня бесплатно, потом:
       *[many] Сначала { $days } дней бесплатно, потом:
    }
account-trial-note = Для бесплатных дней карта не нужна. Без неё они закончатся сами.
account-stripe-note = В Stripe вы увидите всё ещё раз перед оплатой.
account-change-note = Нажмите на цену, чтобы увидеть, сколько стоит смена тарифа и когда она начнёт действовать. Согласие вы даёте в Stripe.
account-all-of = Всё, что есть в { $plan }, и ещё:
account-a-month = { $price } в месяц
account-a-year = { $price } в год
account-saves = выгоднее на { $percent } %
account-this-one = он у вас
account-says-begin = Оформить { $plan }: { $price }
account-says-change = Перейти на { $plan }: { $price }
account-over-segments = Сегментов у вас: { $used }. С тарифом { $plan } менять можно самые старые ({ $of }), остальные — только использовать.
account-over-drafts = Черновиков с ИИ за этот месяц: { $used }. В тарифе { $plan } их { $of }.
account-topup = Ещё черновики с ИИ
account-topup-text = Они расходуются после месячных и не сгорают.
account-topup-buy = Черновиков: { $count }, цена { $price }

# What a change of plan costs
account-change-to-month = Перейти на { $plan }, помесячно
account-change-to-year = Перейти на { $plan }, на год
account-change-begins-now = Начнёт действовать сразу. Оплаченное и неиспользованное время зачтётся.
account-change-begins-later = Начнёт действовать { $date }. До тех пор всё остаётся как есть.
account-change-ends-trial = Начнёт действовать сразу, и бесплатные дни закончатся: первая оплата — сегодня.
account-change-keeps-trial = Начнёт действовать сразу. Бесплатные дни продлятся до { $date }.
account-change-charged = { $plan } до { $date }
account-change-credited = Зачёт за неиспользованное время
account-change-from-credit = С вашего баланса
account-change-due = К оплате сегодня
account-change-kept = Останется на следующие платежи
account-change-next = Следующий полный счёт, { $date }
account-change-taxed = Налоги включены.
account-change-exact = Рассчитано на этот момент. Итоговую сумму Stripe покажет до вашего согласия.
account-change-unclear = Сколько это стоит, здесь сказать нельзя. Stripe покажет сумму и дату начала до вашего согласия.
account-change-no-answer = Stripe сейчас не отвечает, поэтому сумм здесь нет. Страница Stripe покажет их до вашего согласия.
account-change-planned = Другая смена тарифа уже запланирована или ждёт оплаты. В Stripe её можно увидеть и отменить. Потом можно выбрать снова.
account-change-ending = Ваша подписка заканчивается. В Stripe её можно оставить. После этого её можно изменить.
account-change-ending-on = Ваша подписка заканчивается { $date }. В Stripe её можно оставить. После этого её можно изменить.
account-change-go = Перейти в Stripe
account-change-back = Ничего не менять

# The subscription
account-manage = Подписка
account-payments = Платежи
account-invoices = Счета и данные
account-cancel = Отменить подписку
account-cancel-text = До { $date } { $plan } останется у вас. После этого:
account-cancel-keeps = Ничего не удаляется, и фанаты пишут вам как прежде.
account-cancel-go = Отменить в Stripe

# A bot that is switched off
account-off-suspended = Этот бот отключён тем, кто ведёт этот сервис.
account-off-deleted = Этот бот удалён.
account-off-deleted-until = Этот бот удалён. Его данные { $date } исчезнут.
account-off-paying = Подписка всё равно продолжается, пока вы не отмените её в Stripe.
account-off-paying-until = До тех пор подписка продолжается, если вы не отмените её в Stripe.
account-off-not-paying = Ничего не списывается.

# What is said at the top
account-note-not-charged = Вы вернулись без оплаты. Ничего не списано.
account-note-already = Подписка у вас уже есть: новая не началась, ничего не списано. Изменить её можно ниже.
account-note-paused = Подписка на паузе: новая не началась, ничего не списано. Продолжить её можно ниже.
account-note-paused-by-operator = Подписку или её платежи поставил на паузу тот, кто ведёт этот сервис: ничего нового не началось, ничего не списано. Продолжить её может только он.
account-note-unclear = Для этого бота уже есть подписка, и пока неясно, действует ли она. Поэтому новая не началась, ничего не списано. Спросите того, кто ведёт этот сервис.
account-note-trial-used = Бесплатные дни уже использованы. Можно оформить подписку без них.
account-note-nothing = Для этого у вас в Stripe пока ничего нет.
account-note-no-change = Этот тариф по этой цене у вас уже есть. Ничего не изменено и не списано.
account-note-not-changeable = Эта подписка создана вручную, изменить её здесь нельзя. Ничего не изменено и не списано. Спросите того, кто ведёт этот сервис.
account-note-held = Подписка приостановлена из-за платежа, поэтому тариф сейчас не сменить. Ничего не изменено и не списано.
account-note-payment-open = Сначала нужно кое-что оплатить. После этого тариф можно сменить. Ничего не изменено и не списано.
account-note-resume = Подписка всё ещё на паузе. Нажмите «Продолжить подписку»: тогда спишется первый платёж.
account-note-resume-held = Подписка приостановлена из-за платежа, поэтому сейчас её не продолжить. Ничего не списано.
account-note-no-price = Такой цены нет в продаже. Ничего не списано.
account-note-unreachable = Stripe сейчас не отвечает. Ничего не списано. Попробуйте через несколько минут.
account-note-misconfigured = Оплата здесь сейчас не работает. Ничего не списано. Сообщите тому, кто ведёт этот сервис.
account-note-off = Этот бот отключён, купить для него ничего нельзя. Ничего не списано.
account-note-waiting = Stripe ещё не сообщил, что там изменилось. Бот скажет, как только узнает.
account-note-waiting-off = Stripe ещё не сообщил, что там изменилось. Загляните сюда ещё раз через несколько минут.

# Coming from Stripe
account-on-title = Дальше в Stripe
account-on = Продолжить
account-thanks = Спасибо!
account-thanks-trial = До { $date } можно пробовать { $plan }. Бот тоже об этом скажет.
account-thanks-plan = { $plan } активен, до { $date } всё оплачено. Бот тоже об этом скажет.
account-thanks-paid = Подписка активна.
account-thanks-topup = Добавлено черновиков с ИИ: { $count }. Они расходуются после месячных и не сгорают.
account-waiting = Пока не подтверждено
account-waiting-text = Stripe ещё не подтвердил платёж. Бот сообщит, как только он придёт. Не платите ещё раз.
account-slow-text = Мы всё ещё ждём ответа Stripe. Ничего не потеряно: бот сообщит, как только ответ придёт. Не платите ещё раз.
account-waiting-off-text = Stripe ещё не подтвердил платёж. Ничего не потеряно: загляните в аккаунт ещё раз через несколько минут. Не платите ещё раз.
account-slow = Stripe долго не отвечает
account-slow-not-charged = Ничего не списано. Попробуйте ещё раз чуть позже.
account-slow-again = Ещё раз

# Pages that lead nowhere, and the link
account-open = Ваша страница аккаунта
account-open-text = Она для { $bot }. Ссылка работает один раз.
account-open-button = Открыть
account-plan-again = Отправьте боту /plan и нажмите кнопку.
account-plan-or-ask = Отправьте боту /plan и нажмите кнопку. Если он не отвечает, попросите ссылку у того, кто ведёт этот сервис.
account-link-unknown = Такой ссылки нет
account-link-used = Эта ссылка уже использована
account-link-expired = Срок ссылки истёк
account-link-foreign = Эта ссылка для другого человека
account-link-foreign-text = В этом браузере открыт другой аккаунт. Выйдите из него и откройте ссылку снова.
account-too-many = Слишком много неверных ссылок
account-too-many-text = Попробуйте через десять минут.
account-closed = Страница аккаунта не открыта
account-closed-after-paying = Это другой браузер, или прошёл час. Если вы только что заплатили, ничего не потеряно: бот об этом скажет. Чтобы открыть страницу аккаунта, отправьте ему /plan.
account-gone = Этого бота больше нет
account-gone-text = Он удалён вместе со всеми данными. Спросите того, кто ведёт этот сервис.
account-not-owner = У этого бота теперь другой владелец
account-not-owner-text = Страницу аккаунта видит только владелец.
account-wrong-form = Эта страница устарела
account-wrong-form-text = Ничего не сделано. Вернитесь и попробуйте снова.
account-cross-site = Это пришло с другого сайта
account-cross-site-text = Ничего не сделано. Отправьте боту /plan и нажмите кнопку.
account-not-found = Здесь ничего нет
account-failed = Не получилось
account-failed-text = Попробуйте через минуту. Если вы только что заплатили, не платите ещё раз: бот об этом скажет.
account-signed-out = Вы вышли

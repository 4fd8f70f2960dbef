# Черновики ответов
drafts-head = Черновик: { $name }
drafts-from-past = из ваших прошлых ответов
drafts-from-saved = сохранённый ответ
drafts-from-faq = из ваших частых вопросов
drafts-from-llm = написано ИИ
drafts-from-you = с вашими правками
drafts-another = Другой
drafts-dismiss = Отклонить
drafts-none = Ничего похожего нет ни в прошлых, ни в сохранённых ответах. Сообщение: { $name }.
drafts-no-more = Больше ничего похожего нет.
drafts-again-unavailable = Новая попытка не удалась: провайдер ИИ не отвечает.
drafts-again-unfit = Новая попытка не удалась: написанное ИИ не прошло проверку.
drafts-again-refused = Новая попытка не удалась: провайдер ИИ не захотел отвечать.
drafts-again-used-up = Новой попытки нет: черновики ИИ пока израсходованы (/plan).
drafts-again-nothing = Новая попытка не дала ничего нового.
drafts-making = Минутку…
drafts-failed = Черновик не получился: { $name }.
drafts-sent = Отправлено: { $name }.
drafts-sent-edited = Отправлено с вашими правками: { $name }.
drafts-dismissed = Черновик отклонён.
drafts-written-again = Новые сообщения, { $name }:
drafts-changed-since = Текст изменён, { $name }:
drafts-send-anyway = Всё равно отправить
drafts-new = Новый черновик
drafts-edit-how = Ответьте на это сообщение изменённым текстом: { $name } сразу его получит. Нажмите на черновик, чтобы скопировать.
drafts-refused-answered = Здесь всё отвечено.
drafts-refused-no-text = Нет текста, на который можно ответить.
drafts-refused-there = Это уже есть, чуть выше.
drafts-refused-sent = Этот черновик уже отправлен.
drafts-refused-dismissed = Этот черновик отклонён.
drafts-refused-stale = Этот черновик устарел: есть ответ или более новый черновик.
drafts-refused-blocked = Этот фанат заблокировал бота. Ничего не отправлено.
drafts-refused-left = Этого аккаунта больше нет. Ничего не отправлено.
drafts-refused-edit-no-text = Черновик можно заменить только текстом. Ответьте им на это сообщение.
drafts-not-sent-gone = Этого черновика больше нет. Ничего не отправлено.
drafts-not-sent-how = Ваш текст не отправлен. Чтобы отправить, напишите его ответом на сообщение фаната.
drafts-shorter = Короче
drafts-warmer = Теплее
drafts-pause = Не сами для этого фаната
drafts-resume = Снова сами для этого фаната
drafts-paused = Для этого фаната черновики сами не приходят.
drafts-resumed = Для этого фаната черновики снова приходят сами.
drafts-fan-auto-on = Авточерновики: да
drafts-fan-auto-off = Авточерновики: нет
drafts-auto = Авточерновики
drafts-auto-on = Черновик приходит сам через несколько секунд после текста фаната, если известно что-то похожее. Без вас ничего не отправляется.
drafts-auto-off = Черновики приходят, только когда вы нажимаете Draft.
drafts-auto-turn-on = Пусть приходят сами
drafts-auto-turn-off = Только когда нажимаю Draft
drafts-receipt = Что было отправлено ИИ
drafts-receipt-nothing = Ничего. Это ваши собственные ответы, найденные на этом сервере.
drafts-receipt-provider = { $provider }, модель { $model }
drafts-receipt-cancelled = запрос отменён
drafts-receipt-late = слишком долго
drafts-receipt-refused = отказ отвечать
drafts-receipt-no-answer = нет пригодного ответа
drafts-receipt-unknown = чем кончилось, неизвестно
drafts-receipt-messages = { $count ->
    [one] { $count } сообщение этой переписки
    [few] { $count } сообщения этой переписки
   *[other] { $count } сообщений этой переписки
}
drafts-receipt-facts = Факты о фанате: { $count }
drafts-receipt-facts-more = и ещё { $more }
drafts-receipt-summary = Сводка о фанате
drafts-receipt-yours = Ваше: персона, частые вопросы { $faq }, прошлые ответы { $examples }
drafts-receipt-yours-others = Ваше: персона, частые вопросы { $faq }, прошлые ответы { $examples } (с другими фанатами: { $others })
drafts-receipt-masked = Заменено перед этим: { $kinds }
drafts-receipt-masked-nothing = Заменено перед этим: ничего
drafts-mask-name = { $count ->
    [one] { $count } имя
    [few] { $count } имени
   *[other] { $count } имён
}
drafts-mask-email = { $count ->
    [one] { $count } адрес почты
    [few] { $count } адреса почты
   *[other] { $count } адресов почты
}
drafts-mask-phone = { $count ->
    [one] { $count } телефон
    [few] { $count } телефона
   *[other] { $count } телефонов
}
drafts-mask-handle = { $count ->
    [one] { $count } ник
    [few] { $count } ника
   *[other] { $count } ников
}
drafts-mask-address = { $count ->
    [one] { $count } адрес
    [few] { $count } адреса
   *[other] { $count } адресов
}
drafts-mask-card = { $count ->
    [one] { $count } номер карты
    [few] { $count } номера карт
   *[other] { $count } номеров карт
}
drafts-mask-iban = { $count ->
    [one] { $count } IBAN
    [few] { $count } IBAN
   *[other] { $count } IBAN
}
drafts-mask-wallet = { $count ->
    [one] { $count } кошелёк
    [few] { $count } кошелька
   *[other] { $count } кошельков
}
drafts-mask-id = { $count ->
    [one] { $count } идентификатор
    [few] { $count } идентификатора
   *[other] { $count } идентификаторов
}
drafts-receipt-tokens = Токены: { $in } туда, { $out } обратно
drafts-receipt-cost = { $cost }, { $seconds } с, { $calls ->
    [one] { $calls } вызов
    [few] { $calls } вызова
   *[other] { $calls } вызовов
}
drafts-care-minor = ⚠️ { $name } — возможно, младше 18. Черновика здесь нет: прочтите, что написано, и ответьте сами. Ничего романтического, ничего на продажу.
drafts-adult = Уже есть 18
drafts-adult-sign = { $name }:
drafts-adult-asks = { $name }: вы уверены, что человеку уже есть 18? Предупреждение исчезнет, и черновики снова будут, как для всех. Будет записано, что так сказали вы. Если { $name } снова напишет что-то подобное, предупреждение вернётся.
drafts-adult-yes = Да, 18 уже есть
drafts-adult-noted = Записано: { $name } — взрослый человек. Черновики снова будут.
drafts-care-distress = ⚠️ { $name }: похоже, человеку очень плохо. Черновика здесь нет: ответьте сами и по-доброму.
drafts-help-near = Судя по языку Telegram, можно позвонить:
drafts-help-line = • { $country }: { $line }, { $number } ({ $hours })
drafts-help-always = круглосуточно
drafts-help-mostly = в большинстве регионов круглосуточно
drafts-help-elsewhere = Бесплатная помощь в большинстве стран: findahelpline.com. При угрозе прямо сейчас: 112 или 911.
drafts-care-spending = ⚠️ { $name } — возможно, тратит больше, чем может. Черновика здесь нет: ответьте сами и сейчас ничего не продавайте.
drafts-used-up = Черновики ИИ пока израсходованы (/plan). Из ваших прошлых ответов:
drafts-used-up-plan = Черновики ИИ за этот месяц израсходованы: { $most }. В { $plan } их { $more } в месяц, см. /plan. Из ваших прошлых ответов:
drafts-used-up-month = Черновики ИИ за этот месяц израсходованы: { $most } (/plan). Из ваших прошлых ответов:
drafts-unavailable = Провайдер ИИ не отвечает. Из ваших прошлых ответов:
drafts-unfit = Написанное ИИ не прошло проверку. Из ваших прошлых ответов:
drafts-refused = Провайдер ИИ не захотел на это отвечать. Из ваших прошлых ответов:
drafts-doubt = 🤔 ИИ не уверен. Проверьте черновик перед отправкой.
drafts-doubt-fact = 🤔 В черновике может не хватать того, что знаете только вы. Проверьте его перед отправкой.
drafts-doubt-instruction = 🤔 Этим сообщением пытаются управлять ИИ. Проверьте черновик перед отправкой.

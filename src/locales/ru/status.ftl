# /status. Retry и Done на всех языках пишутся так.
command-status = Что ждёт, что не дошло, всё ли в порядке
status-well = Всё в порядке.
status-moving = Всё в порядке. Кое-что ещё в пути.
status-attention = { $count ->
    [one] { $count } дело ждёт вас.
    [few] { $count } дела ждут вас.
   *[other] { $count } дел ждут вас.
}
status-unbalanced = Эти числа не сходятся. Сообщите тому, кто ведёт этот сервис.
status-messages = От фанатов: { $count }
status-relayed = дошло до вас: { $count }
status-merged = вместе с другим сообщением: { $count }
status-digest = собрано в вашей сводке: { $count }
status-on-the-way = в пути: { $count }
status-no-desk = ждут рабочего чата: { $count }
status-not-relayed = не дошло до вас: { $count }
status-replies = Ваши ответы: { $count }
status-delivered = доставлено: { $count }
status-failed = не доставлено: { $count }
status-unknown = не подтверждено Telegram: { $count }
status-withdrawn = забрано назад: { $count }
status-erased = удалено вместе с фанатом: { $count }
status-parked = Не удалось обработать: { $count }. Хранится, пока не получится.
status-jobs = Часть работы, которую этот бот делает сам, окончательно не удалась: { $kinds }. Сообщения из-за этого не теряются. Тот, кто ведёт этот сервис, может запустить её ещё раз.
status-open-replies = Ответы не доставлены ({ $count })
status-open-relays = Не дошло до вас ({ $count })
status-open-parked = Не обработано ({ $count })
status-refresh = Обновить
status-retry-all = Повторить все
status-title-replies = Ответы, которые не дошли
status-title-relays = Сообщения, которые не дошли до вас
status-title-parked = Что не удалось обработать
status-retried = { $count ->
    [0] Само ничего не отправится: повторите по одному.
    [one] { $count } отправляется ещё раз.
    [few] { $count } отправляются ещё раз.
   *[other] { $count } отправляются ещё раз.
}
status-settled = Убрано из списка.
status-not-listed = Этого в списке уже нет.
status-somebody = Кто-то
status-kind-message = Сообщение
status-kind-edit = Изменённое сообщение
status-kind-tap = Нажатая кнопка
status-kind-reaction = Реакция
status-kind-other = Что-то другое

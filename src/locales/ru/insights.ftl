# Pictures
insights-title-messages = Сообщения
insights-title-fans = Новые фанаты
insights-title-answers = Время ответа
insights-title-hours = Когда пишут фанаты
insights-title-stages = Стадии ваших фанатов
insights-title-top = Кто пишет больше всех
insights-title-sources = Откуда приходят новые фанаты
insights-title-drafts = Черновики
insights-from-fans = от фанатов
insights-from-you = от вас
insights-new-fans = { $count ->
    [one] новый фанат
    [few] новых фаната
   *[other] новых фанатов
}
insights-all-fans = { $count ->
    [one] фанат всего
    [few] фаната всего
   *[other] фанатов всего
}
insights-against-before = { $days ->
    [7] к 7 дням до этого
    [364] к прошлому году
   *[other] к { $days } дням до этого
}
insights-half-within = половина за
insights-most-within = 9 из 10 за
insights-answers = { $count ->
    [one] ответ
    [few] ответа
   *[other] ответов
}
insights-busiest = самый активный час
insights-per-day = по дням
insights-per-week = по неделям
insights-per-four-weeks = по 4 недели
insights-zone = время: { $city }
insights-entered = +{ $count }
insights-entered-remark = + новые в стадии
insights-no-source = без метки в ссылке
insights-other-sources = другие
insights-drafts-as-was = без правок
insights-drafts-changed = с правками
insights-drafts-dismissed = отклонено
insights-drafts-by-hand = ответ вручную
insights-drafts-saved = экономия на наборе
insights-drafts-local = из ваших ответов
insights-drafts-llm = от ИИ
insights-drafts-row = отправлено { $share } из { $count }
insights-drafts = { $count ->
    [one] черновик
    [few] черновика
   *[other] черновиков
}

# Captions
insights-before = { $days ->
    [7] за неделю до этого
    [364] за год до этого
   *[other] за { $days } дней до этого
}
insights-messages-times = { $times ->
    [2] Фанаты написали вдвое больше, чем { $before }.
    [few] Фанаты написали в { $times } раза больше, чем { $before }.
   *[other] Фанаты написали в { $times } раз больше, чем { $before }.
}
insights-messages-more = Фанаты написали на { $percent } больше, чем { $before }.
insights-messages-fewer = Фанаты написали на { $percent } меньше, чем { $before }.
insights-messages-peak = { $count ->
    [one] Самый активный день — { $day }: { $count } сообщение.
    [few] Самый активный день — { $day }: { $count } сообщения.
   *[other] Самый активный день — { $day }: { $count } сообщений.
}
insights-messages-total = { $count ->
    [0] Фанаты ничего не писали, но писали вы.
    [one] Фанаты написали { $count } сообщение.
    [few] Фанаты написали { $count } сообщения.
   *[other] Фанаты написали { $count } сообщений.
}
insights-fans-times = { $times ->
    [2] Новых фанатов вдвое больше, чем { $before }.
    [few] Новых фанатов в { $times } раза больше, чем { $before }.
   *[other] Новых фанатов в { $times } раз больше, чем { $before }.
}
insights-fans-more = Новых фанатов на { $percent } больше, чем { $before }.
insights-fans-fewer = Новых фанатов на { $percent } меньше, чем { $before }.
insights-fans-peak = Больше всего новых фанатов пришло { $day }: { $count }.
insights-fans-total = { $count ->
    [one] Пришёл { $count } новый фанат.
    [few] Пришло { $count } новых фаната.
   *[other] Пришло { $count } новых фанатов.
}
insights-answers-faster = Вы отвечаете быстрее: половина ответов приходит за { $median }, раньше было { $before }.
insights-answers-slower = Ответы занимают больше времени: половина приходит за { $median }, раньше было { $before }.
insights-answers-half = Половина ответов приходит за { $median }.
insights-hours-busiest = Самый активный час: { $weekday }, { $hour }.
insights-stages-vip = { $count ->
    [one] { $count } фанат стал VIP { $days ->
        [7] за последние 7 дней
        [364] за последний год
       *[other] за последние { $days } дней
    }.
    [few] { $count } фаната стали VIP { $days ->
        [7] за последние 7 дней
        [364] за последний год
       *[other] за последние { $days } дней
    }.
   *[other] { $count } фанатов стали VIP { $days ->
        [7] за последние 7 дней
        [364] за последний год
       *[other] за последние { $days } дней
    }.
}
insights-stages-cooling = { $count ->
    [one] { $count } фанат остывает: ваше слово может его вернуть.
    [few] { $count } фаната остывают: ваше слово может их вернуть.
   *[other] { $count } фанатов остывают: ваше слово может их вернуть.
}
insights-stages-most = Самая большая группа — { $stage }: { $percent } ваших фанатов.
insights-top-share = { $name } — автор { $percent } всех сообщений.
insights-top-first = { $count ->
    [one] Больше всех пишет { $name }: { $count } сообщение.
    [few] Больше всех пишет { $name }: { $count } сообщения.
   *[other] Больше всех пишет { $name }: { $count } сообщений.
}
insights-sources-best = Больше всего новых фанатов привела ссылка { $source }: { $percent } от всех.
insights-drafts-sent = { $count ->
    [1] { $sent ->
        [0] Был один черновик, и вы его не отправили.
       *[other] Был один черновик, и вы отправили его { $unchanged ->
            [0] с правками
           *[other] без правок
        }.
    }
   *[other] Черновиков: { $count }. Отправлено: { $sent }, из них без правок: { $unchanged }.
}
insights-drafts-change-words = Если вы правите черновик, то обычно слово или два ({ $percent } текста).
insights-drafts-change-little = Если вы правите черновик, то обычно небольшую часть ({ $percent } текста).
insights-drafts-change-much = Если вы правите черновик, то обычно заметную часть ({ $percent } текста).
insights-drafts-change-most = Если вы правите черновик, от него обычно остаётся мало (меняется { $percent } текста).
insights-drafts-saved-how = Сэкономлено на наборе: около { $time }. Это оценка: то, что не пришлось набирать со скоростью 36 слов в минуту на телефоне, без времени на чтение черновиков.
insights-drafts-saved-nothing = По нашей оценке (то, что не пришлось набирать, без времени на чтение черновиков) времени они пока не сэкономили.

# In place of an empty picture
insights-no-messages = { $days ->
    [0] Сообщений пока нет. Когда фанаты напишут, вы увидите это здесь.
    [7] За последние 7 дней сообщений нет. Попробуйте период длиннее.
    [364] За последний год сообщений нет. Когда фанаты напишут, вы увидите это здесь.
   *[other] За последние { $days } дней сообщений нет. Попробуйте период длиннее.
}
insights-no-fans = { $days ->
    [0] Фанатов пока нет. Поделитесь ссылкой на бота — и здесь будет видно, кто пришёл.
    [7] За последние 7 дней новых фанатов нет. Поделитесь ссылкой на бота — и здесь будет видно, кто пришёл.
    [364] За последний год новых фанатов нет. Поделитесь ссылкой на бота — и здесь будет видно, кто пришёл.
   *[other] За последние { $days } дней новых фанатов нет. Поделитесь ссылкой на бота — и здесь будет видно, кто пришёл.
}
insights-no-answers = { $days ->
    [0] Ответов пока нет.
    [7] За последние 7 дней ответов нет.
    [364] За последний год ответов нет.
   *[other] За последние { $days } дней ответов нет.
}
insights-no-stages = Пока никто не писал. Стадии начинаются с первого сообщения.
insights-no-sources = Никто из новых фанатов не пришёл по ссылке с меткой. Добавьте, например, в Instagram к ссылке на бота ?start=src_instagram — и здесь будет видно, сколько пришло оттуда.
insights-no-drafts = { $days ->
    [0] Вы ещё не пользовались черновиками. Нажмите Draft под сообщением фаната, и он появится.
    [7] За последние 7 дней вы не пользовались черновиками. Нажмите Draft под сообщением фаната, и он появится.
    [364] За последний год вы не пользовались черновиками. Нажмите Draft под сообщением фаната, и он появится.
   *[other] За последние { $days } дней вы не пользовались черновиками. Нажмите Draft под сообщением фаната, и он появится.
}

# Buttons and answers
insights-button-messages = Сообщения
insights-button-fans = Новые
insights-button-answers = Ответы
insights-button-hours = Часы
insights-button-stages = Стадии
insights-button-top = Топ
insights-button-sources = Ссылки
insights-button-drafts = Черновики
insights-button-dark = Тёмная
insights-button-light = Светлая
insights-button-all = Всё время
insights-button-period = { $days ->
    [364] 1 год
    [few] { $days } дня
   *[other] { $days } дней
}
insights-locked =
    { $days ->
        [365] Ваш тариф показывает срок до года. Больше: { $plan }, см. /plan.
        [one] Ваш тариф показывает до { $days } дня. Больше: { $plan }, см. /plan.
       *[many] Ваш тариф показывает до { $days } дней. Больше: { $plan }, см. /plan.
    }
insights-failed = Не удалось нарисовать эту картинку. Попробуйте ещё раз.

# Follow-ups
followups-how =
    О ком, когда и что? Например
    /remind Анна завтра 18:00 спросить о поездке
    В ответ на сообщение или в теме фаната имя не нужно.
followups-unknown-fan = Никого с именем «{ $name }» нет. Попробуйте часть имени, @имя или id в Telegram.
followups-none-of-these = Если никто не подходит, напишите имя полнее, @имя или id.
followups-which-fan = Кто именно?
followups-made = Напомню: { $name }, { $date }
followups-skipped = Такого часа в этот день нет: часы переводят вперёд. Я взял следующий.
followups-none = Напоминаний нет. Используйте /remind или карточку фаната.
followups-title =
    { $count ->
        [one] { $count } напоминание
        [few] { $count } напоминания
       *[other] { $count } напоминаний
    }
followups-signs = ❗ просрочено: { $overdue } · ⏰ впереди: { $later }
followups-about = ⏰ { $name }
followups-when = Другое время
followups-drop = Убрать
followups-other = Другое время
followups-new = { $name }: когда напомнить?
followups-1h = 1 час
followups-3h = 3 часа
followups-tomorrow = Завтра 9:00
followups-3d = Через 3 дня
followups-monday = В понедельник
followups-quiet = Тихие часы
followups-quiet-on = Без напоминаний с { $from } до { $to }; что придётся на это время, придёт после.
followups-quiet-off = Тихих часов нет: напоминания приходят в любое время.
followups-many-due =
    { $count ->
        [one] Пора: { $count } напоминание.
        [few] Пора: { $count } напоминания.
       *[other] Пора: { $count } напоминаний.
    }
followups-moved = Перенесено на { $date }.
followups-only-text = Ответьте на мой вопрос словами.
followups-ask-new =
    Ответьте на это сообщение, когда и что: { $name }, например
    пятница 18:00 спросить о поездке
followups-ask-when = Ответьте на это сообщение временем: через 3 дня, завтра 18:00, в понедельник.
followups-ask-text = О чём это? Ответьте на это сообщение или оставьте так.
followups-done = ✓ Сделано: { $name }
followups-dropped = Убрано: { $name }
followups-chosen = Выбрано: { $name }.
followups-list = Все напоминания
followups-button = Напомнить
followups-refused-none = Не нахожу времени. Напишите как «через 3 дня», «завтра 18:00» или «в понедельник».
followups-refused-past = Это время прошло. Какое имеется в виду?
followups-refused-too-far = До этого больше десяти лет.
followups-refused-too-long = Не больше 500 знаков. Ничего не изменено.
followups-refused-gone = Это уже не открыто.

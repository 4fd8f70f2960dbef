# Факты и сводка о фанате
facts-of = Факты: { $name }
facts-none = Фактов нет: { $name }
facts-summary = Сводка от ИИ
facts-said = Сказано { $date }:
facts-changed-by-hand = Изменено вручную: ИИ это не трогает.
facts-delete = Удалить
facts-delete-asks = Удалить это? ИИ больше этого не запишет.
facts-summary-delete-asks = Удалить сводку?
facts-wipe = Удалить все
facts-wipe-asks = Удалить все эти факты? ИИ больше их не запишет.
facts-sure = Да, удалить
facts-deleted = Удалено.
facts-changed = Изменено.
facts-ask = Ответьте на это сообщение фактом, каким он должен быть. Нажатие его копирует:
facts-ask-summary = Ответьте на это сообщение сводкой, какой она должна быть, не больше двух строк. Нажатие её копирует:
facts-only-text = Здесь хранится только текст. Ответьте на это сообщение новым текстом.
facts-refused-too-long = Это слишком длинно для факта: не больше 120 знаков. Ответьте на это сообщение короче.
facts-summary-too-long = Это слишком длинно: не больше двух строк по 160 знаков. Ответьте на это сообщение короче.
facts-refused-gone = Этого уже нет. Ничего не изменено.
facts-count =
    { $count ->
        [one] { $count } факт
        [few] { $count } факта
       *[other] { $count } фактов
    }

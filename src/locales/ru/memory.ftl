# What is remembered of fans
memory-no-notes = { $name }: заметок пока нет.
memory-notes-of = Заметки: { $name }
memory-new-note = Новая заметка
memory-note-how = О ком это? Напишите /note в ответ на сообщение или карточку, в теме фаната или после открытия карточки.
memory-ask-note = { $name }: ответьте на это сообщение заметкой.
memory-ask-note-edit =
    Ответьте на это сообщение новым текстом. Сейчас там:

    { $text }
memory-noted = Записано: { $name }.
memory-undo = Отменить
memory-undone = Заметка убрана.
memory-changed = Изменено.
memory-deleted = Удалено.
memory-delete = Удалить
memory-delete-sure = Да, удалить
memory-rename = Переименовать
memory-only-text = Здесь можно сохранить только текст. Ответьте на мой вопрос словами.
memory-tag-how = О ком это? Напишите /tag в ответ на сообщение или карточку, в теме фаната или после открытия карточки.
memory-ask-tag = { $name }: ответьте на это сообщение тегом. Несколько через запятую; -тег убирает.
memory-tagged = { $name }: теперь есть { $tag }.
memory-untagged = { $name }: больше нет { $tag }.
memory-not-tagged = { $name }: тега «{ $tag }» и не было.
memory-tag-empty = «{ $tag }» – не тег: он пуст.
memory-tag-too-long = «{ $tag }» – слишком длинно: в теге не больше 32 знаков.
memory-tag-too-many = Тег «{ $tag }» не создан: тегов не больше 500.
memory-tags-of = Теги: { $name }. Нажмите, чтобы поставить или снять.
memory-no-tags = { $name }: тегов пока нет. Создайте первый.
memory-new-tag = Новый тег
memory-tags = Ваши теги. Нажмите, чтобы изменить.
memory-tags-none = Тегов пока нет. Поставьте первый: /tag в ответ на сообщение.
memory-tag =
    { $tag }: { $fans ->
        [0] ни у кого
        [one] у { $fans } фаната
        [few] у { $fans } фанатов
       *[other] у { $fans } фанатов
    }
memory-tag-delete-asks = Удалить и снять со всех? Из ожидающих таблиц его тоже никто не получит.
memory-colour = Цвет
memory-colour-of = Цвет для { $tag }
memory-merge = Объединить
memory-merge-of = { $tag } объединить с …
memory-merge-asks = { $tag } станет { $into }: у кого есть первый тег, получит второй, а первый исчезнет. Отменить нельзя.
memory-merge-sure = Да, объединить
memory-merge-none = Другого тега, чтобы объединить { $tag }, нет.
memory-merged = Объединено. Никто не потерял тег.
memory-named = Теперь называется «{ $name }».
memory-ask-name = Ответьте на это сообщение названием.
memory-ask-choice =
    Ответьте на это сообщение названием и вариантами, например
    Размер: S, M, L
memory-more-choices = Ещё варианты
memory-ask-choices = Ответьте на это сообщение новыми вариантами через запятую.
memory-choices-are = { $name }: { $list }
memory-choice =
    { $field }: «{ $choice }», { $fans ->
        [0] ни у кого не выбрано
        [one] выбрано у { $fans } фаната
        [few] выбрано у { $fans } фанатов
       *[other] выбрано у { $fans } фанатов
    }
memory-choice-delete-asks =
    { $fans ->
        [0] Удалить этот вариант?
        [one] Удалить? Поле «{ $field }» у { $fans } фаната станет пустым.
        [few] Удалить? Поле «{ $field }» у { $fans } фанатов станет пустым.
       *[other] Удалить? Поле «{ $field }» у { $fans } фанатов станет пустым.
    }
memory-choice-named = { $field }: «{ $was }» теперь «{ $name }» — у всех, у кого это выбрано.
memory-choice-merge-asks =
    { $field }: «{ $choice }» и «{ $into }» станут одним вариантом, «{ $into }». { $fans ->
        [0] «{ $choice }» ни у кого не выбрано.
        [one] У { $fans } фаната вместо «{ $choice }» будет «{ $into }».
        [few] У { $fans } фанатов вместо «{ $choice }» будет «{ $into }».
       *[other] У { $fans } фанатов вместо «{ $choice }» будет «{ $into }».
    } Сегменты и ожидающие таблицы с «{ $choice }» будут означать оба варианта. Отменить нельзя.
memory-no-fields = { $name }: полей пока нет. Решите, что хотите знать о каждом фанате: /fields
memory-fields-of = Что вы знаете: { $name }. Нажмите, чтобы изменить.
memory-fields = Ваши поля. Нажмите, чтобы изменить, или добавьте новое.
memory-fields-none = В полях хранится то, что вы хотите знать о каждом фанате: город, размер, день рождения. Какого вида будет первое?
memory-field =
    { $name } ({ $type }): { $fans ->
        [0] ни у кого не заполнено
        [one] заполнено у { $fans } фаната
        [few] заполнено у { $fans } фанатов
       *[other] заполнено у { $fans } фанатов
    }
memory-field-delete-asks =
    { $fans ->
        [0] Удалить поле?
        [one] Удалить поле и значение у { $fans } фаната?
        [few] Удалить поле и значения у { $fans } фанатов?
       *[other] Удалить поле и значения у { $fans } фанатов?
    } Значения для него из ожидающих таблиц тоже пропадут.
memory-type-text = текст
memory-type-number = число
memory-type-date = дата
memory-type-choice = выбор
memory-clear = Очистить
memory-ask-field = { $field }, { $name }: ответьте на это сообщение тем, что записать.
memory-ask-field-number = { $field }, { $name }: ответьте на это сообщение числом.
memory-ask-field-date = { $field }, { $name }: ответьте на это сообщение датой, например 12.05.1990.
memory-field-now = Сейчас: { $value }. Тире (–) очистит.
memory-field-cleared = Очищено: { $name }.
memory-field-set = { $field }, { $name }: { $value }
memory-field-made = Поле «{ $name }» добавлено. Оно на каждой карточке в разделе «Поля».
memory-no-dates = { $name }: дат пока нет. О каждой вы узнаете каждый год.
memory-dates-of = Даты: { $name }. Нажмите, чтобы забыть.
memory-new-date = Новая дата
memory-ask-date =
    Ответьте на это сообщение, что это и когда, например
    день рождения 12.05.1990
memory-date-kept = { $name }: { $label }, { $date }. Напомню каждый год в 9:00.
memory-today = Сегодня
memory-today-line = 🗓 { $name }: { $label }
memory-today-years =
    🗓 { $name }: { $label } ({ $years ->
        [one] { $years } год
        [few] { $years } года
       *[other] { $years } лет
    })
memory-today-more = … и ещё.
memory-button-notes = Заметки
memory-button-fields = Поля
memory-button-dates = Даты
memory-refused-empty = Здесь ничего нет. Ничего не изменено.
memory-refused-too-long = Слишком длинно: у названий не больше 32 знаков, у полей 200, у заметок 2000. Ничего не изменено.
memory-refused-gone = Этого больше нет.
memory-refused-taken = Такое название уже есть. Ничего не изменено.
memory-refused-too-many = Больше быть не может. Ничего не изменено.
memory-refused-too-many-fields = Полей не больше 30. Сначала удалите одно.
memory-refused-too-few = Для выбора нужно хотя бы два варианта: Размер: S, M, L
memory-refused-no-number = Это не число. Напишите как 12 или 12,5. Ничего не изменено.
memory-refused-no-full-date = Не нахожу даты с годом. Напишите как 12.05.1990 или 12 мая 1990. Ничего не изменено.
memory-refused-no-date = Не нахожу даты. Напишите как 12.05.1990, 12.05. или 12 мая. Ничего не изменено.
memory-refused-no-choice = Такого варианта нет. Ничего не изменено.
memory-refused-no-label = Что это? Напишите вместе с датой: день рождения 12.05.

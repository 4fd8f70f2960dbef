# Fans that have something in common
segments-title = Ваши сегменты
segments-none = Пока ни одного. Сегмент – это фанаты, у которых есть что-то общее, например «VIP, говорящие по-немецки». В нём всегда те, кто подходит сейчас.
segments-tap-one = Нажмите на любой, чтобы увидеть, кто в нём, или изменить его.
segments-new = Новый
segments-resume = ✏️ Продолжить несохранённое
segments-draft-new = Новый сегмент
segments-empty = Все фанаты. Добавьте, что у них должно быть общего.
segments-everyone = все фанаты
segments-all-of = Всё из этого:
segments-any-of = Хотя бы одно из этого:
segments-counting = Считаю…
segments-count =
    { $count ->
        [0] Ни одного фаната
        [one] { $count } фанат
        [few] { $count } фаната
       *[other] { $count } фанатов
    }
segments-count-failed = Не удалось посчитать фанатов. Нажмите любую кнопку, чтобы попробовать ещё раз.
segments-seen-last =
    { $count ->
        [one] { $count } последний:
        [few] { $count } последних:
       *[other] { $count } последних:
    }
segments-as-text = Текстом:
segments-add = ➕ Добавить
segments-switch-any = Хватит одного
segments-switch-all = Нужно всё
segments-preview = 👀 Посмотреть
segments-save = 💾 Сохранить
segments-rename = Переименовать
segments-delete = Удалить
segments-delete-asks = Удалить этот сегмент? Фанаты останутся как есть.
segments-delete-sure = Да, удалить
segments-deleted = Удалено. Фанаты остались как есть.
segments-negate = Наоборот (не)
segments-remove = Убрать
segments-or-else = … или ещё
segments-and-also = … и ещё
segments-which-kind = О чём условие?
segments-which-field = Какое поле?
segments-no-fields = Полей пока нет. Создайте их: /fields
segments-no-tags = Тегов пока нет. Поставьте первый: /tag
segments-ask-name = Ответьте на это сообщение названием сегмента.
segments-ask-new-name = Ответьте на это сообщение новым названием.
segments-ask-value = { $what }: ответьте на это сообщение значением, например { $example }
segments-ask-days = { $what }: ответьте на это сообщение числом дней, например { $example }
segments-ask-hours = { $what }: ответьте на это сообщение числом часов, например { $example }
segments-ask-language = { $what }: ответьте на это сообщение кратким обозначением языка, например { $example }
segments-ask-min = Не меньше …
segments-ask-max = Не больше …
segments-ask-with = Содержит …
segments-ask-begun = Начинается с …
segments-ask-exactly = Ровно …
segments-ask-after = После …
segments-ask-before = До …
segments-ask-days-within = Не раньше … дней назад
segments-ask-days-ago = Раньше … дней назад
segments-ask-other = Другое …
segments-answer-unfit = Это не подходит. Ответьте на мой вопрос ещё раз, например { $example }
segments-only-text = Сюда подходит только текст. Ответьте на мой вопрос словами.
segments-saved = Сохранено как «{ $name }».
segments-renamed = Теперь называется «{ $name }».
segments-was-unsaved = Начатое не было сохранено. Отправьте это, чтобы вернуть:
segments-changed = Пока вы меняли условия, кто-то сохранил здесь другие. Сейчас они такие:
segments-overwrite = Сохранить мои
segments-unreadable = То, что здесь сохранено, прочитать нельзя. Ничего не изменено; в сегменте никого нет. Создайте новый.
segments-menu-old = Это меню устарело. Вот как всё сейчас.
segments-moved-on = С тех пор вы всё изменили, поэтому ничего не добавлено. Вот как всё сейчас.
segments-not-yours = Здесь работает кто-то другой. Отправьте /segments, чтобы собрать свой.
segments-refused-empty = Названия нет. Ничего не сохранено.
segments-refused-too-long = В названии не больше 32 знаков. Ничего не сохранено.
segments-refused-taken = Такое название уже есть. Ответьте на мой вопрос другим.
segments-refused-full = Сегментов может быть не больше 200. Сначала удалите один.
segments-refused-plan = Сегментов в вашем тарифе: { $most }. Сколько угодно: { $plan }, см. /plan. Собранное осталось здесь, им можно пользоваться.
segments-read-only = 🔒 Сегментов в вашем тарифе: { $most }. Менять можно самые старые, этим только пользоваться. Сколько угодно: { $plan }, см. /plan.
segments-refused-gone = Этого больше нет.
segments-too-many = Условий может быть не больше { $most }.
segments-too-deep = Слишком много скобок друг в друге.

# What a condition is about
segments-kind-stage = Стадия
segments-kind-score = Баллы
segments-kind-in = Сообщений от фаната
segments-kind-out = Сообщений фанату
segments-kind-recent = От фаната за 30 дней
segments-kind-tag = Тег
segments-kind-field = Поле
segments-kind-reach = На связи
segments-kind-language = Язык
segments-kind-source = По ссылке
segments-kind-first = Впервые
segments-kind-last = В последний раз
segments-kind-waiting = Ждёт ответа
segments-kind-followup = Открытое напоминание
segments-kind-date = Важная дата
segments-kind-name = Имя или @имя
segments-kind-note = Есть заметка
segments-kind-username = Есть @имя
segments-kind-snoozed = Отложено
segments-kind-noai = Без ИИ (/noai)
segments-kind-summary = Есть сводка от ИИ
segments-kind-facts = Есть факты

# Conditions in words
segments-is = { $what }: { $value }
segments-is-min = { $what }: { $value } или больше
segments-is-max = { $what }: { $value } или меньше
segments-is-more = { $what }: больше чем { $value }
segments-is-less = { $what }: меньше чем { $value }
segments-is-from = { $what }: начиная с { $value }
segments-is-until = { $what }: по { $value }
segments-is-after = { $what }: после { $value }
segments-is-before = { $what }: до { $value }
segments-is-present = { $what }: заполнено
segments-is-with = { $what }: содержит «{ $value }»
segments-is-begun = { $what }: слово начинается с «{ $value }»
segments-is-within = { $what }: { $span } назад или позже
segments-is-ago = { $what }: раньше чем { $span } назад
segments-is-due = { $what }: через { $span } или раньше
segments-reach-open = Можно написать
segments-reach-blocked = Бот заблокирован
segments-not = не: { $what }
segments-and = и
segments-or = или
segments-gone = (удалено)
segments-gone-value = { $value } (такого варианта больше нет)
segments-gone-tag = Тег из условия удалён. Его нет ни у кого.
segments-gone-field = Поле из условия удалено. Оно ни о ком ничего не говорит.
segments-gone-choice = Варианта из условия в его поле больше нет.
segments-why-both = Никто не подойдёт: «{ $first }» и «{ $second }» исключают друг друга.
segments-why-never = Никто не подойдёт: «{ $what }» не бывает никогда.
segments-why-gone = Поэтому никто не подойдёт.

# The text form
segments-help-hint = Текстом: /segments stage:vip last>30d – подробнее: /segments help
segments-help = Пишите условия рядом, если нужны все, «or» между ними, если хватит одного, «not» перед условием, скобки вокруг нескольких. Названия с пробелами – в кавычках.
segments-unknown-word = Я не знаю «{ $word }».
segments-no-tag = Тега «{ $word }» нет.
segments-no-field = Поля «{ $word }» нет.
segments-meant = Может быть, «{ $word }»?
segments-meant-messages = Сообщения от фаната: { $in }. Сообщения фанату: { $out }.
segments-bad-value = Для «{ $word }» нужно другое значение. Пишите так: { $example }
segments-bad-stage = Такой стадии нет. Есть: { $stages }
segments-bad-empty = Здесь нет ни одного условия.
segments-bad-quote = Кавычка не закрыта.
segments-bad-bracket = У скобки нет пары.
segments-bad-end = После этого чего-то не хватает.

# Персона: как должны звучать черновики
persona-title = Как должны звучать черновики
persona-empty = Здесь пока пусто. Расскажите, как вы пишете, и черновики будут звучать как вы. Фанаты этого не видят.
persona-what-for = Черновики следуют этому. Фанаты этого не видят.
persona-tone = Тон
persona-do = Нужно
persona-dont = Нельзя
persona-language = Языки
persona-emoji = Эмодзи
persona-fact = Факты
persona-price = Цены
persona-faq = FAQ
persona-faq-count =
    { $count ->
        [0] пока пусто
        [one] { $count } вопрос
        [few] { $count } вопроса
       *[other] { $count } вопросов
    }
persona-more-lines = … и ещё { $count }
persona-part-empty = Здесь пока пусто.
persona-fan-language = Язык фаната
persona-emoji-none = Никаких
persona-emoji-few = Мало
persona-emoji-many = Много
persona-add = Добавить
persona-delete = Удалить
persona-delete-sure = Да, удалить
persona-deleted = Удалено.

# Настройка по шагам
persona-setup = Настроить по шагам
persona-setup-go-on = Дальше: шаг { $step } из { $steps }
persona-step = Шаг { $step } из { $steps }: { $part }
persona-now = Сейчас: { $text }
persona-setup-done = Это был последний шаг. Вот как должны звучать черновики:
persona-dash-skips = Ответьте на это сообщение. Дефис (-) пропускает.
persona-dash-empties = Ваш текст заменит то, что есть. Дефис (-) всё убирает.
persona-kept = { $part }:{ $text }
persona-part-kept = Сохранено.
persona-skipped = { $part }: пропущено.
persona-ask-tone = Как вы пишете? Одна-две фразы, не больше 300 знаков. Например: тепло, коротко, с юмором.
persona-ask-do = Что черновик должен делать? По одному в строке, не больше 10. Например: спросить, как прошёл день.
persona-ask-dont = Чего черновик делать не должен? По одному в строке, не больше 10. Например: никакой политики.
persona-ask-language = На каких языках вы отвечаете? Коды или названия, например: ru, en. Или слово fan — тогда на языке фаната.
persona-ask-emoji = Сколько эмодзи: никаких, мало или много? Добавьте любимые.
persona-ask-fact = Что правда и что можно говорить? По одному факту в строке, не больше 20. Например: стримы по пятницам в 20:00.
persona-ask-price = Что сколько стоит? По строке на каждое, не больше 20, вот так: Видеозвонок: 50 EUR
persona-only-text = Ответьте, пожалуйста, текстом.
persona-refused-empty = Пусто. Напишите, пожалуйста, ещё раз.
persona-refused-too-long = Слишком длинно: не больше { $longest } знаков в строке. Напишите короче.
persona-refused-too-many = Слишком много: всего не больше { $most } строк. Выберите главное.
persona-refused-no-price = Одна из строк — не цена. Пишите каждую так: Видеозвонок: 50 EUR
persona-refused-no-language = Такого языка я не знаю. Коды или английские названия: ru, en. Или слово fan.
persona-refused-no-emoji = Напишите: никаких, мало или много, или пришлите любимые эмодзи.
persona-refused-known = Это уже есть. Что-то другое?
persona-refused-changed = Тем временем это изменилось. Посмотрите ещё раз.
persona-refused-full = Места больше нет. Сначала уберите строку.

# Вопросы фанатов
persona-faq-empty = Запишите, о чём фанаты часто спрашивают и что вы отвечаете. Черновики возьмут ответы отсюда.
persona-faq-how = Нажмите, чтобы посмотреть или изменить.
persona-faq-new = Новый
persona-faq-question = Вопрос
persona-faq-answer = Ответ
persona-faq-no-answer = Ответа пока нет: не используется.
persona-faq-kept = Сохранено.
persona-faq-alike = Возможно, это то же, что «{ $question }»
persona-ask-question = О чём спрашивают фанаты? Ответьте на это сообщение, не больше 500 знаков.
persona-ask-answer = «{ $question }» — что вы отвечаете? Ответьте на это сообщение, не больше 500 знаков.
persona-ask-other-answer = Что вы отвечаете? Ответьте на это сообщение, не больше 500 знаков.
persona-refused-faq-too-long = Слишком длинно: не больше 500 знаков. Напишите короче.
persona-refused-faq-too-many = У вас 100 вопросов, это предел. Сначала удалите один.
persona-refused-faq-gone = Этого вопроса больше нет.

# По вашим ответам
persona-learn = Узнать по моим ответам
persona-learning = Читаю ваши последние ответы…
persona-learn-too-few =
    { $count ->
        [0] Нужны ответы, написанные вами: не меньше { $least }. Пока нет ни одного.
        [one] Нужны ответы, написанные вами: не меньше { $least }. Пока есть { $count }.
        [few] Нужны ответы, написанные вами: не меньше { $least }. Пока есть { $count }.
       *[other] Нужны ответы, написанные вами: не меньше { $least }. Пока есть { $count }.
    }
persona-learn-nothing =
    { $count ->
        [one] Ничего нового: прочитан { $count } ответ.
        [few] Ничего нового: прочитано { $count } ответа.
       *[other] Ничего нового: прочитано { $count } ответов.
    }
persona-learn-failed = Не получилось. Попробуйте ещё раз.
persona-learnt =
    { $count ->
        [one] По { $count } вашему ответу
       *[other] По { $count } вашим ответам
    }
persona-learnt-how = ✓ принимает строку, ✕ пропускает. Больше ничего не меняется.
persona-by-model = Написано ИИ ({ $provider }), проверьте внимательно:
persona-silence-no-consent = Это посчитано здесь, ничего не ушло за пределы сервиса. С черновиками ИИ (/settings) ваши ответы читает и модель: тон, факты, цены.
persona-silence-used-up = Это посчитано здесь. ИИ пока исчерпан (/plan).
persona-silence-unavailable = Это посчитано здесь. Провайдер ИИ не отвечает.
persona-silence-too-few = Это посчитано здесь. Слишком мало ваших ответов можно отдать ИИ.
persona-silence-nothing = Это посчитано здесь. ИИ не нашёл ничего, что подтверждается.
persona-instead-of = вместо: { $text }
persona-take-all = ✓ Всё
persona-habit-words = Обычно в ответе слов: от { $from } до { $to }.
persona-habit-characters = Обычно в ответе знаков: от { $from } до { $to }.
persona-habit-greeting = Часто начинает с { $words }.
persona-habit-sign-off = Часто заканчивает: { $words }.
persona-habit-case = Начинает с маленькой буквы.
persona-habit-full-stop = Без точки в конце.
persona-habit-exclamation = Любит восклицательные знаки.
persona-habit-no-exclamation = Без восклицательных знаков.

# Удалить всё
persona-wipe = Удалить всё
persona-wipe-sure = Удалить всё? Строк: { $lines }, вопросов: { $entries }.
persona-wipe-really = Точно всё? Вернуть не получится.
persona-wipe-all = Удалить навсегда
persona-wiped = Всё удалено.

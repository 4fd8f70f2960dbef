# Import
transfer-ask =
    Ответьте на это сообщение таблицей — файлом .csv. Первая строка называет столбцы:
    • id или handle: о ком речь
    • notes (заметки), tags (теги через запятую)
transfer-ask-fields = • ваши поля: { $list }
transfer-ask-end = Сначала я скажу, что нашёл. Файл от /export тоже подойдёт.
transfer-still-waiting =
    { $count ->
        [one] { $count } строка прежних импортов ждёт, пока её фанат напишет.
        [few] { $count } строки прежних импортов ждут, пока их фанаты напишут.
       *[other] { $count } строк прежних импортов ждут, пока их фанаты напишут.
    }
transfer-waiting-ends = Что ждёт { $days } дней, забывается.
transfer-forget = Забыть ожидающее
transfer-forget-asks = Забыть всё это сейчас? Когда эти люди напишут, ничего из этого не будет известно. Уже импортированное останется.
transfer-forget-sure = Да, забыть
transfer-forgotten =
    { $count ->
        [0] Больше ничего не ждёт.
        [one] Забыта { $count } строка.
        [few] Забыты { $count } строки.
       *[other] Забыто { $count } строк.
    }
transfer-creator-only = Это может только владелец бота.
transfer-looking = Смотрю. Пока ничего не изменено.
transfer-not-fetched = Не удалось получить этот файл. Пришлите ещё раз: /import
transfer-refused-no-file = Это не файл. Ответьте на мой вопрос таблицей — файлом .csv.
transfer-refused-no-table = Это не таблица. Я читаю файлы CSV: сохраните или скачайте таблицу в Excel, Numbers или Google Таблицах как CSV.
transfer-refused-spreadsheet = Это электронная таблица. Сохраните её как «CSV UTF-8» или скачайте в Google Таблицах как CSV и пришлите.
transfer-refused-too-big = Файл слишком большой: не больше 20 МБ. Разделите его и пришлите части по очереди.
transfer-refused-encoding = Не могу прочесть буквы в этом файле. Сохраните его как «CSV UTF-8» (Excel: «Сохранить как»; Google Таблицы: «Скачать», CSV) и пришлите ещё раз. Ничего не изменено.
transfer-refused-empty = В этой таблице нет строк. Ничего не изменено.
transfer-refused-broken = Таблица обрывается: где-то кавычка открыта и не закрыта. Сохраните её как CSV ещё раз. Ничего не изменено.
transfer-refused-nobody = Непонятно, о ком речь: один столбец должен называться id или handle. Ничего не изменено.
transfer-refused-nothing = В этой таблице нечего запоминать: нет столбца notes или tags и нет столбца с именем вашего поля (/fields). Ничего не изменено.
transfer-checked =
    { $rows ->
        [one] { $rows } строка
        [few] { $rows } строки
       *[other] { $rows } строк
    }
transfer-known = ✓ о ваших фанатах: { $count }
transfer-renamed = ↻ из них по прежнему @имени: { $count }. Первые: { $list }
transfer-waiting = ⏳ о тех, кто ещё не писал: { $count }. Подождёт, пока напишут.
transfer-new-tags = 🏷 новые теги: { $list }
transfer-tags-no-room = ⚠ Ещё поместится тегов: { $room }; остальные будут пропущены.
transfer-misfits = ⚠ не подходит и будет пропущено: { $count }. Первые строки: { $list }
transfer-nobody = ✕ без годного id или handle: { $count }. Первые строки: { $list }
transfer-doubtful = ✕ похоже на id или номер телефона: { $count }. Первые строки: { $list }. Для id нужен столбец id или запись #123.
transfer-empty = ○ без того, что запомнить: { $count }
transfer-ignored = ○ незнакомые столбцы: { $list }. Если они нужны, сначала заведите поле с таким именем (/fields).
transfer-nothing-yet = Пока ничего не изменено.
transfer-no-use = Импортировать нечего. Ничего не изменено.
transfer-button-import = Импортировать
transfer-button-cancel = Отмена
transfer-dropped = Отменено. Ничего не изменено.
transfer-running = Импорт: { $done } из { $rows }
transfer-tap-running = Импорт уже идёт.
transfer-tap-done = Это уже импортировано.
transfer-done = Импортировано. ✓ о ваших фанатах: { $count }
transfer-misfits-left = ⚠ пропущено, потому что не подошло: { $count }
transfer-stopped = Импорт пришлось остановить. Что импортировано, остаётся; для остального пришлите файл ещё раз: /import. Ничего не удвоится.

# Export
transfer-exporting = Собираю. Придёт сюда файлом.
transfer-exporting-elsewhere = Собираю. Придёт файлом в наш личный чат.
transfer-export-running = Экспорт уже готовится.
transfer-export-nobody = Фанатов пока нет, экспортировать нечего.
transfer-export-failed = Экспорт не удался. Попробуйте ещё раз: /export
transfer-exported =
    { $fans ->
        [one] { $fans } фанат
        [few] { $fans } фаната
       *[other] { $fans } фанатов
    }: fans.csv — таблица для Excel и подобных, в fans.jsonl всё о них для программ. В drafts.jsonl — что стало с черновиками и что ради них ушло наружу. Остальное: сообщения, сегменты, сохранённые ответы, персона, частые вопросы, согласия.
transfer-exported-part = Часть { $part }. Будет ещё.
transfer-exported-last = Частей: { $part }; эта последняя.
transfer-exported-how = Храните надёжно. Чтобы вернуть всё обратно, пришлите файл как есть в /import.

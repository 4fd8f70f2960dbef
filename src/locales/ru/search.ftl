# /search
search-ask = Что ищем? Пришлите слова. Достаточно начала слова, от 3 букв.
search-placeholder = Слова
search-no-words = Нужны буквы или цифры, например: /search синее платье
search-found = «{ $words }», найдено: { $count }
search-found-many = «{ $words }», найдено: { $count } и более старые. Добавьте слово, чтобы уточнить.
search-nothing = По запросу «{ $words }» ничего не найдено.
search-tip = Попробуйте меньше слов или только начало слова, от 3 букв. Я ищу в сообщениях, заметках, полях и именах.
search-alone = По отдельности находятся: { $words }
search-last-seen = В последний раз: { $date }
search-note = заметка
search-field = поле
search-you = вы
search-more = Ещё
search-failed = Поиск в этот раз не сработал. Попробуйте ещё раз.
search-behind = Последние сообщения я ещё читаю. Повторите поиск через минуту, чтобы нашлись и они.
search-handle-now = @{ $was } теперь @{ $now }.
search-handle-gone = У @{ $was } больше нет @имени.

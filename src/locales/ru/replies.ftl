# Saved replies
replies-button = Ответы
replies-title = Ваши сохранённые ответы. Нажмите, чтобы посмотреть или изменить.
replies-empty = Сохранённых ответов пока нет. Сохраните то, что говорите часто: ответьте на своё сообщение командой /save и коротким именем или нажмите «Новый».
replies-inline-off = Чтобы выбирать их, набирая { $bot }, нужен включённый inline-режим: /setinline в @BotFather.
replies-new = Новый
replies-pick = { $name }, сохранённый ответ:
replies-none = Сохранённых ответов пока нет. Создать: /replies.
replies-preview = { $name } получит:
replies-used =
    { $count ->
        [0] Ещё не отправлялся.
        [one] Отправлен { $count } раз.
        [few] Отправлен { $count } раза.
       *[other] Отправлен { $count } раз.
    }
replies-rename = Переименовать
replies-delete = Удалить
replies-delete-sure = Да, удалить
replies-save-how = Ответьте на сообщение, которое хотите сохранить: /save и короткое имя.
replies-saved = Сохранено как «{ $name }».
replies-renamed = Теперь называется «{ $name }».
replies-changed = «{ $name }» изменён.
replies-deleted = Удалено.
replies-ask-name = Ответьте на это сообщение коротким именем.
replies-ask-new = Ответьте на это сообщение тем, что нужно сохранить: текст, фото, голосовое… Вместо {"{"}first_name{"}"} будет имя фаната.
replies-ask-edit = Ответьте на это сообщение новым содержанием.
replies-unknown-placeholders = Вместо { $list } ничего не подставится. Есть: {"{"}first_name{"}"}, {"{"}last_name{"}"}, {"{"}name{"}"}, {"{"}username{"}"}.
replies-refused-album = Альбом сохранить нельзя. Сохраните одну картинку.
replies-refused-kind = Такие сообщения сохранить нельзя.
replies-refused-empty = В имени нужен хотя бы один знак. Ничего не изменено.
replies-refused-too-long = Не больше 32 знаков. Ничего не изменено.
replies-refused-taken = Такое имя уже есть. Ничего не изменено.
replies-refused-gone = Этого сохранённого ответа больше нет.
replies-refused-too-many = У вас 200 сохранённых ответов, это предел. Сначала удалите один.
replies-not-sent-already = Уже отправлено.
replies-not-sent-gone = Ответа или фаната больше нет.
replies-not-sent-too-long = Слишком длинно с именем фаната.
replies-sent = Отправлено. { $name }: { $reply }

# Пометки на переданных сообщениях
threads-mark-edited = изменено
threads-mark-repeated = возможно, повтор

# Что в сообщении, словами
threads-kind-text = Текст
threads-kind-photo = Фото
threads-kind-video = Видео
threads-kind-voice = Голосовое сообщение
threads-kind-video-note = Видеосообщение
threads-kind-audio = Аудио
threads-kind-document = Файл
threads-kind-sticker = Стикер { $emoji }
threads-kind-animation = GIF
threads-kind-location = Геопозиция
threads-kind-venue = Место: { $title }
threads-kind-contact = Контакт: { $name }
threads-kind-poll = Опрос: { $question }
threads-kind-unsupported = То, что Telegram не даёт ботам передать (история, подарок, платный контент и подобное)

# Доставка
threads-delivered = Доставлено
threads-failed-blocked = Не доставлено: бот заблокирован у { $name }. Retry — когда разблокируют.
threads-failed-gone = Не доставлено: аккаунт { $name } удалён.
threads-failed-unreachable = Не доставлено: Telegram больше не даёт боту писать { $name }.
threads-failed-message-missing = Не доставлено { $name }: вашего сообщения здесь больше нет. Напишите его снова.
threads-failed-cannot-copy = Не доставлено { $name }: Telegram не даёт ботам это передать. Отправьте иначе.
threads-failed-too-long = Не доставлено { $name }: слишком длинно для бота. Отправьте по частям.
threads-failed-unknown = Telegram не подтвердил это сообщение. { $name }, возможно, его видит, а возможно, и нет. Retry отправит ещё раз.
threads-failed-gave-up = Не доставлено { $name }: Telegram был недоступен целый день.
threads-failed-refused = Не доставлено { $name }: Telegram отказал.
threads-edit-failed = Ваша правка не дошла до { $name }: Telegram отказал. Там остался прежний текст.

# Реакции
threads-reaction-custom-fan = { $name }: реакция с эмодзи, который боты показать не могут.
threads-reaction-custom-creator = { $name } не видит эту реакцию: боты передают только обычные эмодзи.
threads-reaction-refused = { $name } не видит эту реакцию: Telegram отказал.

# /delete
threads-taken-back = Сообщение забрано. { $name } его больше не видит.
threads-taken-back-unsent = Сообщение забрано. Оно не было доставлено.
threads-taken-back-uncertain = Повторно оно не уйдёт. Но Telegram его так и не подтвердил, так что у фаната оно, возможно, есть.
threads-take-back-too-late = Поздно: Telegram даёт ботам удалять сообщения только в течение 48 часов.
threads-take-back-failed = { $name } всё ещё видит его: Telegram отказался удалить.
threads-delete-how = Чтобы забрать сообщение, ответьте на своё сообщение командой /delete.
threads-delete-not-yours = Это сообщение фаната. Забрать можно только своё.
threads-delete-already = Оно уже забрано.

# /desk
threads-desk-private = Рабочий чат теперь здесь. Сообщения фанатов приходят сюда.
threads-desk-already = Рабочий чат уже здесь.
threads-desk-here = Рабочий чат теперь здесь. У каждого фаната своя тема; чтобы ответить, просто пишите в ней.
threads-desk-here-no-pin = Рабочий чат теперь здесь. У каждого фаната своя тема; чтобы ответить, просто пишите в ней. Разрешите мне ещё закреплять сообщения, и карточка фаната останется наверху каждой темы.
threads-desk-no-forum = В этой группе пока нет тем. Включите темы в настройках группы и снова отправьте /desk.
threads-desk-no-admin = Я здесь ещё не администратор. Сделайте меня им с правом «Управление темами» и снова отправьте /desk.
threads-desk-no-topics-right = Мне здесь пока нельзя управлять темами. Дайте мне право «Управление темами» и снова отправьте /desk.
threads-desk-lost = Я больше не могу работать в вашей группе { $title }. Рабочий чат снова здесь; ничего не потеряно. Чтобы вернуться, сделайте меня там администратором с правом «Управление темами» и отправьте /desk в группе.

# Ответы
threads-own-topic = { $name } — в своей теме. Отвечайте там.
threads-card-in-general = { $name } — пока без темы здесь. Карточка — в General.
threads-button-general = Карточка в General
threads-answer-how = Чтобы ответить фанату, ответьте на его сообщение: смахните его влево или нажмите и выберите «Ответить».
threads-answer-question = Ничего не отправлено. Если это ответ на мой вопрос, ответьте на него. Чтобы ответить фанату, ответьте на его сообщение: смахните его влево или нажмите и выберите «Ответить».
threads-answer-no-relay = Непонятно, какому фанату это, поэтому ничего не отправлено. Ответьте на сообщение фаната.
threads-answer-cannot-copy = Telegram не даёт ботам это передать, поэтому ничего не отправлено. Отправьте иначе.
threads-answer-anonymous = Ничего не отправлено: не видно, кто вы. Чтобы отвечать отсюда, выключите «Анонимность» в своих правах администратора.
threads-answer-stranger = Ничего не отправлено: отвечать фанатам отсюда может только владелец бота.
threads-unknown-command = Я не знаю этой команды, поэтому ничего не отправлено. /help показывает, какие знаю.
threads-unknown-command-near = Я не знаю этой команды, поэтому ничего не отправлено. Может быть, /{ $command }?

# Кнопки
threads-tap-done = Done
threads-tap-retry = Отправляю ещё раз
threads-tap-no-retry = Отправлять ещё раз больше нечего.
threads-tap-open = Уже в пути
threads-tap-nothing-waits = От этого фаната больше ничего не ждёт.

# Сводка рабочего чата, который не успевает
threads-digest-waiting = Ждут фанаты: { $fans }, сообщений: { $messages }
threads-digest-why = Telegram замедляет этот чат, поэтому сообщения собраны здесь. Нажмите на имя, чтобы открыть; ничего не потеряется.
threads-digest-messages = сообщений: { $messages }
threads-digest-new = новый
threads-digest-over = Сообщения снова приходят по одному.

# A reply that was chosen, not written, as the desk shows it
threads-sent-head = Вы → { $name }

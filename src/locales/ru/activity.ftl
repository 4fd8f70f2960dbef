# Stages
activity-new = 🌱 Новый
activity-active = 💬 Активный
activity-vip = ⭐ VIP
activity-cooling = 🌙 Остывает
activity-lost = 🕯 Потерян
activity-with-reason = { $stage }: { $reason }
activity-because-new =
    { $count ->
        [one] пока { $count } сообщение
        [few] пока { $count } сообщения
       *[other] пока { $count } сообщений
    }
activity-because-messages =
    { $count ->
        [one] { $count } сообщение за 30 дней
        [few] { $count } сообщения за 30 дней
       *[other] { $count } сообщений за 30 дней
    }
activity-because-silent =
    { $days ->
        [0] молчит с сегодняшнего дня
        [one] молчит { $days } день
        [few] молчит { $days } дня
       *[other] молчит { $days } дней
    }
activity-lines = Где начинаются стадии. Измените кнопками − и +; все фанаты сразу пересчитаются.
activity-line-new = 🌱 Новый столько дней: { $count }
activity-line-vip = ⭐ VIP от стольких сообщений за 30 дней: { $count }
activity-line-cooling = 🌙 Остывает после стольких дней молчания: { $count }
activity-line-lost = 🕯 Потерян после стольких дней молчания: { $count }
activity-stages = Стадии

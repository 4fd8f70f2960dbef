# Stages
activity-new = 🌱 Neu
activity-active = 💬 Aktiv
activity-vip = ⭐ VIP
activity-cooling = 🌙 Abkühlend
activity-lost = 🕯 Verloren
activity-with-reason = { $stage }: { $reason }
activity-because-new =
    { $count ->
        [one] bisher eine Nachricht
       *[other] bisher { $count } Nachrichten
    }
activity-because-messages =
    { $count ->
        [one] eine Nachricht in 30 Tagen
       *[other] { $count } Nachrichten in 30 Tagen
    }
activity-because-silent =
    { $days ->
        [0] seit heute still
        [one] seit einem Tag still
       *[other] seit { $days } Tagen still
    }
activity-lines = Wo Stufen beginnen. Mit − oder + änderst du es; alle Fans ziehen sofort nach.
activity-line-new = 🌱 Neu für so viele Tage: { $count }
activity-line-vip = ⭐ VIP ab so vielen Nachrichten in 30 Tagen: { $count }
activity-line-cooling = 🌙 Abkühlend nach so vielen stillen Tagen: { $count }
activity-line-lost = 🕯 Verloren nach so vielen stillen Tagen: { $count }
activity-stages = Stufen

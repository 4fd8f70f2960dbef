# Stages
activity-new = 🌱 New
activity-active = 💬 Active
activity-vip = ⭐ VIP
activity-cooling = 🌙 Cooling
activity-lost = 🕯 Lost
activity-with-reason = { $stage }: { $reason }
activity-because-new =
    { $count ->
        [one] one message so far
       *[other] { $count } messages so far
    }
activity-because-messages =
    { $count ->
        [one] one message in 30 days
       *[other] { $count } messages in 30 days
    }
activity-because-silent =
    { $days ->
        [0] silent since today
        [one] silent for one day
       *[other] silent for { $days } days
    }
activity-lines = Where stages begin. Tap − or + to change it; all fans follow at once.
activity-line-new = 🌱 New for so many days: { $count }
activity-line-vip = ⭐ VIP from so many messages in 30 days: { $count }
activity-line-cooling = 🌙 Cooling after so many silent days: { $count }
activity-line-lost = 🕯 Lost after so many silent days: { $count }
activity-stages = Stages

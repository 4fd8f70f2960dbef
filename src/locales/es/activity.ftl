# Stages
activity-new = 🌱 Nuevo
activity-active = 💬 Activo
activity-vip = ⭐ VIP
activity-cooling = 🌙 Enfriándose
activity-lost = 🕯 Perdido
activity-with-reason = { $stage }: { $reason }
activity-because-new =
    { $count ->
        [one] un mensaje hasta ahora
       *[other] { $count } mensajes hasta ahora
    }
activity-because-messages =
    { $count ->
        [one] un mensaje en 30 días
       *[other] { $count } mensajes en 30 días
    }
activity-because-silent =
    { $days ->
        [0] en silencio desde hoy
        [one] un día en silencio
       *[other] { $days } días en silencio
    }
activity-lines = Dónde empieza cada etapa. Toca − o + para cambiarlo; todos los fans se ajustan enseguida.
activity-line-new = 🌱 Nuevo durante tantos días: { $count }
activity-line-vip = ⭐ VIP desde tantos mensajes en 30 días: { $count }
activity-line-cooling = 🌙 Enfriándose tras tantos días de silencio: { $count }
activity-line-lost = 🕯 Perdido tras tantos días de silencio: { $count }
activity-stages = Etapas

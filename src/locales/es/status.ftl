# /status. Retry y Done son las mismas palabras en todos los idiomas.
command-status = Qué espera, qué falló, si todo va bien
status-well = Todo va bien.
status-moving = Todo va bien. Algo está en camino.
status-attention = { $count ->
    [one] Una cosa te necesita.
   *[other] { $count } cosas te necesitan.
}
status-unbalanced = Estas cifras no cuadran. Avisa a quien lleva este servicio.
status-messages = De tus fans: { $count }
status-relayed = { $count } te llegaron
status-merged = { $count } junto con otro mensaje
status-digest = { $count } reunidos en tu resumen
status-on-the-way = { $count } en camino
status-no-desk = { $count } hasta que abras tu mesa
status-not-relayed = { $count } no te llegaron
status-replies = Tus respuestas: { $count }
status-delivered = { $count } entregadas
status-failed = { $count } no entregadas
status-unknown = { $count } sin confirmar por Telegram
status-withdrawn = { $count } retiradas
status-erased = { $count } borradas con el fan
status-parked = No se pudieron procesar: { $count }. Se guardan hasta que se pueda.
status-jobs = Algún trabajo que este bot hace por sí solo falló definitivamente: { $kinds }. Por eso no se pierde ningún mensaje. Quien lleva este servicio puede intentarlo de nuevo.
status-open-replies = Respuestas no entregadas ({ $count })
status-open-relays = No te llegaron ({ $count })
status-open-parked = Sin procesar ({ $count })
status-refresh = Actualizar
status-retry-all = Reintentar todas
status-title-replies = Respuestas que no llegaron
status-title-relays = Mensajes que no te llegaron
status-title-parked = Lo que no se pudo procesar
status-retried = { $count ->
    [0] Nada se reenvía solo: ve una por una.
    [one] Una se intenta de nuevo.
   *[other] { $count } se intentan de nuevo.
}
status-settled = Fuera de la lista.
status-not-listed = Eso ya no está en la lista.
status-somebody = Alguien
status-kind-message = Un mensaje
status-kind-edit = Un mensaje editado
status-kind-tap = Un botón pulsado
status-kind-reaction = Una reacción
status-kind-other = Otra cosa

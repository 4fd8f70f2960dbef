# Pictures
insights-title-messages = Mensajes
insights-title-fans = Fans nuevos
insights-title-answers = Tiempo de respuesta
insights-title-hours = Cuándo escriben tus fans
insights-title-stages = Etapas de tus fans
insights-title-top = Quién escribe más
insights-title-sources = De dónde vienen los fans
insights-title-drafts = Borradores
insights-from-fans = de tus fans
insights-from-you = tuyos
insights-new-fans = { $count ->
    [one] fan nuevo
   *[other] fans nuevos
}
insights-all-fans = { $count ->
    [one] fan en total
   *[other] fans en total
}
insights-against-before = { $days ->
    [7] vs. 7 días antes
    [364] vs. año anterior
   *[other] vs. { $days } días antes
}
insights-half-within = la mitad en
insights-most-within = 9 de cada 10 en
insights-answers = { $count ->
    [one] respuesta
   *[other] respuestas
}
insights-busiest = hora punta
insights-per-day = por día
insights-per-week = por semana
insights-per-four-weeks = cada 4 semanas
insights-zone = hora de { $city }
insights-entered = +{ $count }
insights-entered-remark = + entraron en la etapa
insights-no-source = sin enlace marcado
insights-other-sources = otros
insights-drafts-as-was = tal cual
insights-drafts-changed = con cambios
insights-drafts-dismissed = descartados
insights-drafts-by-hand = a mano
insights-drafts-saved = ahorro estimado
insights-drafts-local = de tus respuestas
insights-drafts-llm = de IA
insights-drafts-row = { $share } de { $count } enviados
insights-drafts = { $count ->
    [one] borrador
   *[other] borradores
}

# Captions
insights-before = { $days ->
    [7] en la semana anterior
    [364] en el año anterior
   *[other] en los { $days } días anteriores
}
insights-messages-times = { $times ->
    [2] Tus fans escribieron el doble que { $before }.
   *[other] Tus fans escribieron { $times } veces más que { $before }.
}
insights-messages-more = Tus fans escribieron un { $percent } más que { $before }.
insights-messages-fewer = Tus fans escribieron un { $percent } menos que { $before }.
insights-messages-peak = { $count ->
    [one] El día más activo fue el { $day }: { $count } mensaje.
   *[other] El día más activo fue el { $day }: { $count } mensajes.
}
insights-messages-total = { $count ->
    [0] Tus fans no escribieron nada; tú sí.
    [one] Tus fans escribieron { $count } mensaje.
   *[other] Tus fans escribieron { $count } mensajes.
}
insights-fans-times = { $times ->
    [2] El doble de fans nuevos que { $before }.
   *[other] { $times } veces más fans nuevos que { $before }.
}
insights-fans-more = Un { $percent } más de fans nuevos que { $before }.
insights-fans-fewer = Un { $percent } menos de fans nuevos que { $before }.
insights-fans-peak = El día con más fans nuevos fue el { $day }: { $count }.
insights-fans-total = { $count ->
    [one] Llegó { $count } fan nuevo.
   *[other] Llegaron { $count } fans nuevos.
}
insights-answers-faster = Respondes más rápido: la mitad de las respuestas llega en { $median }; antes eran { $before }.
insights-answers-slower = Las respuestas tardan más: la mitad llega en { $median }; antes eran { $before }.
insights-answers-half = La mitad de las respuestas llega en { $median }.
insights-hours-busiest = Tu hora punta: { $weekday }, { $hour }.
insights-stages-vip = { $count ->
    [one] { $count } fan pasó a VIP { $days ->
        [7] en los últimos 7 días
        [364] en el último año
       *[other] en los últimos { $days } días
    }.
   *[other] { $count } fans pasaron a VIP { $days ->
        [7] en los últimos 7 días
        [364] en el último año
       *[other] en los últimos { $days } días
    }.
}
insights-stages-cooling = { $count ->
    [one] { $count } fan se está enfriando: unas palabras tuyas pueden traerlo de vuelta.
   *[other] { $count } fans se están enfriando: unas palabras tuyas pueden traerlos de vuelta.
}
insights-stages-most = El grupo más grande es { $stage }: el { $percent } de tus fans.
insights-top-share = { $name } escribió el { $percent } de todos los mensajes.
insights-top-first = { $count ->
    [one] { $name } escribió más que nadie: { $count } mensaje.
   *[other] { $name } escribió más que nadie: { $count } mensajes.
}
insights-sources-best = Ningún enlace trajo más fans nuevos que { $source }: el { $percent } del total.
insights-drafts-sent = { $count ->
    [one] { $sent ->
        [0] Hubo un borrador y no lo enviaste.
       *[other] Hubo un borrador y lo enviaste { $unchanged ->
            [0] con cambios
           *[other] tal cual
        }.
    }
   *[other] De { $count } borradores enviaste { $sent }, { $unchanged } de ellos tal cual.
}
insights-drafts-change-words = Cuando cambias uno, suele ser una palabra o dos ({ $percent } del texto).
insights-drafts-change-little = Cuando cambias uno, suele ser una parte pequeña ({ $percent } del texto).
insights-drafts-change-much = Cuando cambias uno, suele ser una buena parte ({ $percent } del texto).
insights-drafts-change-most = Cuando cambias uno, suele quedar poco (cambia { $percent } del texto).
insights-drafts-saved-how = Escritura ahorrada: { $time }, más o menos. Es una estimación: lo que no tuviste que escribir, a 36 palabras por minuto en el móvil, menos el tiempo de leer los borradores.
insights-drafts-saved-nothing = Según nuestra estimación (lo que no tuviste que escribir, menos el tiempo de leer los borradores), aún no ahorraron tiempo.

# In place of an empty picture
insights-no-messages = { $days ->
    [0] Todavía no hay mensajes. Cuando tus fans escriban, lo verás aquí.
    [7] No hay mensajes en los últimos 7 días. Prueba un periodo más largo.
    [364] No hay mensajes en el último año. Cuando tus fans escriban, lo verás aquí.
   *[other] No hay mensajes en los últimos { $days } días. Prueba un periodo más largo.
}
insights-no-fans = { $days ->
    [0] Todavía no hay fans. Comparte el enlace de tu bot y verás aquí quién llega.
    [7] No hay fans nuevos en los últimos 7 días. Comparte el enlace de tu bot y verás aquí quién llega.
    [364] No hay fans nuevos en el último año. Comparte el enlace de tu bot y verás aquí quién llega.
   *[other] No hay fans nuevos en los últimos { $days } días. Comparte el enlace de tu bot y verás aquí quién llega.
}
insights-no-answers = { $days ->
    [0] Todavía no hay respuestas.
    [7] No hay respuestas en los últimos 7 días.
    [364] No hay respuestas en el último año.
   *[other] No hay respuestas en los últimos { $days } días.
}
insights-no-stages = Nadie ha escrito todavía. Las etapas empiezan con el primer mensaje.
insights-no-sources = Ningún fan nuevo llegó por un enlace marcado. Añade ?start=src_instagram al enlace de tu bot en Instagram, por ejemplo, y verás aquí cuántos llegan de allí.
insights-no-drafts = { $days ->
    [0] Todavía no has usado borradores. Toca Draft debajo del mensaje de un fan y llega uno.
    [7] No usaste borradores en los últimos 7 días. Toca Draft debajo del mensaje de un fan y llega uno.
    [364] No usaste borradores en el último año. Toca Draft debajo del mensaje de un fan y llega uno.
   *[other] No usaste borradores en los últimos { $days } días. Toca Draft debajo del mensaje de un fan y llega uno.
}

# Buttons and answers
insights-button-messages = Mensajes
insights-button-fans = Fans nuevos
insights-button-answers = Respuesta
insights-button-hours = Horas
insights-button-stages = Etapas
insights-button-top = Top de fans
insights-button-sources = Enlaces
insights-button-drafts = Borradores
insights-button-dark = Oscuro
insights-button-light = Claro
insights-button-all = Todo
insights-button-period = { $days ->
    [364] 1 año
   *[other] { $days } días
}
insights-locked =
    { $days ->
        [365] Tu plan muestra hasta un año. Más: { $plan }, mira /plan.
       *[other] Tu plan muestra hasta { $days } días. Más: { $plan }, mira /plan.
    }
insights-failed = No se pudo dibujar esta imagen. Inténtalo otra vez.

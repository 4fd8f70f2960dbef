# Borradores de respuestas
drafts-head = Borrador para { $name }
drafts-from-past = de tus respuestas anteriores
drafts-from-saved = respuesta guardada
drafts-from-faq = de tus preguntas frecuentes
drafts-from-llm = escrito por IA
drafts-from-you = como lo cambiaste
drafts-another = Otro
drafts-dismiss = Descartar
drafts-none = Nada en tus respuestas anteriores o guardadas se parece a lo que escribió { $name }.
drafts-no-more = No hay nada más parecido.
drafts-again-unavailable = El nuevo intento falló: el proveedor de IA no responde.
drafts-again-unfit = El nuevo intento falló: lo que escribió la IA no pasó las comprobaciones.
drafts-again-refused = El nuevo intento falló: el proveedor de IA no quiso responder.
drafts-again-used-up = Sin nuevo intento: los borradores de IA se han agotado por ahora (/plan).
drafts-again-nothing = El nuevo intento no trajo nada nuevo.
drafts-making = Un momento…
drafts-failed = No se pudo hacer el borrador para { $name }.
drafts-sent = Enviado a { $name }.
drafts-sent-edited = Enviado a { $name } como lo cambiaste.
drafts-dismissed = Borrador descartado.
drafts-written-again = { $name } ha vuelto a escribir:
drafts-changed-since = { $name } ha cambiado lo que escribió:
drafts-send-anyway = Enviar igualmente
drafts-new = Nuevo borrador
drafts-edit-how = Responde a este mensaje con el texto cambiado: { $name } lo recibe enseguida. Toca el borrador para copiarlo.
drafts-refused-answered = No hay nada sin responder.
drafts-refused-no-text = No hay ningún texto que responder.
drafts-refused-there = Ya está ahí, un poco más arriba.
drafts-refused-sent = Este borrador ya se envió.
drafts-refused-dismissed = Este borrador se descartó.
drafts-refused-stale = Este borrador ya no vale: hay una respuesta o un borrador más nuevo.
drafts-refused-blocked = Este fan ha bloqueado el bot. No se envió nada.
drafts-refused-left = Esta cuenta ya no existe. No se envió nada.
drafts-refused-edit-no-text = Solo un texto puede sustituir a un borrador. Responde a este mensaje con uno.
drafts-not-sent-gone = Este borrador ya no está. No se envió nada.
drafts-not-sent-how = Tu texto no se envió. Para enviarlo, escríbelo como respuesta a un mensaje del fan.
drafts-shorter = Más corto
drafts-warmer = Más cálido
drafts-pause = No por sí solos con este fan
drafts-resume = De nuevo por sí solos con este fan
drafts-paused = Con este fan ningún borrador llega por sí solo.
drafts-resumed = Con este fan los borradores llegan de nuevo por sí solos.
drafts-fan-auto-on = Borrador auto: sí
drafts-fan-auto-off = Borrador auto: no
drafts-auto = Borradores automáticos
drafts-auto-on = Unos segundos después del texto de un fan llega un borrador por sí solo, si se conoce algo parecido. Sin ti no se envía nada.
drafts-auto-off = Los borradores llegan solo cuando tocas Draft.
drafts-auto-turn-on = Que lleguen por sí solos
drafts-auto-turn-off = Solo cuando toco Draft
drafts-receipt = Qué se envió a la IA
drafts-receipt-nothing = Nada. Son respuestas tuyas, encontradas en este servidor.
drafts-receipt-provider = { $provider }, modelo { $model }
drafts-receipt-cancelled = cancelado
drafts-receipt-late = tardó demasiado
drafts-receipt-refused = se negó a responder
drafts-receipt-no-answer = sin respuesta útil
drafts-receipt-unknown = no se sabe qué pasó
drafts-receipt-messages = { $count ->
    [one] Un mensaje de esta conversación
   *[other] { $count } mensajes de esta conversación
}
drafts-receipt-facts = Datos de este fan: { $count }
drafts-receipt-facts-more = y { $more } más
drafts-receipt-summary = El resumen de este fan
drafts-receipt-yours = De ti: persona, preguntas frecuentes { $faq }, respuestas anteriores { $examples }
drafts-receipt-yours-others = De ti: persona, preguntas frecuentes { $faq }, respuestas anteriores { $examples } ({ $others } con otros fans)
drafts-receipt-masked = Sustituido antes: { $kinds }
drafts-receipt-masked-nothing = Sustituido antes: nada
drafts-mask-name = { $count ->
    [one] { $count } nombre
   *[other] { $count } nombres
}
drafts-mask-email = { $count ->
    [one] { $count } correo
   *[other] { $count } correos
}
drafts-mask-phone = { $count ->
    [one] { $count } teléfono
   *[other] { $count } teléfonos
}
drafts-mask-handle = { $count ->
    [one] { $count } usuario
   *[other] { $count } usuarios
}
drafts-mask-address = { $count ->
    [one] { $count } dirección
   *[other] { $count } direcciones
}
drafts-mask-card = { $count ->
    [one] { $count } tarjeta
   *[other] { $count } tarjetas
}
drafts-mask-iban = { $count ->
    [one] { $count } IBAN
   *[other] { $count } IBAN
}
drafts-mask-wallet = { $count ->
    [one] { $count } monedero
   *[other] { $count } monederos
}
drafts-mask-id = { $count ->
    [one] { $count } identificador
   *[other] { $count } identificadores
}
drafts-receipt-tokens = Tokens: { $in } de ida, { $out } de vuelta
drafts-receipt-cost = { $cost }, { $seconds } s, { $calls ->
    [one] una llamada
   *[other] { $calls } llamadas
}
drafts-care-minor = ⚠️ { $name } puede ser menor de 18. Aquí no hay borrador: mira lo que escribió y responde tú. Nada romántico, nada que vender.
drafts-adult = Es mayor de edad
drafts-adult-sign = { $name } escribió:
drafts-adult-asks = ¿Seguro que { $name } tiene 18 años o más? El aviso desaparece y vuelve a haber borradores, como con los demás. Queda anotado que lo dijiste tú. Si { $name } vuelve a escribir algo así, el aviso vuelve.
drafts-adult-yes = Sí, 18 o más
drafts-adult-noted = Anotado: { $name } es mayor de edad. Vuelve a haber borradores.
drafts-care-distress = ⚠️ { $name } puede estar pasándolo muy mal. Aquí no hay borrador: responde tú, con calma.
drafts-help-near = Por el idioma de su Telegram, probablemente puede llamar a:
drafts-help-line = • { $country }: { $line }, { $number } ({ $hours })
drafts-help-always = día y noche
drafts-help-mostly = día y noche en casi todas las regiones
drafts-help-elsewhere = Ayuda gratis en casi todos los países: findahelpline.com. En peligro ahora mismo: 112 o 911.
drafts-care-spending = ⚠️ { $name } puede estar gastando más de lo que puede. Aquí no hay borrador: responde tú y no vendas nada ahora.
drafts-used-up = Los borradores de IA se han agotado por ahora (/plan). De tus respuestas anteriores:
drafts-used-up-plan = Los { $most } borradores de IA de este mes se han agotado. { $plan } tiene { $more } al mes, mira /plan. De tus respuestas anteriores:
drafts-used-up-month = Los { $most } borradores de IA de este mes se han agotado (/plan). De tus respuestas anteriores:
drafts-unavailable = El proveedor de IA no responde. De tus respuestas anteriores:
drafts-unfit = Lo que escribió la IA no pasó las comprobaciones. De tus respuestas anteriores:
drafts-refused = El proveedor de IA no quiso responder a esto. De tus respuestas anteriores:
drafts-doubt = 🤔 La IA no está segura. Revisa el borrador antes de enviarlo.
drafts-doubt-fact = 🤔 Al borrador puede faltarle algo que solo tú sabes. Revísalo antes de enviarlo.
drafts-doubt-instruction = 🤔 Lo que escribió intenta manipular a la IA. Revisa el borrador antes de enviarlo.

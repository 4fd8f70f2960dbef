# Follow-ups
followups-how =
    ¿Quién, cuándo y qué? Por ejemplo
    /remind Anna mañana 18:00 preguntar por el viaje
    Como respuesta a un mensaje o en el tema de un fan no hace falta el nombre.
followups-unknown-fan = Nadie se llama «{ $name }». Prueba con parte del nombre, @usuario o el id de Telegram.
followups-none-of-these = Si no es ninguno, escribe más del nombre, el @usuario o el id.
followups-which-fan = ¿Quién exactamente?
followups-made = Te recordaré a { $name }: { $date }
followups-skipped = Esa hora no existe ese día: los relojes se adelantan. Tomé la siguiente.
followups-none = No hay nada pendiente. Usa /remind o la ficha de un fan.
followups-title =
    { $count ->
        [one] Un recordatorio
       *[other] { $count } recordatorios
    }
followups-signs = ❗ vencidos: { $overdue } · ⏰ más tarde: { $later }
followups-about = ⏰ { $name }
followups-when = Otra hora
followups-drop = Descartar
followups-other = Otra hora
followups-new = ¿Cuándo te recuerdo a { $name }?
followups-1h = 1 hora
followups-3h = 3 horas
followups-tomorrow = Mañana 9:00
followups-3d = En 3 días
followups-monday = El próximo lunes
followups-quiet = Horas de silencio
followups-quiet-on = Sin recordatorios de { $from } a { $to }; lo que toque entonces llega al terminar.
followups-quiet-off = No hay horas de silencio: los recordatorios llegan a cualquier hora.
followups-many-due = { $count } recordatorios pendientes.
followups-moved = Movido a { $date }.
followups-only-text = Responde a mi pregunta con palabras.
followups-ask-new =
    Responde a este mensaje con cuándo y qué para { $name }, por ejemplo
    viernes 18:00 preguntar por el viaje
followups-ask-when = Responde a este mensaje con una hora: en 3 días, mañana 18:00, el lunes.
followups-ask-text = ¿De qué se trata? Responde a este mensaje o déjalo.
followups-done = ✓ Hecho: { $name }
followups-dropped = Descartado: { $name }
followups-chosen = Para { $name }.
followups-list = Todos los recordatorios
followups-button = Recordatorio
followups-refused-none = No encuentro ninguna hora. Escríbela como «en 3 días», «mañana 18:00» o «el lunes».
followups-refused-past = Esa hora ya pasó. ¿Cuál quieres decir?
followups-refused-too-far = Faltan más de diez años.
followups-refused-too-long = Como máximo 500 caracteres. No se cambió nada.
followups-refused-gone = Ya no está abierto.

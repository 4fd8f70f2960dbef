# Persona: cómo deben sonar los borradores
persona-title = Cómo deben sonar los borradores
persona-empty = Aún no hay nada. Di cómo suenas y los borradores sonarán como tú. Ningún fan ve esto.
persona-what-for = Los borradores siguen esto. Ningún fan lo ve.
persona-tone = Tono
persona-do = Siempre
persona-dont = Nunca
persona-language = Idiomas
persona-emoji = Emojis
persona-fact = Datos
persona-price = Precios
persona-faq = FAQ
persona-faq-count =
    { $count ->
        [0] nada aún
        [one] { $count } pregunta
       *[other] { $count } preguntas
    }
persona-more-lines = … y { $count } más
persona-part-empty = Aún no hay nada.
persona-fan-language = El idioma del fan
persona-emoji-none = Ninguno
persona-emoji-few = Pocos
persona-emoji-many = Muchos
persona-add = Añadir
persona-delete = Eliminar
persona-delete-sure = Sí, eliminar
persona-deleted = Eliminado.

# La configuración guiada
persona-setup = Paso a paso
persona-setup-go-on = Seguir con el paso { $step } de { $steps }
persona-step = Paso { $step } de { $steps }: { $part }
persona-now = Ahora: { $text }
persona-setup-done = Era el último paso. Así deben sonar los borradores:
persona-dash-skips = Responde a este mensaje. Un guion (-) lo salta.
persona-dash-empties = Lo que escribas sustituye lo que hay. Un guion (-) lo vacía.
persona-kept = { $part }:{ $text }
persona-part-kept = Guardado.
persona-skipped = { $part }: saltado.
persona-ask-tone = ¿Cómo suenas? Una o dos frases, 300 caracteres como máximo. Por ejemplo: cercana, breve, un poco pícara.
persona-ask-do = ¿Qué debe hacer un borrador? Una cosa por línea, 10 como máximo. Por ejemplo: preguntar qué tal el día.
persona-ask-dont = ¿Qué no debe hacer nunca un borrador? Una cosa por línea, 10 como máximo. Por ejemplo: nada de política.
persona-ask-language = ¿En qué idiomas respondes? Códigos o nombres, por ejemplo: es, en. O la palabra fan: entonces es el del fan.
persona-ask-emoji = ¿Cuántos emojis: ninguno, pocos o muchos? Añade tus favoritos.
persona-ask-fact = ¿Qué es cierto y se puede decir? Un dato por línea, 20 como máximo. Por ejemplo: hago directos los viernes a las 20 h.
persona-ask-price = ¿Cuánto cuesta? Una línea por cosa, 20 como máximo, así: Videollamada: 50 EUR
persona-only-text = Responde con un texto, por favor.
persona-refused-empty = Estaba vacío. Escríbelo otra vez, por favor.
persona-refused-too-long = Demasiado largo: { $longest } caracteres por línea como máximo. Acórtalo, por favor.
persona-refused-too-many = Es demasiado: { $most } líneas en total como máximo. Elige, por favor.
persona-refused-no-price = Una línea no es un precio. Escribe cada una así: Videollamada: 50 EUR
persona-refused-no-language = No conozco ese idioma. Códigos o nombres en inglés: es, en. O la palabra fan.
persona-refused-no-emoji = Escribe ninguno, pocos o muchos, o envía tus emojis favoritos.
persona-refused-known = Eso ya está. ¿Otra cosa?
persona-refused-changed = Esto cambió entretanto. Míralo otra vez.
persona-refused-full = No cabe más en esta parte. Quita antes una línea.

# Preguntas de los fans
persona-faq-empty = Anota lo que los fans preguntan a menudo y lo que respondes. Los borradores responden con ello.
persona-faq-how = Toca una para verla o cambiarla.
persona-faq-new = Nueva
persona-faq-question = Pregunta
persona-faq-answer = Respuesta
persona-faq-no-answer = Aún sin respuesta: no se usa.
persona-faq-kept = Guardado.
persona-faq-alike = Quizá es lo mismo que: «{ $question }»
persona-ask-question = ¿Qué preguntan los fans? Responde a este mensaje, 500 caracteres como máximo.
persona-ask-answer = «{ $question }»: ¿qué respondes? Responde a este mensaje, 500 caracteres como máximo.
persona-ask-other-answer = ¿Qué respondes? Responde a este mensaje, 500 caracteres como máximo.
persona-refused-faq-too-long = Demasiado largo: 500 caracteres como máximo. Acórtalo, por favor.
persona-refused-faq-too-many = Tienes 100 preguntas, el máximo. Elimina una primero.
persona-refused-faq-gone = Esta pregunta ya no existe.

# Aprendido de las respuestas
persona-learn = Aprender de mis respuestas
persona-learning = Leyendo tus últimas respuestas…
persona-learn-too-few =
    { $count ->
        [0] Aprendo de respuestas escritas por ti: { $least } como mínimo. Aún no hay ninguna.
        [one] Aprendo de respuestas escritas por ti: { $least } como mínimo. Hay una.
       *[other] Aprendo de respuestas escritas por ti: { $least } como mínimo. Hay { $count }.
    }
persona-learn-nothing =
    { $count ->
        [one] Nada nuevo en tu última respuesta.
       *[other] Nada nuevo en tus últimas { $count } respuestas.
    }
persona-learn-failed = No ha funcionado. Inténtalo otra vez.
persona-learnt =
    { $count ->
        [one] De tu última respuesta
       *[other] De tus últimas { $count } respuestas
    }
persona-learnt-how = ✓ acepta una línea, ✕ la deja. Nada más cambia.
persona-by-model = Escrito por IA ({ $provider }), míralo bien:
persona-silence-no-consent = Esto se contó aquí, nada salió de este servicio. Con los borradores con IA (/settings) un modelo lee además tus respuestas: tono, datos y precios.
persona-silence-used-up = Esto se contó aquí. La IA está agotada por ahora (/plan).
persona-silence-unavailable = Esto se contó aquí. El proveedor de IA no responde.
persona-silence-too-few = Esto se contó aquí. Muy pocas de tus respuestas pueden ir a una IA.
persona-silence-nothing = Esto se contó aquí. La IA no encontró nada que se sostenga.
persona-instead-of = en lugar de: { $text }
persona-take-all = ✓ Todas
persona-habit-words = Casi todas las respuestas tienen de { $from } a { $to } palabras.
persona-habit-characters = Casi todas las respuestas tienen de { $from } a { $to } caracteres.
persona-habit-greeting = Empieza a menudo con { $words }.
persona-habit-sign-off = Termina a menudo con { $words }.
persona-habit-case = Empieza sin mayúscula.
persona-habit-full-stop = Sin punto al final.
persona-habit-exclamation = Le gustan los signos de exclamación.
persona-habit-no-exclamation = Sin signos de exclamación.

# Eliminarlo todo
persona-wipe = Eliminar todo
persona-wipe-sure = ¿Eliminarlo todo? Líneas: { $lines }, preguntas: { $entries }.
persona-wipe-really = ¿De verdad todo? No se puede recuperar.
persona-wipe-all = Eliminar todo para siempre
persona-wiped = Todo está eliminado.

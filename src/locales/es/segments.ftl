# Fans that have something in common
segments-title = Tus segmentos
segments-none = Aún no hay ninguno. Un segmento es un grupo de fans que tienen algo en común, como «VIP que hablan alemán». Siempre contiene a quienes encajan ahora.
segments-tap-one = Toca uno para ver quién está en él o para cambiarlo.
segments-new = Nuevo
segments-resume = ✏️ Seguir con lo no guardado
segments-draft-new = Segmento nuevo
segments-empty = Todos los fans. Añade lo que deben tener en común.
segments-everyone = todos los fans
segments-all-of = Todo esto:
segments-any-of = Al menos una de estas:
segments-counting = Contando…
segments-count =
    { $count ->
        [0] Ningún fan
        [one] { $count } fan
       *[other] { $count } fans
    }
segments-count-failed = No se pudo contar a los fans. Toca cualquier botón para intentarlo de nuevo.
segments-seen-last =
    { $count ->
        [one] Visto por última vez:
       *[other] Los { $count } vistos por última vez:
    }
segments-as-text = Como texto:
segments-add = ➕ Añadir
segments-switch-any = Basta una
segments-switch-all = Deben cumplirse todas
segments-preview = 👀 Vista previa
segments-save = 💾 Guardar
segments-rename = Renombrar
segments-delete = Eliminar
segments-delete-asks = ¿Eliminar este segmento? Los fans se quedan como están.
segments-delete-sure = Sí, eliminar
segments-deleted = Eliminado. Los fans se quedan como están.
segments-negate = Invertir (no)
segments-remove = Quitar
segments-or-else = … o también
segments-and-also = … y además
segments-which-kind = ¿De qué se trata?
segments-which-field = ¿Qué campo?
segments-no-fields = Aún no hay campos. Defínelos con /fields.
segments-no-tags = Aún no hay etiquetas. Pon una a un fan con /tag.
segments-ask-name = Responde a este mensaje con un nombre para el segmento.
segments-ask-new-name = Responde a este mensaje con el nombre nuevo.
segments-ask-value = { $what }: responde a este mensaje con el valor, por ejemplo { $example }
segments-ask-days = { $what }: responde a este mensaje con un número de días, por ejemplo { $example }
segments-ask-hours = { $what }: responde a este mensaje con un número de horas, por ejemplo { $example }
segments-ask-language = { $what }: responde a este mensaje con la forma corta de un idioma, por ejemplo { $example }
segments-ask-min = Al menos …
segments-ask-max = Como mucho …
segments-ask-with = Contiene …
segments-ask-begun = Empieza por …
segments-ask-exactly = Exactamente …
segments-ask-after = Después de …
segments-ask-before = Antes de …
segments-ask-days-within = Hace … días o menos
segments-ask-days-ago = Hace más de … días
segments-ask-other = Otro …
segments-answer-unfit = Eso no encaja. Responde otra vez a mi pregunta, por ejemplo con { $example }
segments-only-text = Aquí solo vale un texto. Responde a mi pregunta con palabras.
segments-saved = Guardado como «{ $name }».
segments-renamed = Ahora se llama «{ $name }».
segments-was-unsaved = Lo que habías empezado no estaba guardado. Envía esto para recuperarlo:
segments-changed = Alguien guardó aquí otras condiciones mientras lo cambiabas. Ahora son:
segments-overwrite = Guardar las mías
segments-unreadable = Lo que está guardado aquí no se puede leer. No se cambió nada; no hay nadie en él. Haz uno nuevo.
segments-menu-old = Este menú estaba anticuado. Así está ahora.
segments-moved-on = Lo cambiaste desde que pregunté, así que no se añadió nada. Así está ahora.
segments-not-yours = Aquí está trabajando otra persona. Envía /segments para hacer el tuyo.
segments-refused-empty = No hay ningún nombre. No se guardó nada.
segments-refused-too-long = Los nombres tienen 32 caracteres como máximo. No se guardó nada.
segments-refused-taken = Ese nombre ya existe. Responde a mi pregunta con otro.
segments-refused-full = 200 segmentos son el máximo. Elimina uno primero.
segments-refused-plan = Tu plan tiene { $most } segmentos. Sin límite: { $plan }, mira /plan. Lo que has montado sigue aquí y se puede usar.
segments-read-only = 🔒 Tu plan tiene { $most } segmentos. Los más antiguos se pueden cambiar, este solo usar. Sin límite: { $plan }, mira /plan.
segments-refused-gone = Ya no está.
segments-too-many = { $most } condiciones son el máximo.
segments-too-deep = Demasiados paréntesis unos dentro de otros.

# What a condition is about
segments-kind-stage = Etapa
segments-kind-score = Puntuación
segments-kind-in = Mensajes suyos
segments-kind-out = Mensajes tuyos
segments-kind-recent = Suyos en 30 días
segments-kind-tag = Etiqueta
segments-kind-field = Campo
segments-kind-reach = Alcanzable
segments-kind-language = Idioma
segments-kind-source = Llegó por enlace
segments-kind-first = Visto por primera vez
segments-kind-last = Visto por última vez
segments-kind-waiting = Espera respuesta
segments-kind-followup = Recordatorio abierto
segments-kind-date = Fecha importante
segments-kind-name = Nombre o @usuario
segments-kind-note = Tiene una nota
segments-kind-username = Tiene un @usuario
segments-kind-snoozed = Pospuesto
segments-kind-noai = Fuera de la IA (/noai)
segments-kind-summary = Tiene un resumen de la IA
segments-kind-facts = Tiene datos anotados

# Conditions in words
segments-is = { $what }: { $value }
segments-is-min = { $what }: { $value } o más
segments-is-max = { $what }: { $value } o menos
segments-is-more = { $what }: más de { $value }
segments-is-less = { $what }: menos de { $value }
segments-is-from = { $what }: desde { $value }
segments-is-until = { $what }: hasta { $value }
segments-is-after = { $what }: después de { $value }
segments-is-before = { $what }: antes de { $value }
segments-is-present = { $what }: rellenado
segments-is-with = { $what }: contiene «{ $value }»
segments-is-begun = { $what }: una palabra empieza por «{ $value }»
segments-is-within = { $what }: hace { $span } como mucho
segments-is-ago = { $what }: hace más de { $span }
segments-is-due = { $what }: en { $span } como mucho
segments-reach-open = Se le puede escribir
segments-reach-blocked = Bloqueó el bot
segments-not = no: { $what }
segments-and = y
segments-or = o
segments-gone = (eliminado)
segments-gone-value = { $value } (ya no es una opción)
segments-gone-tag = Se eliminó una etiqueta que esto pide. Ningún fan la tiene.
segments-gone-field = Se eliminó un campo que esto pide. No dice nada de nadie.
segments-gone-choice = Una opción que esto pide ya no es una de su campo.
segments-why-both = Nadie puede encajar: «{ $first }» y «{ $second }» se excluyen.
segments-why-never = Nadie puede encajar: «{ $what }» no se cumple nunca.
segments-why-gone = Así que nadie puede encajar.

# The text form
segments-help-hint = Como texto: /segments stage:vip last>30d – más con /segments help
segments-help = Escribe las condiciones una al lado de otra si deben cumplirse todas, «or» entre ellas si basta una, «not» delante de una, paréntesis alrededor de varias. Los nombres con espacios van entre comillas.
segments-unknown-word = No conozco «{ $word }».
segments-no-tag = No hay ninguna etiqueta «{ $word }».
segments-no-field = No hay ningún campo «{ $word }».
segments-meant = ¿Querías decir «{ $word }»?
segments-meant-messages = Mensajes suyos: { $in }. Mensajes tuyos: { $out }.
segments-bad-value = «{ $word }» necesita otro valor. Escríbelo así: { $example }
segments-bad-stage = No existe esa etapa. Hay: { $stages }
segments-bad-empty = No hay ninguna condición.
segments-bad-quote = Falta cerrar unas comillas.
segments-bad-bracket = Un paréntesis no tiene pareja.
segments-bad-end = Después de esto falta algo.

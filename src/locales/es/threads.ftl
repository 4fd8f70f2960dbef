# Marcas en los mensajes reenviados
threads-mark-edited = editado
threads-mark-repeated = puede estar repetido

# Qué lleva un mensaje, en palabras
threads-kind-text = Un texto
threads-kind-photo = Una foto
threads-kind-video = Un vídeo
threads-kind-voice = Un mensaje de voz
threads-kind-video-note = Un videomensaje
threads-kind-audio = Un audio
threads-kind-document = Un archivo
threads-kind-sticker = Un sticker { $emoji }
threads-kind-animation = Un GIF
threads-kind-location = Una ubicación
threads-kind-venue = Un lugar: { $title }
threads-kind-contact = Un contacto: { $name }
threads-kind-poll = Encuesta: { $question }
threads-kind-unsupported = Algo que Telegram no deja pasar a los bots (una historia, un regalo, contenido de pago o similar)

# Entrega
threads-delivered = Entregado
threads-failed-blocked = No entregado: { $name } ha bloqueado el bot. Usa Retry cuando vuelva.
threads-failed-gone = No entregado: la cuenta de { $name } fue eliminada.
threads-failed-unreachable = No entregado: Telegram ya no deja que el bot escriba a { $name }.
threads-failed-message-missing = No entregado a { $name }: tu mensaje ya no está aquí. Escríbelo de nuevo.
threads-failed-cannot-copy = No entregado a { $name }: Telegram no deja que los bots pasen esto. Envíalo de otra forma.
threads-failed-too-long = No entregado a { $name }: demasiado largo para un bot. Envíalo por partes.
threads-failed-unknown = Telegram no confirmó este mensaje. Puede que { $name } lo tenga o no. Retry lo envía otra vez.
threads-failed-gave-up = No entregado a { $name }: Telegram no respondió durante un día.
threads-failed-refused = No entregado a { $name }: Telegram lo rechazó.
threads-edit-failed = Tu edición no llegó a { $name }: Telegram la rechazó. Sigue viendo el texto anterior.

# Reacciones
threads-reaction-custom-fan = { $name } reaccionó con un emoji que los bots no pueden mostrar.
threads-reaction-custom-creator = { $name } no ve esta reacción: los bots solo pasan emojis estándar.
threads-reaction-refused = { $name } no ve esta reacción: Telegram la rechazó.

# /delete
threads-taken-back = Retirado. { $name } ya no lo ve.
threads-taken-back-unsent = Retirado. No se había entregado.
threads-taken-back-uncertain = No se enviará otra vez. Pero Telegram nunca lo confirmó, así que el fan quizá lo tenga.
threads-take-back-too-late = Demasiado tarde: Telegram solo deja a los bots borrar mensajes durante 48 horas.
threads-take-back-failed = { $name } lo sigue viendo: Telegram no quiso borrarlo.
threads-delete-how = Para retirar un mensaje, responde a tu propio mensaje con /delete.
threads-delete-not-yours = Ese mensaje es de un fan. Solo puedes retirar los tuyos.
threads-delete-already = Ya lo habías retirado.

# /desk
threads-desk-private = Tu mesa está aquí ahora. Los mensajes de los fans llegan a este chat.
threads-desk-already = Tu mesa ya está aquí.
threads-desk-here = Tu mesa está aquí ahora. Cada fan tiene un tema; para responder, escribe en él.
threads-desk-here-no-pin = Tu mesa está aquí ahora. Cada fan tiene un tema; para responder, escribe en él. Déjame también fijar mensajes y la ficha del fan quedará arriba en cada tema.
threads-desk-no-forum = Este grupo aún no tiene temas. Actívalos en los ajustes del grupo y envía /desk otra vez.
threads-desk-no-admin = Aún no soy administrador aquí. Hazme administrador con el permiso «Gestionar temas» y envía /desk otra vez.
threads-desk-no-topics-right = Aún no puedo gestionar los temas aquí. Dame el permiso «Gestionar temas» y envía /desk otra vez.
threads-desk-lost = Ya no puedo trabajar en tu grupo { $title }. Tu mesa vuelve a este chat; no se ha perdido nada. Para volver, hazme administrador con «Gestionar temas» y envía /desk en el grupo.

# Responder
threads-own-topic = { $name } tiene su propio tema. Responde allí.
threads-card-in-general = { $name } aún no tiene un tema aquí. La ficha está en General.
threads-button-general = Ficha en General
threads-answer-how = Para responder a un fan, contesta a su mensaje: deslízalo a la izquierda, o mantenlo pulsado y elige Responder.
threads-answer-question = No se envió nada. Si esto responde a mi pregunta, contesta a ese mensaje. Para responder a un fan, contesta a su mensaje: deslízalo a la izquierda, o mantenlo pulsado y elige Responder.
threads-answer-no-relay = No sé para qué fan es, así que no se envió nada. Responde al mensaje de un fan.
threads-answer-cannot-copy = Telegram no deja que los bots pasen esto, así que no se envió nada. Envíalo de otra forma.
threads-answer-anonymous = No se envió nada: no veo quién eres. Desactiva «Permanecer anónimo» en tus permisos de administrador para responder desde aquí.
threads-answer-stranger = No se envió nada: desde aquí solo responde quien lleva este bot.
threads-unknown-command = No conozco este comando, así que no se envió nada. /help muestra los que conozco.
threads-unknown-command-near = No conozco este comando, así que no se envió nada. ¿Querías decir /{ $command }?

# Botones
threads-tap-done = Done
threads-tap-retry = Enviando otra vez
threads-tap-no-retry = Ya no queda nada que enviar otra vez.
threads-tap-open = En camino
threads-tap-nothing-waits = Ya no espera nada de este fan.

# El resumen de una mesa que se retrasa
threads-digest-waiting = Fans en espera: { $fans }, mensajes: { $messages }
threads-digest-why = Telegram frena este chat, así que los mensajes se reúnen aquí. Toca un nombre para abrirlo; no se pierde nada.
threads-digest-messages = mensajes: { $messages }
threads-digest-new = nuevo
threads-digest-over = Los mensajes vuelven a llegar uno a uno.

# A reply that was chosen, not written, as the desk shows it
threads-sent-head = Tú a { $name }

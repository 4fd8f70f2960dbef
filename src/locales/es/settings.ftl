# Botones. Done es la misma palabra en todos los idiomas.
button-done = Done
button-back = Atrás
button-skip = Omitir
button-not-yours = Este botón no es para ti.
button-out-of-date = Este botón ya no vale.

# Menús de comandos
command-fan-help = Cómo funciona
command-help = Cómo responder a tus fans
command-inbox = Quién espera respuesta
command-fan = Ficha de un fan: nombre, @usuario o id
command-search = Buscar palabras en mensajes y notas
command-note = Anotar algo sobre un fan
command-tag = Poner una etiqueta a un fan
command-remind = Recordarme a un fan
command-followups = A qué querías volver
command-replies = Tus respuestas guardadas
command-persona = Cómo deben sonar los borradores
command-save = Guardar un mensaje para otra vez (como respuesta)
command-segments = Grupos de fans, según lo que sabes
command-insights = Tus números, en imágenes
command-tags = Todas las etiquetas: nombre, unión, color
command-fields = Tus propias líneas en cada ficha
command-import = Traer notas, etiquetas y campos de un CSV
command-export = Todo lo tuyo en un archivo
command-settings = Saludo, idioma, zona horaria, mesa
command-desk = Dónde llegan los mensajes de los fans
command-delete = Retirar un mensaje enviado (como respuesta)
command-plan = Qué permite tu plan, qué se ha usado
command-noai = Mantener mis mensajes lejos de la IA
command-privacy = Qué se guarda y quién lo ve

# Fans
greeting-default =
    ¡Hola, { $fan }! Aquí { $name }.
    Escribe como a cualquier persona. Las respuestas llegan a este mismo chat.
greeting-privacy = Lo que escribes se guarda solo para { $name }. /privacy
help-fan =
    Escribe sin más. { $name } lo lee y responde en este chat.
    /privacy dice qué se guarda y quién lo ve.
privacy-fan =
    Qué se guarda: los mensajes de este chat, y el nombre, el @usuario y el idioma que muestra Telegram.

    Para qué: para que { $name } pueda leerte y responder.

    Quién lo ve: { $name } y quien ayude a responder. Los demás fans, nunca. Se guarda cifrado en el servicio que lleva este bot.
command-not-yours = Paso tus mensajes a { $name }. Ese comando no es para ti.

# Reclamar un bot
claim-unknown = Este enlace no funciona aquí. Comprueba que lo copiaste entero o pide otro.
claim-expired = Este enlace ha caducado. Pide otro.
claim-used = Este enlace ya se usó. Si no fuiste tú, pide otro.
claim-has-owner = Este bot ya está configurado, así que el enlace no hace nada.

# Configuración inicial
setup-welcome = Este bot ya es tuyo. Unas pocas preguntas, menos de dos minutos. Omite lo que quieras; /cancel sale.
setup-goes-on = La configuración sigue aquí.
setup-step = Paso { $step } de { $steps }
setup-first = Termina antes la configuración: responde a la pregunta de arriba o envía /cancel.
setup-cancelled = Configuración interrumpida. Lo que ya respondiste se queda. /start la repite entera, /settings cambia una sola cosa.
setup-done =
    Todo listo. Recibes los mensajes de los fans { $desk }.

    Para responder a un fan, contesta a su mensaje. /help cuenta el resto, /settings cambia lo que elegiste.

# Saludo
greeting-question =
    Saludo
    ¿Qué deben ver los fans al abrir este bot? Escríbelo aquí. El formato se conserva y { $placeholder } se convierte en el nombre del fan.
greeting-use-standard = Saludo estándar
greeting-standard-chosen = Los fans verán el saludo estándar.
greeting-saved = Saludo guardado. Los fans lo verán como arriba.
greeting-empty = Está vacío. Escribe lo que deben ver los fans.
greeting-too-long = Es demasiado largo. Como máximo { $limit } caracteres, contando el sitio para los nombres.
greeting-text-only = El saludo es solo texto. Escríbelo como mensaje.

# Idioma
language-question =
    Idioma
    ¿En qué idioma te hablo? A los fans les hablo en el de su Telegram.
language-saved = Te hablo en español.
language-unknown = Ese idioma no lo hablo. Toca uno de abajo.

# Zona horaria
zone-question =
    Zona horaria
    ¿Qué hora sigues? Toca una ciudad o escribe el nombre de una cercana.
zone-saved = Zona horaria: { $city }. Allí son las { $time }.
zone-did-you-mean = No conozco «{ $typed }». ¿Es alguna de estas?
zone-unknown = No conozco «{ $typed }». Escribe una ciudad grande de tu zona horaria, como Madrid o Bogotá.
zone-type-city = Escribe el nombre de una ciudad o toca una.

# Mesa
desk-question =
    Mesa
    Recibes los mensajes de los fans { $desk }. En un grupo con temas cada fan tiene su tema; va bien con muchos fans o en equipo.
desk-tap-a-button = Toca uno de estos botones.
desk-use-private = Este chat
desk-use-group = Un grupo con temas
desk-phrase-private = en este chat
desk-phrase-group = en el grupo «{ $title }»
desk-untitled = sin título
desk-is-here = Los mensajes de los fans llegan a este chat.
desk-is-now = Recibes los mensajes de los fans { $desk }.
desk-group-steps =
    Un grupo como mesa

    1. Crea un grupo.
    2. En sus ajustes, activa los temas.
    3. Añade { $bot } como administrador con «Gestionar temas».
    4. Envía /desk allí.

    Hasta entonces, los mensajes de los fans siguen llegando donde ahora.

# /settings
settings-summary =
    Ajustes

    Saludo: { $greeting }
    Idioma: { $language }
    Zona horaria: { $zone }, ahora { $time }
    Mesa: { $desk }
    Borradores con IA: { $drafts }
settings-own-greeting = el tuyo
settings-standard-greeting = estándar
settings-greeting = Saludo
settings-language = Idioma
settings-zone = Zona horaria
settings-desk = Mesa
settings-drafts = Borradores con IA
settings-unchanged = No se ha cambiado nada.
settings-in-private = Los ajustes están en nuestro chat privado: envía /settings allí.
settings-not-yours = Solo quien lleva este bot cambia los ajustes.
nothing-to-cancel = No hay nada que cancelar.

# Ayuda para el creador
creator-status = Todo está configurado. Recibes los mensajes de los fans { $desk }.
help-answering =
    Para responder a un fan, contesta a su mensaje. En un grupo con temas, escribe sin más en el tema del fan. Si editas tu respuesta, también cambia para el fan. Toca Draft bajo un mensaje: respuestas para elegir.
help-title-answering = Responder
help-commands-answering =
    /inbox quién espera, más tiempo o importantes primero
    /replies respuestas guardadas, /save guarda otra
    /persona cómo deben sonar los borradores
    /delete como respuesta retira lo enviado
help-title-fans = Conocer a tus fans
help-commands-fans =
    /fan Anna la ficha (o @usuario, id)
    /search palabras en mensajes, notas, campos, nombres
    /note y /tag como respuesta o tras una ficha
    /tags y /fields lo que va en las fichas
    /segments grupos de fans, según lo que sabes
help-title-ahead = Adelante y atrás
help-commands-ahead =
    /remind Anna mañana 18:00 llamar
    /followups lo que toca
    /insights tus números, en imágenes
help-title-bot = Este bot
help-commands-owner =
    /settings saludo, idioma, zona horaria, mesa
    /desk mueve la mesa a un grupo y de vuelta
    /import notas, etiquetas y campos de un CSV
    /export todo lo tuyo en un archivo
help-commands-bot =
    /plan qué permite tu plan, qué se ha usado
    /status qué espera, qué falló, si todo va bien
    /privacy qué se guarda y quién lo ve
    /help este texto
privacy-creator =
    Qué se guarda: los mensajes de tus fans y tus respuestas, el nombre, el @usuario y el idioma de cada fan tal como los muestra Telegram, y tus ajustes.

    Para qué: para que puedas responder y no se pierda nada.

    Quién lo ve: tú y quien te ayude a responder. Un fan solo ve lo que tú le envías.

    Tus datos están en un archivo cifrado propio, separado del de otros creadores. La clave la tiene quien lleva este servicio.

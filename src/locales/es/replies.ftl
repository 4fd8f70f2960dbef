# Saved replies
replies-button = Respuestas
replies-title = Tus respuestas guardadas. Toca una para verla o cambiarla.
replies-empty = Aún no hay respuestas guardadas. Guarda lo que dices a menudo: responde a uno de tus mensajes con /save y un nombre corto, o toca Nueva.
replies-inline-off = Para elegir una al escribir { $bot }, el modo inline debe estar activado: /setinline en @BotFather.
replies-new = Nueva
replies-pick = Una respuesta guardada para { $name }:
replies-none = Aún no hay respuestas guardadas. Escribe /replies para crear una.
replies-preview = { $name } recibiría:
replies-used =
    { $count ->
        [0] Aún no enviada.
        [one] Enviada una vez.
       *[other] Enviada { $count } veces.
    }
replies-rename = Renombrar
replies-delete = Eliminar
replies-delete-sure = Sí, eliminar
replies-save-how = Responde al mensaje que quieres guardar con /save y un nombre corto.
replies-saved = Guardada como «{ $name }».
replies-renamed = Ahora se llama «{ $name }».
replies-changed = «{ $name }» ha cambiado.
replies-deleted = Eliminada.
replies-ask-name = Responde a este mensaje con un nombre corto.
replies-ask-new = Responde a este mensaje con lo que quieres guardar: texto, foto, nota de voz… {"{"}first_name{"}"} será el nombre del fan.
replies-ask-edit = Responde a este mensaje con lo que debe decir a partir de ahora.
replies-unknown-placeholders = No se rellenará nada en { $list }. Se conocen: {"{"}first_name{"}"}, {"{"}last_name{"}"}, {"{"}name{"}"}, {"{"}username{"}"}.
replies-refused-album = Un álbum no se puede guardar. Guarda una sola imagen.
replies-refused-kind = Este tipo de mensaje no se puede guardar.
replies-refused-empty = Un nombre necesita al menos un carácter. No se cambió nada.
replies-refused-too-long = Como máximo 32 caracteres. No se cambió nada.
replies-refused-taken = Ya hay una con ese nombre. No se cambió nada.
replies-refused-gone = Esta respuesta guardada ya no existe.
replies-refused-too-many = Tienes 200 respuestas guardadas, el máximo. Elimina una primero.
replies-not-sent-already = Ya enviada.
replies-not-sent-gone = La respuesta o el fan ya no existe.
replies-not-sent-too-long = Demasiado larga con el nombre del fan.
replies-sent = Enviado a { $name }: { $reply }

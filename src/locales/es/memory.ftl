# What is remembered of fans
memory-no-notes = Aún no hay notas sobre { $name }.
memory-notes-of = Notas sobre { $name }
memory-new-note = Nueva nota
memory-note-how = ¿Sobre quién? Escribe /note como respuesta a un mensaje o una ficha, en el tema de un fan o después de abrir una ficha.
memory-ask-note = Responde a este mensaje con tu nota sobre { $name }.
memory-ask-note-edit =
    Responde a este mensaje con el nuevo texto. Ahora dice:

    { $text }
memory-noted = Anotado para { $name }.
memory-undo = Deshacer
memory-undone = La nota se retiró.
memory-changed = Cambiado.
memory-deleted = Eliminado.
memory-delete = Eliminar
memory-delete-sure = Sí, eliminar
memory-rename = Renombrar
memory-only-text = Aquí solo se puede guardar texto. Responde a mi pregunta con palabras.
memory-tag-how = ¿Sobre quién? Escribe /tag como respuesta a un mensaje o una ficha, en el tema de un fan o después de abrir una ficha.
memory-ask-tag = Responde a este mensaje con una etiqueta para { $name }. Varias con comas; -etiqueta quita una.
memory-tagged = { $name } tiene ahora { $tag }.
memory-untagged = { $name } ya no tiene { $tag }.
memory-not-tagged = { $name } no tenía «{ $tag }».
memory-tag-empty = «{ $tag }» no es una etiqueta: está vacía.
memory-tag-too-long = «{ $tag }» es demasiado larga: una etiqueta tiene como máximo 32 caracteres.
memory-tag-too-many = «{ $tag }» no se creó: 500 etiquetas es el máximo.
memory-tags-of = Etiquetas de { $name }. Toca para poner o quitar.
memory-no-tags = Aún no hay etiquetas. Crea la primera para { $name }.
memory-new-tag = Nueva etiqueta
memory-tags = Tus etiquetas. Toca una para cambiarla.
memory-tags-none = Aún no hay etiquetas. Pon la primera a un fan: /tag como respuesta a un mensaje.
memory-tag =
    { $tag }: { $fans ->
        [0] ningún fan
        [one] un fan
       *[other] { $fans } fans
    }
memory-tag-delete-asks = ¿Eliminarla y quitarla a todos? Tampoco la dará a nadie una tabla en espera.
memory-colour = Color
memory-colour-of = Un color para { $tag }
memory-merge = Unir
memory-merge-of = { $tag } se une con …
memory-merge-asks = { $tag } pasa a ser { $into }: quien tiene la primera recibe la segunda, y la primera desaparece. No se puede deshacer.
memory-merge-sure = Sí, unir
memory-merge-none = No hay otra etiqueta con la que unir { $tag }.
memory-merged = Unidas. Nadie perdió una etiqueta.
memory-named = Ahora se llama «{ $name }».
memory-ask-name = Responde a este mensaje con el nombre.
memory-ask-choice =
    Responde a este mensaje con el nombre y las opciones, por ejemplo
    Talla: S, M, L
memory-more-choices = Más opciones
memory-ask-choices = Responde a este mensaje con las opciones que añadir, con comas.
memory-choices-are = { $name }: { $list }
memory-choice =
    { $field }: «{ $choice }», { $fans ->
        [0] nadie la tiene
        [one] la tiene un fan
       *[other] la tienen { $fans } fans
    }
memory-choice-delete-asks =
    { $fans ->
        [0] ¿Borrar esta opción?
        [one] ¿Borrarla? «{ $field }» de este fan quedará vacío.
       *[other] ¿Borrarla? «{ $field }» de estos { $fans } fans quedará vacío.
    }
memory-choice-named = { $field }: «{ $was }» ahora es «{ $name }» para todos los que la tienen.
memory-choice-merge-asks =
    { $field }: «{ $choice }» y «{ $into }» serán una sola, «{ $into }». { $fans ->
        [0] Nadie tiene «{ $choice }».
        [one] Un fan tiene «{ $choice }» y recibirá «{ $into }».
       *[other] { $fans } fans tienen «{ $choice }» y recibirán «{ $into }».
    } Los segmentos y tablas en espera con «{ $choice }» se referirán a ambas. No se puede deshacer.
memory-no-fields = Aún no hay campos. Define qué quieres saber de { $name } y de todos: /fields
memory-fields-of = Lo que sabes de { $name }. Toca para cambiarlo.
memory-fields = Tus campos. Toca uno para cambiarlo o añade otro.
memory-fields-none = Los campos guardan lo que quieres saber de cada fan: una ciudad, una talla, un cumpleaños. ¿De qué tipo será el primero?
memory-field =
    { $name } ({ $type }): { $fans ->
        [0] sin rellenar
        [one] rellenado para un fan
       *[other] rellenado para { $fans } fans
    }
memory-field-delete-asks =
    { $fans ->
        [0] ¿Eliminar el campo?
        [one] ¿Eliminar el campo y lo que dice de un fan?
       *[other] ¿Eliminar el campo y lo que dice de { $fans } fans?
    } También se pierde lo que traen para él las tablas en espera.
memory-type-text = texto
memory-type-number = número
memory-type-date = fecha
memory-type-choice = opción
memory-clear = Vaciar
memory-ask-field = { $field } de { $name }: responde a este mensaje con lo que hay que guardar.
memory-ask-field-number = { $field } de { $name }: responde a este mensaje con un número.
memory-ask-field-date = { $field } de { $name }: responde a este mensaje con una fecha, como 12.05.1990.
memory-field-now = Ahora: { $value }. Un guion (–) lo vacía.
memory-field-cleared = Vaciado para { $name }.
memory-field-set = { $field } de { $name }: { $value }
memory-field-made = «{ $name }» se añadió. Está en cada ficha, en Campos.
memory-no-dates = Aún no hay fechas de { $name }. De cada una te aviso cada año.
memory-dates-of = Fechas de { $name }. Toca una para olvidarla.
memory-new-date = Nueva fecha
memory-ask-date =
    Responde a este mensaje con qué es y cuándo, por ejemplo
    cumpleaños 12.05.1990
memory-date-kept = { $name }: { $label } el { $date }. Te lo recordaré cada año a las 9:00.
memory-today = Hoy
memory-today-line = 🗓 { $name }: { $label }
memory-today-years =
    🗓 { $name }: { $label } ({ $years ->
        [one] un año
       *[other] { $years } años
    })
memory-today-more = … y más.
memory-button-notes = Notas
memory-button-fields = Campos
memory-button-dates = Fechas
memory-refused-empty = No hay nada escrito. No se cambió nada.
memory-refused-too-long = Es demasiado largo: los nombres tienen como máximo 32 caracteres, los campos 200 y las notas 2000. No se cambió nada.
memory-refused-gone = Ya no existe.
memory-refused-taken = Ese nombre ya existe. No se cambió nada.
memory-refused-too-many = No puede haber más. No se cambió nada.
memory-refused-too-many-fields = 30 campos es el máximo. Elimina uno primero.
memory-refused-too-few = Una opción necesita al menos dos posibilidades: Talla: S, M, L
memory-refused-no-number = Eso no es un número. Escríbelo como 12 o 12,5. No se cambió nada.
memory-refused-no-full-date = No encuentro ninguna fecha con año. Escríbela como 12.05.1990 o 12 de mayo de 1990. No se cambió nada.
memory-refused-no-date = No encuentro ninguna fecha. Escríbela como 12.05.1990, 12.05. o 12 de mayo. No se cambió nada.
memory-refused-no-choice = No es ninguna de las opciones. No se cambió nada.
memory-refused-no-label = ¿Qué es? Escríbelo con la fecha: cumpleaños 12.05.

# Datos y resumen de un fan
facts-of = Datos de { $name }
facts-none = Ningún dato de { $name }
facts-summary = Resumen de la IA
facts-said = Dicho el { $date }:
facts-changed-by-hand = Cambiado a mano: la IA lo deja así.
facts-delete = Borrar
facts-delete-asks = ¿Borrar esto? La IA no volverá a anotarlo.
facts-summary-delete-asks = ¿Borrar el resumen?
facts-wipe = Borrar todo
facts-wipe-asks = ¿Borrar todos estos datos? La IA no volverá a anotarlos.
facts-sure = Sí, borrar
facts-deleted = Borrado.
facts-changed = Cambiado.
facts-ask = Responde a este mensaje con el dato tal como debe ser. Un toque lo copia:
facts-ask-summary = Responde a este mensaje con el resumen tal como debe ser, dos líneas como máximo. Un toque lo copia:
facts-only-text = Aquí solo se guarda texto. Responde a este mensaje con el texto nuevo.
facts-refused-too-long = Es demasiado largo para un dato: 120 caracteres como máximo. Responde a este mensaje con uno más corto.
facts-summary-too-long = Es demasiado largo: dos líneas de 160 caracteres como máximo. Responde a este mensaje con uno más corto.
facts-refused-gone = Eso ya no existe. No se ha cambiado nada.
facts-count =
    { $count ->
        [one] Un dato
       *[other] { $count } datos
    }

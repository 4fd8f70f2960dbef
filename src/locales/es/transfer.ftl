# Import
transfer-ask =
    Responde a este mensaje con una tabla como archivo (.csv). Su primera fila nombra las columnas:
    • id o handle: de quién se trata
    • notes (notas), tags (etiquetas, con comas)
transfer-ask-fields = • tus campos: { $list }
transfer-ask-end = Primero te digo lo que encontré. Lo que te dio /export también sirve.
transfer-still-waiting =
    { $count ->
        [one] Una fila de importaciones anteriores espera a que su fan escriba.
       *[other] { $count } filas de importaciones anteriores esperan a que sus fans escriban.
    }
transfer-waiting-ends = Lo que espera { $days } días se olvida.
transfer-forget = Olvidar lo que espera
transfer-forget-asks = ¿Olvidarlo todo ahora? Cuando estas personas escriban, no se sabrá nada de ello. Lo ya importado se queda.
transfer-forget-sure = Sí, olvidar
transfer-forgotten =
    { $count ->
        [0] Ya no espera nada.
        [one] Se ha olvidado una fila.
       *[other] Se han olvidado { $count } filas.
    }
transfer-creator-only = Esto solo lo puede hacer quien lleva este bot.
transfer-looking = La estoy mirando. Todavía no ha cambiado nada.
transfer-not-fetched = No pude obtener ese archivo. Envíalo otra vez: /import
transfer-refused-no-file = Eso no es un archivo. Responde a mi pregunta con una tabla como archivo (.csv).
transfer-refused-no-table = Eso no es una tabla. Leo archivos CSV: en Excel, Numbers o Google Sheets guarda o descarga tu tabla como CSV.
transfer-refused-spreadsheet = Eso es una hoja de cálculo. Guárdala como «CSV UTF-8», o en Google Sheets descárgala como CSV, y envía eso.
transfer-refused-too-big = Ese archivo es demasiado grande: 20 MB como mucho. Divídelo y envía las partes una tras otra.
transfer-refused-encoding = No puedo leer las letras de este archivo. Guárdalo como «CSV UTF-8» (Excel: Guardar como; Google Sheets: Descargar, CSV) y envíalo otra vez. No se cambió nada.
transfer-refused-empty = En esta tabla no hay filas. No se cambió nada.
transfer-refused-broken = Esta tabla se corta: en algún sitio se abren comillas que nunca se cierran. Guárdala otra vez como CSV. No se cambió nada.
transfer-refused-nobody = No sé de quién se trata: una columna debe llamarse id o handle. No se cambió nada.
transfer-refused-nothing = Esta tabla no dice nada que yo pueda guardar: no hay columna notes ni tags, ni ninguna con el nombre de un campo tuyo (/fields). No se cambió nada.
transfer-checked =
    { $rows ->
        [one] Una fila
       *[other] { $rows } filas
    }
transfer-known = ✓ sobre tus fans: { $count }
transfer-renamed = ↻ de ellos por un usuario anterior: { $count }. Primero: { $list }
transfer-waiting = ⏳ sobre gente que aún no ha escrito: { $count }. Espera hasta que lo hagan.
transfer-new-tags = 🏷 etiquetas nuevas: { $list }
transfer-tags-no-room = ⚠ Hay sitio para { $room } etiquetas más; el resto quedaría fuera.
transfer-misfits = ⚠ no encaja y quedaría fuera: { $count }. Primero en la fila: { $list }
transfer-nobody = ✕ sin id ni handle que sirva: { $count }. Primero en la fila: { $list }
transfer-doubtful = ✕ parece un id o un teléfono: { $count }. Primero en la fila: { $list }. Para los id, usa una columna id o escribe #123.
transfer-empty = ○ sin nada que guardar: { $count }
transfer-ignored = ○ columnas que no conozco: { $list }. Crea antes un campo con ese nombre si lo quieres (/fields).
transfer-nothing-yet = Todavía no ha cambiado nada.
transfer-no-use = Así que no hay nada que importar. No se cambió nada.
transfer-button-import = Importar
transfer-button-cancel = Cancelar
transfer-dropped = Cancelado. No se cambió nada.
transfer-running = Importando: { $done } de { $rows }
transfer-tap-running = Ya se está importando.
transfer-tap-done = Ya se importó.
transfer-done = Importado. ✓ sobre tus fans: { $count }
transfer-misfits-left = ⚠ quedó fuera porque no encajaba: { $count }
transfer-stopped = La importación tuvo que parar. Lo importado queda; envía otra vez el archivo para el resto: /import. Nada se duplica.

# Export
transfer-exporting = Lo estoy preparando. Llega aquí como archivo.
transfer-exporting-elsewhere = Lo estoy preparando. Llega como archivo a nuestro chat privado.
transfer-export-running = Ya hay una exportación en camino.
transfer-export-nobody = Todavía no hay fans, así que no hay nada que exportar.
transfer-export-failed = La exportación falló. Prueba otra vez: /export
transfer-exported =
    { $fans ->
        [one] Un fan
       *[other] { $fans } fans
    }: fans.csv es una tabla para Excel y similares, fans.jsonl tiene todo sobre ellos para programas. drafts.jsonl dice qué fue de los borradores y qué salió de aquí para ellos. El resto: mensajes, segmentos, respuestas guardadas, persona, preguntas frecuentes y consentimientos.
transfer-exported-part = Parte { $part }. Viene más.
transfer-exported-last = En { $part } partes; esta es la última.
transfer-exported-how = Guárdalo bien. Para volver a importarlo, envíalo tal cual a /import.

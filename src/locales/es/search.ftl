# /search
search-ask = ¿Qué buscas? Envíame las palabras. Basta el comienzo, desde 3 letras.
search-placeholder = Palabras
search-no-words = Necesito letras o cifras, por ejemplo: /search vestido azul
search-found = «{ $words }», encontrados: { $count }
search-found-many = «{ $words }», encontrados: { $count } y otros más antiguos. Añade una palabra para precisar.
search-nothing = No encontré nada para «{ $words }».
search-tip = Prueba con menos palabras o solo con el comienzo de una, desde 3 letras. Busco en mensajes, notas, campos y nombres.
search-alone = Por separado encontré: { $words }
search-last-seen = Visto por última vez: { $date }
search-note = nota
search-field = campo
search-you = tú
search-more = Más
search-failed = La búsqueda no funcionó esta vez. Inténtalo de nuevo.
search-behind = Aún estoy leyendo los últimos mensajes. Busca otra vez en un minuto para tenerlos también.
search-handle-now = @{ $was } ahora es @{ $now }.
search-handle-gone = @{ $was } ya no tiene @usuario.

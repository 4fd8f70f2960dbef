# Clave propia para un modelo de lenguaje
ownkey-entry = Clave de IA propia
ownkey-offer =
    Clave de IA propia
    Con una clave tuya, los borradores y los datos vienen del modelo que elijas, y pagas a su proveedor. Entonces nada limita tus borradores y no se consulta a los proveedores de IA de este servicio.

    ¿De qué proveedor es?
ownkey-other = Otra dirección
ownkey-card =
    Clave de IA propia
    { $host }
    Modelo: { $model }
    Clave: { $key }
    Probada: { $date }
ownkey-line = Clave de IA propia: { $host }, { $model }, { $key }
ownkey-line-broken = Clave de IA propia: { $host } no funciona ahora ({ $key })
ownkey-line-kept = Clave de IA propia: { $host } se conserva, pero no se usa ({ $key }), mira /plan
ownkey-plan = Clave de IA propia: sin límite
ownkey-test-again = Probar de nuevo
ownkey-other-model = Otro modelo
ownkey-another-key = Otra clave
ownkey-replace = Cambiar
ownkey-remove = Quitar
ownkey-start-over = Empezar de nuevo
ownkey-cancel = Cancelar
ownkey-delete = Borrar
ownkey-begun =
    Clave de IA propia
    { $host }, modelo { $model }. Las claves se crean en { $where }. El modelo se puede cambiar después.
ownkey-begun-other =
    Clave de IA propia
    Sirve cualquier servidor que hable Chat Completions de OpenAI: una dirección, un modelo, una clave.
ownkey-ask-address = ¿Cuál es la dirección, por ejemplo https://llm.example.com/v1? Responde a este mensaje con ella.
ownkey-ask-model = ¿Qué modelo en { $host }? Responde a este mensaje con su nombre, como lo escribe su proveedor.
ownkey-ask-key = ¿Cuál es la clave para { $host }? Responde a este mensaje con ella. Borro tu mensaje enseguida y nunca muestro más que los últimos cuatro caracteres.
ownkey-address-malformed = Eso no es una dirección.
ownkey-address-credentials = Una dirección sin nombre ni contraseña dentro, por favor. He borrado tu mensaje. La clave viene después.
ownkey-address-query = Una dirección sin nada detrás de ? o #, por favor. He borrado tu mensaje. La clave viene después.
ownkey-address-not-https = Solo https:// es lo bastante seguro para una clave.
ownkey-address-port = Aquí solo se puede usar el puerto habitual de https.
ownkey-address-private = Eso lleva a una red privada. Aquí solo se pueden usar direcciones públicas.
ownkey-model-malformed = El nombre de un modelo no tiene espacios y tiene 200 caracteres como máximo.
ownkey-key-spaces = Una clave no tiene espacios ni saltos de línea. He borrado tu mensaje.
ownkey-key-malformed = Eso no puede ser una clave: solo letras, cifras y signos, 500 caracteres como máximo. He borrado tu mensaje.
ownkey-text-only = Como texto, por favor.
ownkey-too-early = Eso parece una clave. He borrado tu mensaje; primero viene esto:
ownkey-over = Esa pregunta ya pasó. /settings, Clave de IA propia, empieza de nuevo.
ownkey-pasted = Eso parece una clave de IA. No la he pasado a nadie y he borrado tu mensaje. El creador pone una clave en /settings, Clave de IA propia.
ownkey-delete-failed = No puedo borrar este mensaje con la clave. Bórralo tú, por favor.
ownkey-not-in-plan = Tu plan no incluye una clave de IA propia. { $plan } la incluye, mira /plan.
ownkey-kept = La clave se conserva, pero no se usa: tu plan no incluye una clave de IA propia. { $plan } la incluye, mira /plan.
ownkey-testing = Pruebo { $host }, modelo { $model }, clave { $key }. Unos segundos…
ownkey-testing-again = Lo pruebo. Unos segundos…
ownkey-test-failed = La prueba no ha salido bien. Inténtalo de nuevo.
ownkey-works = Funciona: { $host }, modelo { $model }, clave { $key }.
ownkey-in-use = Desde ahora los borradores vienen de ahí.
ownkey-not-agreed = Todavía no se envía nada ahí. Toca Borradores con IA, lee qué recibe y acepta.
ownkey-not-used = No ha cambiado nada: esta clave no se usa.
ownkey-stays = La clave se queda y se intenta de nuevo con cada borrador.
ownkey-models = Ofrece: { $models }
ownkey-fault-rejected = { $host } rechaza la clave { $key }: es errónea o está revocada, o se ha acabado su saldo.
ownkey-fault-model = { $host } no tiene el modelo { $model } para esta clave, o lo ha retirado.
ownkey-fault-private = { $host } lleva a una red privada. Aquí solo se pueden usar direcciones públicas.
ownkey-fault-unreachable = No se llega a { $host }. ¿Es correcta la dirección y está en marcha?
ownkey-fault-protocol = Lo que responde { $host } no es Chat Completions de OpenAI. ¿Está completa la dirección? Casi todas acaban en /v1.
ownkey-fault-json = { $model } no responde con el JSON que necesitan los borradores. Toma otro modelo.
ownkey-fault-context = { $model } lee solo el final de lo que recibe. Los borradores necesitan unos 5.000 tokens: dale más contexto o toma otro modelo.
ownkey-fault-slow = { $host } tarda demasiado: un borrador lo espera cinco segundos.
ownkey-fault-flooded = { $host } no acepta más llamadas ahora. Inténtalo en un minuto.
ownkey-fault-down = { $host } tiene ahora un fallo propio. Inténtalo más tarde.
ownkey-fault-refused = { $model } no quiere responder ni a la pregunta de prueba.
ownkey-told =
    Tu clave de IA propia no funciona: { $why }

    Hasta que funcione, los borradores vienen de tus respuestas anteriores.
ownkey-remove-sure = ¿Borrar la clave { $key } de { $host }? Después no se envía nada a otro proveedor de IA hasta que aceptes.
ownkey-removed = La clave está borrada.

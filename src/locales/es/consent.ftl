# A qué se da el consentimiento. Quien cambie el sentido sube consentTextVersion.
consent-offer =
    Borradores con IA
    Un modelo de IA puede proponer respuestas que suenen a ti. Cada una la lees, la cambias y la envías tú.

    Quién recibe lo que hace falta para un borrador:
    { $about }

    Qué: los últimos mensajes del fan y lo anotado sobre él, tu persona y tus preguntas frecuentes, y ejemplos: tus respuestas anteriores con los mensajes a los que respondían. Lo mismo para anotar datos y aprender cómo suenas. Antes se sustituyen correos, números de teléfono y de tarjeta y @usuarios.

    { $training } Otros creadores no reciben nada.

    Tus fans lo leen en /privacy, y con /noai los mensajes de un fan quedan fuera. Puedes retirarlo cuando quieras en /settings. Sin IA, los borradores salen de tus propias respuestas anteriores.
consent-about-groq = Groq, una empresa de EE. UU. con centros de datos también en otros países. No guarda nada después de responder, salvo que investigue errores o abusos.
consent-about-xai = xAI, una empresa de EE. UU. que puede procesar también en otros países. Lo guarda todo 30 días por si hay abusos.
consent-about-other = { $name }. Dónde funciona y qué guarda te lo dice quien lleva este servicio.
consent-about-own = { $host }, modelo { $model }, con la clave que diste. Dónde funciona y qué guarda depende de quien lo gestiona.
consent-training-none = Con eso no se entrena ningún modelo.
consent-training-own = Si con eso se entrena un modelo, depende de quien lo gestiona.
consent-own-model = modelo propio
consent-agree = Acepto
consent-not-now = Ahora no
consent-withdraw = Retirar
consent-given = Los borradores con IA están activados: { $providers }.
consent-not-given = Los borradores con IA siguen desactivados. Los borradores salen de tus propias respuestas anteriores.
consent-withdrawn = Los borradores con IA están desactivados. Ya no se envía nada a un proveedor de IA.
consent-changed = Este texto ha cambiado entretanto. Léelo otra vez, por favor.
consent-is-on =
    Borradores con IA
    Activados desde el { $date }: { $providers }.

    { $about }

    Antes se sustituyen correos, números de teléfono y de tarjeta y @usuarios. Un fan queda fuera con /noai.
consent-lapsed-providers = Los borradores con IA están desactivados: aceptaste { $before } y ahora sería { $now }. No se envía nada hasta que aceptes de nuevo.
consent-lapsed-text = Los borradores con IA están desactivados: lo que se envía, o lo que pasa con ello, ha cambiado desde que aceptaste. No se envía nada hasta que aceptes de nuevo.
consent-lapsed-owner = Los borradores con IA están desactivados: aceptó quien tenía este bot antes, no tú.
consent-not-configured =
    Borradores con IA
    Este servicio no tiene ningún proveedor de IA. Los borradores salen de tus propias respuestas anteriores y guardadas, y nada sale de este servicio.
consent-state-on = activados, { $providers }
consent-state-off = desactivados
consent-state-lapsed = desactivados hasta que aceptes de nuevo
consent-state-none = no hay proveedor

# Fans
consent-fan-out = Hecho. Desde ahora tus mensajes, también los de antes, no van a ningún proveedor de IA. Lo que ya se anotó sobre ti se queda con { $name }, y ninguna IA anota nada nuevo; lo que un proveedor de IA recibió antes, lo borra según sus reglas. { $name } te lee y te responde como antes. /yesai lo deshace.
consent-fan-out-already = Ya es así: ningún proveedor de IA recibe tus mensajes. /yesai lo deshace.
consent-fan-back = Hecho. { $name } puede usar IA: para borradores de respuestas a ti y para anotar lo que cuentas. /noai mantiene tus mensajes fuera.
consent-fan-back-already = Ya es así: nada mantiene tus mensajes lejos de la IA. Para eso está /noai.
consent-privacy-fan = IA: { $name } puede pedir respuestas a un modelo de IA ({ $providers }). Recibe los últimos mensajes de un chat, y otros anteriores como ejemplos de cómo escribe { $name }; lo que cuentas de ti puede anotarse. Antes se sustituyen correos y números de teléfono. Cada respuesta la lee y la envía una persona. { $training } /noai mantiene tus mensajes lejos de la IA.
consent-privacy-opted-out = IA: tus mensajes no van a ningún proveedor de IA, como pediste. Lo que ya se anotó sobre ti se queda con { $name }. /yesai lo deshace.

# Creador
consent-card-opted-out = Mantiene sus mensajes lejos de la IA (/noai): lo anotado queda, la IA no anota nada nuevo
consent-privacy-creator-on = Los borradores con IA están activados: lo que un borrador necesita va a { $providers }, nunca lo de fans que dijeron /noai. /settings dice qué es y lo termina.
consent-privacy-creator-off = Los borradores con IA están desactivados: nada va a un proveedor de IA.

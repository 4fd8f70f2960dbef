# Why a plan is what it is
billing-why-grant = Regalo de quien lleva este servicio.
billing-why-grant-until = Regalo de quien lleva este servicio, hasta el { $date }. Después: { $then }.
billing-why-subscription = Por tu suscripción.
billing-why-ending = Tu suscripción termina el { $date }. Después: { $then }.
billing-why-trial = Lo estás probando.
billing-why-trial-until = Lo estás probando hasta el { $date }.
billing-why-grace = Un pago ha fallado. Todo sigue igual hasta el { $date }. Si entonces sigue pendiente: { $then }.
billing-why-address = No se puede calcular el impuesto de un pago: falta tu dirección o no se ha reconocido. Escríbela: en la página de tu cuenta está «Facturas y datos» para eso.
billing-why-uncollected = Quien lleva este servicio ha puesto los pagos en pausa: por ahora no se cobra nada.
billing-why-ended = Tu suscripción ha terminado. No se ha borrado nada.
billing-why-unpaid = Hay un pago pendiente. No se ha borrado nada.
billing-why-pending = El primer pago aún no se ha completado.
billing-why-paused = Tu suscripción está en pausa porque no hay forma de pago. En cuanto añadas una, podrá seguir: en la página de tu cuenta hay un botón para eso. No se ha borrado nada.
billing-why-paused-by-operator = Quien lleva este servicio ha puesto tu suscripción en pausa. Mientras tanto tienes Free y no se cobra nada; puede reanudarla. No se ha borrado nada.
billing-why-hold = Hay un pago en disputa. Hasta que se resuelva tienes Free. No se ha borrado nada.
billing-why-fraud-warning = El banco que emitió la tarjeta avisó de que un pago puede ser un fraude. Hasta que se aclare, como mucho dos semanas, tienes Free. No se ha borrado nada.

# What the next plan has more
billing-adds = { $plan } tiene más:
billing-adds-drafts = { $count } borradores con IA al mes
billing-adds-segments = todos los segmentos que quieras
billing-adds-insights-year = /insights de hasta un año
billing-adds-insights-all = /insights de todo el tiempo
billing-adds-own-key = tu propia clave de IA

# What the creator is told once
billing-told-trial = Estás probando { $plan } hasta el { $date }. /plan
billing-told-began = Tu plan es ahora { $plan }. /plan
billing-told-paid = Has probado { $plan } y sigue con tu suscripción. /plan
billing-told-recovered = El pago ha llegado. { $plan } sigue.
billing-told-paused = { $plan } está en pausa porque no hay forma de pago. Añade una en la página de la cuenta y sigue: /plan
billing-told-paused-by-operator = Quien lleva este servicio ha puesto { $plan } en pausa. Mientras tanto no se cobra nada, y puede reanudarlo. /plan
billing-told-resumed = { $plan } sigue: la pausa ha terminado. /plan
billing-told-released = La disputa sobre un pago está resuelta. Tu plan vuelve a ser { $plan }.
billing-told-cleared = El aviso sobre un pago ya no detiene nada. Tu plan vuelve a ser { $plan }.
billing-told-changed = Tu plan es ahora { $plan }. /plan
billing-told-goes-on = { $plan } sigue y ya no termina.
billing-told-granted = Tu plan es ahora { $plan }, regalo de quien lleva este servicio. /plan
billing-told-granted-until = Tu plan es { $plan } hasta el { $date }, regalo de quien lleva este servicio. /plan
billing-told-ending = { $plan } termina el { $date }. Después tienes { $then }. No se borra nada. /plan
billing-told-payment-failed = Un pago de { $plan } ha fallado. Todo sigue igual hasta el { $date }. Si entonces el pago sigue pendiente, tienes { $then }. /plan
billing-told-grace-ends = El pago de { $plan } sigue pendiente. El { $date } tu plan pasa a ser { $then }. No se borra nada. /plan
billing-told-trial-ends = La prueba de { $plan } termina el { $date }. /plan
billing-told-less = { $from } ha terminado. Tu plan es ahora { $to }.
billing-told-unpaid = El pago de { $from } no llegó a tiempo. Tu plan es ahora { $to }.
billing-told-hold = Hay un pago en disputa. Hasta que se resuelva tu plan es Free y la suscripción no se renueva.
billing-told-fraud-warning = El banco que emitió la tarjeta avisó de que un pago puede ser un fraude. Hasta que se aclare, como mucho dos semanas, tu plan es Free. La suscripción no se renueva sola.
billing-told-address = { $plan } sigue, pero no se puede calcular el impuesto de un pago: falta tu dirección o no se ha reconocido. Escríbela: /plan lleva a la página de la cuenta, y allí «Facturas y datos» lleva a la dirección.
billing-told-uncollected = { $plan } sigue y por ahora no se cobra nada: quien lleva este servicio ha puesto los pagos en pausa. /plan
billing-told-collected = { $plan } vuelve a cobrarse: la pausa ha terminado. /plan
billing-told-duplicate = Has pagado una segunda suscripción además de la que tienes. Se ha terminado al momento y su pago te queda como saldo: con él se pagan tus próximas facturas. No tienes que hacer nada. /plan
billing-told-topup = Borradores con IA comprados aparte: { $count } más. Se usan después de los del mes y no caducan.

# What is less
billing-lost-drafts = Borradores con IA: { $count } al mes. Después salen de tus propias respuestas anteriores.
billing-lost-segments = Segmentos: todos se pueden usar. Los { $count } más antiguos se pueden cambiar.
billing-lost-insights =
    { $days ->
        [365] /insights muestra hasta un año.
       *[other] /insights muestra hasta { $days } días.
    }
billing-lost-own-key = Tu propia clave de IA se conserva, pero no se usa.
billing-lost-nothing = No se ha borrado nada y tus fans te escriben como siempre. /plan

account-title = Cuenta
account-back = Volver al bot
account-to = A tu cuenta
account-sign-out = Cerrar sesión
account-safe = Se paga en Stripe. Aquí nadie ve tu tarjeta.

# The plan
account-plan-yours = Tu plan
account-badge-active = activo
account-badge-ends = termina
account-badge-trial = prueba
account-badge-grant = regalo
account-badge-unpaid = pago pendiente
account-badge-pending = pago en curso
account-badge-paused = en pausa
account-badge-address = falta la dirección
account-badge-hold = en pausa
account-badge-ended = terminado
account-next-payment = Próximo pago: { $date }.
account-new-card = Otra tarjeta
account-pay-open = Pagar lo pendiente
account-resume = Continuar la suscripción
account-resume-text = Si aún no hay forma de pago, primero la añades en Stripe. Después se cobra enseguida el primer pago.
account-keep = Seguir con { $plan }

# What is used
account-usage = Lo que has usado
account-drafts = Borradores con IA este mes
account-drafts-since = Borradores con IA desde el { $date }
account-segments = Segmentos
account-used = { $used }, sin límite
account-used-of = { $used } de { $of }

# What can be chosen
account-plans = Planes
account-no-prices = Stripe no responde ahora, así que aquí no hay precios. Lo que tienes sigue igual. Inténtalo en unos minutos.
account-trial =
    { $days ->
        [one] Primero { $days } día gratis, después:
       *[other] Primero { $days } días gratis, después:
    }
account-trial-note = Para los días gratis no hace falta tarjeta. Sin ella terminan solos.
account-stripe-note = En Stripe lo ves todo otra vez antes de pagar.
account-change-note = Toca un precio para ver cuánto cuesta un cambio y cuándo empieza. Lo aceptas en Stripe.
account-all-of = Todo lo de { $plan }, y además:
account-a-month = { $price } al mes
account-a-year = { $price } al año
account-saves = ahorra un { $percent } %
account-this-one = es el tuyo
account-says-begin = Suscribirse a { $plan }: { $price }
account-says-change = Cambiar a { $plan }: { $price }
account-over-segments = Tienes { $used } segmentos. Con { $plan } se pueden cambiar los { $of } más antiguos; los demás solo usarse.
account-over-drafts = Has usado { $used } borradores con IA este mes. { $plan } tiene { $of }.
account-topup = Más borradores con IA
account-topup-text = Se usan después de los del mes y no caducan.
account-topup-buy = { $count } borradores por { $price }

# What a change of plan costs
account-change-to-month = Cambiar a { $plan }, mensual
account-change-to-year = Cambiar a { $plan }, anual
account-change-begins-now = Empieza enseguida. Lo que has pagado y no has usado se te abona.
account-change-begins-later = Empieza el { $date }. Hasta entonces todo sigue igual.
account-change-ends-trial = Empieza enseguida y termina tus días gratis: el primer pago es hoy.
account-change-keeps-trial = Empieza enseguida. Tus días gratis siguen hasta el { $date }.
account-change-charged = { $plan } hasta el { $date }
account-change-credited = Abono por el tiempo no usado
account-change-from-credit = De tu saldo
account-change-due = A pagar hoy
account-change-kept = Saldo para los próximos pagos
account-change-next = Próxima factura completa, el { $date }
account-change-taxed = Impuestos incluidos.
account-change-exact = Calculado para este momento. Stripe muestra el importe final antes de que aceptes.
account-change-unclear = Aquí no se puede decir cuánto cuesta. Stripe lo muestra, y cuándo empieza, antes de que aceptes.
account-change-no-answer = Stripe no responde ahora, por eso aquí no hay importes. Su propia página los muestra antes de que aceptes.
account-change-planned = Ya hay otro cambio previsto, o espera su pago. En Stripe lo ves y puedes anularlo. Después puedes volver a elegir.
account-change-ending = Tu suscripción va a terminar. En Stripe puedes mantenerla. Después se puede cambiar.
account-change-ending-on = Tu suscripción termina el { $date }. En Stripe puedes mantenerla. Después se puede cambiar.
account-change-go = Continuar a Stripe
account-change-back = No cambiar nada

# The subscription
account-manage = Suscripción
account-payments = Pagos
account-invoices = Facturas y datos
account-cancel = Cancelar la suscripción
account-cancel-text = Conservas { $plan } hasta el { $date }. Después:
account-cancel-keeps = No se borra nada, y los fans te escriben como siempre.
account-cancel-go = Cancelar en Stripe

# A bot that is switched off
account-off-suspended = Quien lleva este servicio ha desactivado este bot.
account-off-deleted = Este bot se ha borrado.
account-off-deleted-until = Este bot se ha borrado. Sus datos se destruyen el { $date }.
account-off-paying = Aun así, tu suscripción sigue hasta que la canceles en Stripe.
account-off-paying-until = Tu suscripción sigue hasta entonces, si no la cancelas en Stripe.
account-off-not-paying = No se cobra nada.

# What is said at the top
account-note-not-charged = Has vuelto sin pagar. No se ha cobrado nada.
account-note-already = Ya tienes una suscripción: no ha empezado nada nuevo ni se ha cobrado nada. Puedes cambiarla más abajo.
account-note-paused = Tu suscripción está en pausa: no ha empezado nada nuevo ni se ha cobrado nada. Puedes continuarla más abajo.
account-note-paused-by-operator = Quien lleva este servicio ha puesto en pausa tu suscripción o sus pagos: no ha empezado nada nuevo ni se ha cobrado nada. Solo esa persona puede reanudarla.
account-note-unclear = Ya hay otra suscripción para este bot y aún no se sabe si sigue. Por eso no ha empezado nada nuevo ni se ha cobrado nada. Pregunta a quien lleva este servicio.
account-note-trial-used = Los días gratis ya se usaron. Puedes suscribirte sin ellos.
account-note-nothing = Todavía no hay nada tuyo en Stripe para eso.
account-note-no-change = Ya tienes este plan a este precio. No se ha cambiado ni cobrado nada.
account-note-not-changeable = Esta suscripción se creó a mano y no se puede cambiar aquí. No se ha cambiado ni cobrado nada. Pregunta a quien lleva este servicio.
account-note-held = Tu suscripción está retenida por un pago, así que ahora no se puede cambiar el plan. No se ha cambiado ni cobrado nada.
account-note-payment-open = Primero hay que pagar algo pendiente. Después se puede cambiar el plan. No se ha cambiado ni cobrado nada.
account-note-resume = Tu suscripción sigue en pausa. Toca «Continuar la suscripción» y seguirá: entonces se cobra el primer pago.
account-note-resume-held = Tu suscripción está retenida por un pago, así que ahora no puede seguir. No se ha cobrado nada.
account-note-no-price = Este precio no está a la venta. No se ha cobrado nada.
account-note-unreachable = Stripe no responde ahora. No se ha cobrado nada. Inténtalo en unos minutos.
account-note-misconfigured = Ahora no se puede pagar aquí. No se ha cobrado nada. Avisa a quien lleva este servicio.
account-note-off = Este bot está desactivado: no se puede comprar nada para él. No se ha cobrado nada.
account-note-waiting = Stripe aún no nos ha dicho qué ha cambiado allí. El bot te lo dice en cuanto llegue.
account-note-waiting-off = Stripe aún no nos ha dicho qué ha cambiado allí. Vuelve a mirar aquí en unos minutos.

# Coming from Stripe
account-on-title = Seguir en Stripe
account-on = Continuar
account-thanks = ¡Gracias!
account-thanks-trial = Puedes probar { $plan } hasta el { $date }. El bot también te lo dice.
account-thanks-plan = { $plan } está activo, pagado hasta el { $date }. El bot también te lo dice.
account-thanks-paid = Tu suscripción está activa.
account-thanks-topup = Tienes { $count } borradores con IA más. Se usan después de los del mes y no caducan.
account-waiting = Sin confirmar todavía
account-waiting-text = Stripe aún no ha confirmado el pago. El bot te avisa en cuanto llegue. No pagues otra vez.
account-slow-text = Seguimos esperando a Stripe. No se pierde nada: el bot te avisa en cuanto responda. No pagues otra vez.
account-waiting-off-text = Stripe aún no ha confirmado el pago. No se pierde nada: vuelve a mirar tu cuenta en unos minutos. No pagues otra vez.
account-slow = Stripe tarda en responder
account-slow-not-charged = No se ha cobrado nada. Inténtalo de nuevo en un momento.
account-slow-again = Intentar de nuevo

# Pages that lead nowhere, and the link
account-open = Tu página de cuenta
account-open-text = Es la de { $bot }. Este enlace sirve una vez.
account-open-button = Abrir
account-plan-again = Envía /plan a tu bot y toca el botón.
account-plan-or-ask = Envía /plan a tu bot y toca el botón. Si no responde, pide un enlace a quien lleva este servicio.
account-link-unknown = Este enlace no existe
account-link-used = Este enlace ya se usó
account-link-expired = Este enlace ha caducado
account-link-foreign = Este enlace es de otra persona
account-link-foreign-text = En este navegador está abierta otra cuenta. Cierra esa sesión y abre el enlace de nuevo.
account-too-many = Demasiados enlaces erróneos
account-too-many-text = Inténtalo en diez minutos.
account-closed = Tu página de cuenta no está abierta
account-closed-after-paying = Este es otro navegador, o tu hora aquí ha pasado. Si acabas de pagar, no se pierde: el bot te lo dice. Para tu página de cuenta envíale /plan.
account-gone = Este bot ya no existe
account-gone-text = Se borró con todos sus datos. Pregunta a quien lleva este servicio.
account-not-owner = Este bot es ahora de otra persona
account-not-owner-text = Solo su dueño ve la página de cuenta.
account-wrong-form = Esta página estaba desfasada
account-wrong-form-text = No se ha hecho nada. Vuelve e inténtalo de nuevo.
account-cross-site = Esto venía de otro sitio
account-cross-site-text = No se ha hecho nada. Envía /plan a tu bot y toca el botón.
account-not-found = Aquí no hay nada
account-failed = No ha funcionado
account-failed-text = Inténtalo en un minuto. Si acabas de pagar, no pagues otra vez: el bot te lo dice.
account-signed-out = Has cerrado la sesión

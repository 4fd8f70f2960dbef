# Why a plan is what it is
billing-why-grant = Given to you by whoever runs this service.
billing-why-grant-until = Given to you by whoever runs this service, until { $date }. After that: { $then }.
billing-why-subscription = By your subscription.
billing-why-ending = Your subscription ends on { $date }. After that: { $then }.
billing-why-trial = You are trying it out.
billing-why-trial-until = You are trying it out until { $date }.
billing-why-grace = A payment failed. Everything stays as it is until { $date }. If it is still open then: { $then }.
billing-why-address = The tax of a payment cannot be computed: your address is missing or was not recognised. Please enter it: your account page has “Invoices and details” for it.
billing-why-uncollected = Whoever runs this service has paused its payments: for now nothing is charged.
billing-why-ended = Your subscription has ended. Nothing was deleted.
billing-why-unpaid = A payment is still open. Nothing was deleted.
billing-why-pending = The first payment is not completed yet.
billing-why-paused = Your subscription is paused, since there is no way to pay for it. Once you add one, it can go on: your account page has a button for that. Nothing was deleted.
billing-why-paused-by-operator = Your subscription was paused by whoever runs this service. Meanwhile you have Free and nothing is charged; they can let it go on. Nothing was deleted.
billing-why-hold = A payment is disputed. Until that is settled you have Free. Nothing was deleted.
billing-why-fraud-warning = The bank that issued the card warned that a payment may be fraud. Until that is cleared up, for two weeks at most, you have Free. Nothing was deleted.

# What the next plan has more
billing-adds = { $plan } has more:
billing-adds-drafts = { $count } AI drafts a month
billing-adds-segments = any number of segments
billing-adds-insights-year = /insights of up to a year
billing-adds-insights-all = /insights of all time
billing-adds-own-key = your own AI key

# What the creator is told once
billing-told-trial = You are trying out { $plan } until { $date }. /plan
billing-told-began = Your plan is { $plan } now. /plan
billing-told-paid = You have tried out { $plan }, and it goes on by your subscription. /plan
billing-told-recovered = The payment has arrived. { $plan } goes on.
billing-told-paused = { $plan } is paused, since there is no way to pay for it. Add one on the account page, and it goes on: /plan
billing-told-paused-by-operator = { $plan } was paused by whoever runs this service. Nothing is charged meanwhile, and they can let it go on. /plan
billing-told-resumed = { $plan } goes on: the pause is over. /plan
billing-told-released = The dispute about a payment is settled. Your plan is { $plan } again.
billing-told-cleared = The warning about a payment no longer stops anything. Your plan is { $plan } again.
billing-told-changed = Your plan is { $plan } now. /plan
billing-told-goes-on = { $plan } goes on: it no longer ends.
billing-told-granted = Your plan is { $plan } now, given to you by whoever runs this service. /plan
billing-told-granted-until = Your plan is { $plan } until { $date }, given to you by whoever runs this service. /plan
billing-told-ending = { $plan } ends on { $date }. After that you have { $then }. Nothing is deleted. /plan
billing-told-payment-failed = A payment for { $plan } failed. Everything stays as it is until { $date }. If the payment is still open then, you have { $then }. /plan
billing-told-grace-ends = The payment for { $plan } is still open. On { $date } your plan becomes { $then }. Nothing is deleted. /plan
billing-told-trial-ends = Trying out { $plan } ends on { $date }. /plan
billing-told-less = { $from } has ended. Your plan is { $to } now.
billing-told-unpaid = The payment for { $from } did not arrive in time. Your plan is { $to } now.
billing-told-hold = A payment is disputed. Until that is settled your plan is Free, and the subscription is not renewed.
billing-told-fraud-warning = The bank that issued the card warned that a payment may be fraud. Until that is cleared up, for two weeks at most, your plan is Free. The subscription is not renewed by itself.
billing-told-address = { $plan } stays, but the tax of a payment cannot be computed: your address is missing or was not recognised. Please enter it: /plan leads to the account page, and there “Invoices and details” to the address.
billing-told-uncollected = { $plan } goes on, and nothing is charged for now: whoever runs this service has paused its payments. /plan
billing-told-collected = Payments for { $plan } are taken again: the pause is over. /plan
billing-told-duplicate = You have paid for a second subscription beside the one you have. It was ended at once, and its payment is credited to you: it pays your next invoices. You need not do anything. /plan
billing-told-topup = AI drafts bought on top: { $count } more. They are used after those of the month and do not expire.

# What is less
billing-lost-drafts = AI drafts: { $count } a month. After that, drafts come from your own past answers.
billing-lost-segments = Segments: all can be used. The { $count } oldest can be changed.
billing-lost-insights =
    { $days ->
        [365] /insights shows up to a year.
       *[other] /insights shows up to { $days } days.
    }
billing-lost-own-key = Your own AI key is kept, but not used.
billing-lost-nothing = Nothing was deleted, and fans reach you as before. /plan

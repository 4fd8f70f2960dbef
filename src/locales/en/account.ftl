account-title = Account
account-back = Back to the bot
account-to = To your account
account-sign-out = Sign out
account-safe = You pay at Stripe. Your card is never seen here.

# The plan
account-plan-yours = Your plan
account-badge-active = active
account-badge-ends = ends
account-badge-trial = trial
account-badge-grant = gift
account-badge-unpaid = payment open
account-badge-pending = payment pending
account-badge-paused = paused
account-badge-address = address needed
account-badge-hold = on hold
account-badge-ended = ended
account-next-payment = Next payment on { $date }.
account-new-card = New card
account-pay-open = Pay what is open
account-resume = Continue the subscription
account-resume-text = If there is no way to pay yet, you add one at Stripe first. Then the first payment is due at once.
account-keep = Keep { $plan }

# What is used
account-usage = What is used
account-drafts = AI drafts this month
account-drafts-since = AI drafts since { $date }
account-segments = Segments
account-used = { $used }, no limit
account-used-of = { $used } of { $of }

# What can be chosen
account-plans = Plans
account-no-prices = Stripe does not answer at the moment, so there are no prices here. What you have goes on. Try again in some minutes.
account-trial =
    { $days ->
        [one] First { $days } day free, then:
       *[other] First { $days } days free, then:
    }
account-trial-note = You need no card for the free days; without one they just end.
account-stripe-note = You see everything once more at Stripe before you pay.
account-change-note = Tap a price to see what a change costs and when it begins. You agree to it at Stripe.
account-all-of = Everything of { $plan }, and:
account-a-month = { $price } a month
account-a-year = { $price } a year
account-saves = saves { $percent }%
account-this-one = you have this
account-says-begin = Subscribe to { $plan }: { $price }
account-says-change = Change to { $plan }: { $price }
account-over-segments = You have { $used } segments. With { $plan } the { $of } oldest can be changed, the others only used.
account-over-drafts = You have used { $used } AI drafts this month. { $plan } has { $of }.
account-topup = AI drafts on top
account-topup-text = They are used after those of the month and do not expire.
account-topup-buy = { $count } drafts for { $price }

# What a change of plan costs
account-change-to-month = Change to { $plan }, monthly
account-change-to-year = Change to { $plan }, yearly
account-change-begins-now = This begins at once. What you have paid for and not used is credited.
account-change-begins-later = This begins on { $date }. Until then everything stays as it is.
account-change-ends-trial = This begins at once and ends your free days: the first payment is due today.
account-change-keeps-trial = This begins at once. Your free days go on until { $date }.
account-change-charged = { $plan } until { $date }
account-change-credited = Credit for unused time
account-change-from-credit = From your credit
account-change-due = Due today
account-change-kept = Credit for next payments
account-change-next = Next full invoice, on { $date }
account-change-taxed = Taxes are included.
account-change-exact = Worked out for this moment. Stripe shows the final amount before you agree.
account-change-unclear = What this costs cannot be told here. Stripe shows it, and when it begins, before you agree.
account-change-no-answer = Stripe does not answer at the moment, so there are no amounts here. Its own page shows them before you agree.
account-change-planned = Another change is planned already, or waits for its payment. At Stripe you see it and can take it back. After that you can choose again.
account-change-ending = Your subscription is going to end. At Stripe you can keep it. After that it can be changed.
account-change-ending-on = Your subscription ends on { $date }. At Stripe you can keep it. After that it can be changed.
account-change-go = Continue to Stripe
account-change-back = Change nothing

# The subscription
account-manage = Subscription
account-payments = Payments
account-invoices = Invoices and details
account-cancel = Cancel the subscription
account-cancel-text = You keep { $plan } until { $date }. After that:
account-cancel-keeps = Nothing is deleted, and fans reach you as before.
account-cancel-go = Cancel at Stripe

# A bot that is switched off
account-off-suspended = This bot is switched off by whoever runs this service.
account-off-deleted = This bot was deleted.
account-off-deleted-until = This bot was deleted. Its data is destroyed on { $date }.
account-off-paying = Your subscription goes on all the same until you cancel it at Stripe.
account-off-paying-until = Your subscription goes on until then, unless you cancel it at Stripe.
account-off-not-paying = Nothing is being charged.

# What is said at the top
account-note-not-charged = You came back without paying. Nothing was charged.
account-note-already = You have a subscription already, so nothing new was begun and nothing charged. It can be changed below.
account-note-paused = Your subscription is paused, so nothing new was begun and nothing charged. You can continue it below.
account-note-paused-by-operator = Whoever runs this service has paused your subscription or its payments, so nothing new was begun and nothing charged. Only they can let it go on.
account-note-unclear = There is another subscription for this bot, and whether it goes on cannot be told yet. So nothing new was begun and nothing charged. Ask whoever runs this service.
account-note-trial-used = The free days were used before. You can subscribe without them.
account-note-nothing = There is nothing of yours at Stripe for that yet.
account-note-no-change = You have this plan already, at this price. Nothing was changed or charged.
account-note-not-changeable = This subscription was set up by hand and cannot be changed here. Nothing was changed or charged. Ask whoever runs this service.
account-note-held = Your subscription is on hold because of a payment, so its plan cannot be changed now. Nothing was changed or charged.
account-note-payment-open = Something has to be paid first. After that the plan can be changed. Nothing was changed or charged.
account-note-resume = Your subscription is still paused. Tap “Continue the subscription” to go on: the first payment is then due.
account-note-resume-held = Your subscription is on hold because of a payment, so it cannot go on now. Nothing was charged.
account-note-no-price = This price is not for sale. Nothing was charged.
account-note-unreachable = Stripe does not answer at the moment. Nothing was charged. Try again in some minutes.
account-note-misconfigured = Paying does not work here at the moment. Nothing was charged. Tell whoever runs this service.
account-note-off = This bot is switched off, so nothing can be bought for it. Nothing was charged.
account-note-waiting = Stripe has not told us yet what changed there. The bot tells you as soon as it has.
account-note-waiting-off = Stripe has not told us yet what changed there. Look here again in some minutes.

# Coming from Stripe
account-on-title = On to Stripe
account-on = Continue
account-thanks = Thank you!
account-thanks-trial = { $plan } is yours to try until { $date }. The bot tells you, too.
account-thanks-plan = { $plan } is active, paid until { $date }. The bot tells you, too.
account-thanks-paid = Your subscription is active.
account-thanks-topup = { $count } more AI drafts are yours. They are used after those of the month and do not expire.
account-waiting = Not confirmed yet
account-waiting-text = Stripe has not confirmed the payment yet. The bot tells you as soon as it has. Do not pay again.
account-slow-text = We are still waiting for Stripe. Nothing is lost: the bot tells you as soon as it has answered. Do not pay again.
account-waiting-off-text = Stripe has not confirmed the payment yet. Nothing is lost: look at your account again in some minutes. Do not pay again.
account-slow = Stripe takes long
account-slow-not-charged = Nothing was charged. Try again in a moment.
account-slow-again = Try again

# Pages that lead nowhere, and the link
account-open = Your account page
account-open-text = It is for { $bot }. This link works once.
account-open-button = Open
account-plan-again = Send /plan to your bot and tap the button there.
account-plan-or-ask = Send /plan to your bot and tap the button there. If it does not answer, ask whoever runs this service for a link.
account-link-unknown = There is no such link
account-link-used = This link was used already
account-link-expired = This link has expired
account-link-foreign = This link is for somebody else
account-link-foreign-text = Another account is open in this browser. Sign out there first, then open the link again.
account-too-many = Too many wrong links
account-too-many-text = Try again in ten minutes.
account-closed = Your account page is not open
account-closed-after-paying = This is another browser, or your hour here is over. If you have paid just now, it is not lost: the bot tells you. For your account page send it /plan.
account-gone = This bot is gone
account-gone-text = It was deleted with all its data. Ask whoever runs this service.
account-not-owner = This bot has another owner now
account-not-owner-text = Only the owner sees its account page.
account-wrong-form = This page was out of date
account-wrong-form-text = Nothing was done. Go back and try again.
account-cross-site = This came from another site
account-cross-site-text = Nothing was done. Send /plan to your bot and tap the button there.
account-not-found = There is nothing here
account-failed = That did not work
account-failed-text = Try again in a minute. If you have paid just now, do not pay again: the bot tells you.
account-signed-out = You are signed out

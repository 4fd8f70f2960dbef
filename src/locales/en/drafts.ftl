# Drafts of replies
drafts-head = Draft for { $name }
drafts-from-past = from your past replies
drafts-from-saved = saved reply
drafts-from-faq = from your FAQ
drafts-from-llm = written by AI
drafts-from-you = as you changed it
drafts-another = Another
drafts-dismiss = Dismiss
drafts-none = Nothing in your past or saved replies comes close to what { $name } wrote.
drafts-no-more = Nothing else comes close.
drafts-again-unavailable = Another try failed: the AI provider does not answer.
drafts-again-unfit = Another try failed: what the AI wrote did not pass the checks.
drafts-again-refused = Another try failed: the AI provider did not want to answer.
drafts-again-used-up = No other try: AI drafts are used up for now (/plan).
drafts-again-nothing = Another try brought nothing new.
drafts-making = One moment…
drafts-failed = The draft for { $name } did not work out.
drafts-sent = Sent to { $name }.
drafts-sent-edited = Sent to { $name } as you changed it.
drafts-dismissed = Draft dismissed.
drafts-written-again = { $name } has written again:
drafts-changed-since = { $name } has changed what they wrote:
drafts-send-anyway = Send anyway
drafts-new = New draft
drafts-edit-how = Reply to this message with the changed text: { $name } gets it at once. Tap the draft to copy it.
drafts-refused-answered = Nothing of theirs is unanswered.
drafts-refused-no-text = There is no text to answer.
drafts-refused-there = It is there already, just above.
drafts-refused-sent = This draft was sent already.
drafts-refused-dismissed = This draft was dismissed.
drafts-refused-stale = This draft is over: there is an answer or a newer draft.
drafts-refused-blocked = This fan has blocked the bot. Nothing was sent.
drafts-refused-left = This account no longer exists. Nothing was sent.
drafts-refused-edit-no-text = Only a text can take a draft’s place. Reply to this message with one.
drafts-not-sent-gone = This draft is no longer there. Nothing was sent.
drafts-not-sent-how = Your text was not sent. To send it, write it as an answer to a message of the fan’s.
drafts-shorter = Shorter
drafts-warmer = Warmer
drafts-pause = Not by itself for this fan
drafts-resume = By itself again for this fan
drafts-paused = No draft comes by itself for this fan.
drafts-resumed = Drafts come by themselves again for this fan.
drafts-fan-auto-on = Auto drafts: on
drafts-fan-auto-off = Auto drafts: off
drafts-auto = Auto drafts
drafts-auto-on = Drafts come by themselves some seconds after a fan’s text, where something close is known. Nothing is sent without you.
drafts-auto-off = Drafts come only when you tap Draft.
drafts-auto-turn-on = Let them come by themselves
drafts-auto-turn-off = Only when I tap Draft
drafts-receipt = What was sent to the AI
drafts-receipt-nothing = Nothing. These are replies of your own, found on this server.
drafts-receipt-provider = { $provider }, model { $model }
drafts-receipt-cancelled = given up
drafts-receipt-late = took too long
drafts-receipt-refused = refused to answer
drafts-receipt-no-answer = no usable answer
drafts-receipt-unknown = what became of it is not known
drafts-receipt-messages = { $count ->
    [one] One message of this conversation
   *[other] { $count } messages of this conversation
}
drafts-receipt-facts = Facts of this fan: { $count }
drafts-receipt-facts-more = and { $more } more
drafts-receipt-summary = The summary of this fan
drafts-receipt-yours = From you: persona, FAQ { $faq }, past replies { $examples }
drafts-receipt-yours-others = From you: persona, FAQ { $faq }, past replies { $examples } ({ $others } of them with other fans)
drafts-receipt-masked = Replaced before: { $kinds }
drafts-receipt-masked-nothing = Replaced before: nothing
drafts-mask-name = { $count ->
    [one] { $count } name
   *[other] { $count } names
}
drafts-mask-email = { $count ->
    [one] { $count } e-mail
   *[other] { $count } e-mails
}
drafts-mask-phone = { $count ->
    [one] { $count } phone
   *[other] { $count } phones
}
drafts-mask-handle = { $count ->
    [one] { $count } handle
   *[other] { $count } handles
}
drafts-mask-address = { $count ->
    [one] { $count } address
   *[other] { $count } addresses
}
drafts-mask-card = { $count ->
    [one] { $count } card number
   *[other] { $count } card numbers
}
drafts-mask-iban = { $count ->
    [one] { $count } IBAN
   *[other] { $count } IBANs
}
drafts-mask-wallet = { $count ->
    [one] { $count } wallet
   *[other] { $count } wallets
}
drafts-mask-id = { $count ->
    [one] { $count } ID
   *[other] { $count } IDs
}
drafts-receipt-tokens = Tokens: { $in } in, { $out } out
drafts-receipt-cost = { $cost }, { $seconds } s, { $calls ->
    [one] one call
   *[other] { $calls } calls
}
drafts-care-minor = ⚠️ { $name } may be under 18. No draft here: look at what they wrote and answer yourself. Nothing romantic, nothing to buy.
drafts-adult = Is an adult
drafts-adult-sign = { $name } wrote:
drafts-adult-asks = Are you sure that { $name } is 18 or older? The warning goes, and drafts come again as for everyone else. It is noted that you said so. Should { $name } write something like that again, the warning is back.
drafts-adult-yes = Yes, 18 or older
drafts-adult-noted = Noted: { $name } is an adult. Drafts come again.
drafts-care-distress = ⚠️ { $name } may be in distress. No draft here: answer yourself and stay kind.
drafts-help-near = By the language of their Telegram, they can likely call:
drafts-help-line = • { $country }: { $line }, { $number } ({ $hours })
drafts-help-always = day and night
drafts-help-mostly = day and night in most regions
drafts-help-elsewhere = Free help in most countries: findahelpline.com. In danger right now: 112 or 911.
drafts-care-spending = ⚠️ { $name } may be spending more than they can. No draft here: answer yourself, and sell nothing now.
drafts-used-up = AI drafts are used up for now (/plan). From your past replies:
drafts-used-up-plan = The { $most } AI drafts of this month are used up. { $plan } has { $more } a month, see /plan. From your past replies:
drafts-used-up-month = The { $most } AI drafts of this month are used up (/plan). From your past replies:
drafts-unavailable = The AI provider does not answer. From your past replies:
drafts-unfit = What the AI wrote did not pass the checks. From your past replies:
drafts-refused = The AI provider did not want to answer this one. From your past replies:
drafts-doubt = 🤔 The AI is unsure. Check the draft before you send it.
drafts-doubt-fact = 🤔 The draft may lack something only you know. Check it before you send it.
drafts-doubt-instruction = 🤔 What they wrote tries to steer the AI. Check the draft before you send it.

# A creator's own key for a language model
ownkey-entry = Own AI key
ownkey-offer =
    Own AI key
    With a key of your own, drafts and facts come from the model that you choose, and you pay its provider. Nothing limits your drafts then, and the AI providers of this service are not asked.

    Which provider is it for?
ownkey-other = Another address
ownkey-card =
    Own AI key
    { $host }
    Model: { $model }
    Key: { $key }
    Tested: { $date }
ownkey-line = Own AI key: { $host }, { $model }, { $key }
ownkey-line-broken = Own AI key: { $host } does not work now ({ $key })
ownkey-line-kept = Own AI key: { $host } is kept, but not used ({ $key }), see /plan
ownkey-plan = Own AI key: no limit
ownkey-test-again = Test again
ownkey-other-model = Other model
ownkey-another-key = Another key
ownkey-replace = Replace
ownkey-remove = Remove
ownkey-start-over = Start over
ownkey-cancel = Cancel
ownkey-delete = Delete
ownkey-begun =
    Own AI key
    { $host }, model { $model }. Keys are made at { $where }. The model can be changed afterwards.
ownkey-begun-other =
    Own AI key
    Any endpoint will do that speaks OpenAI’s Chat Completions: an address, a model, a key.
ownkey-ask-address = The address, such as https://llm.example.com/v1? Reply to this message with it.
ownkey-ask-model = Which model at { $host }? Reply to this message with its name, as its provider writes it.
ownkey-ask-key = The key for { $host }? Reply to this message with it. I delete your message at once and never show more than its last four characters.
ownkey-address-malformed = That is no address.
ownkey-address-credentials = An address without a name and password in it, please. I deleted your message. The key comes later.
ownkey-address-query = An address without anything behind ? or #, please. I deleted your message. The key comes later.
ownkey-address-not-https = Only https:// is safe enough for a key.
ownkey-address-port = Only the usual port of https can be used here.
ownkey-address-private = That leads into a private network. Only public addresses can be used here.
ownkey-model-malformed = A model’s name has no spaces and 200 characters at most.
ownkey-key-spaces = A key has no spaces and no line breaks. I deleted your message.
ownkey-key-malformed = That cannot be a key: letters, digits and signs only, 500 characters at most. I deleted your message.
ownkey-text-only = As a text, please.
ownkey-too-early = That looks like a key. I deleted your message; this comes first:
ownkey-over = That question is over. /settings, Own AI key, begins again.
ownkey-pasted = That looks like an AI key. I passed it on to nobody and deleted your message. The creator sets a key in /settings, Own AI key.
ownkey-delete-failed = I may not delete this message with the key. Please delete it yourself.
ownkey-not-in-plan = Your plan has no own AI key. { $plan } has it, see /plan.
ownkey-kept = The key is kept, but not used: your plan has no own AI key. { $plan } has it, see /plan.
ownkey-testing = Testing { $host }, model { $model }, key { $key }. A few seconds…
ownkey-testing-again = Testing. A few seconds…
ownkey-test-failed = The test did not work out. Please try again.
ownkey-works = It works: { $host }, model { $model }, key { $key }.
ownkey-in-use = Drafts come from there from now on.
ownkey-not-agreed = Nothing goes there yet. Tap AI drafts, read what it gets, and agree.
ownkey-not-used = Nothing has changed: this key is not used.
ownkey-stays = The key stays, and is tried again with each draft.
ownkey-models = It offers: { $models }
ownkey-fault-rejected = { $host } refuses the key { $key }: it is wrong or revoked, or its money is used up.
ownkey-fault-model = { $host } has no model { $model } for this key, or has retired it.
ownkey-fault-private = { $host } leads into a private network. Only public addresses can be used here.
ownkey-fault-unreachable = { $host } cannot be reached. Is the address right, and is it up?
ownkey-fault-protocol = What { $host } answers is not OpenAI’s Chat Completions. Is the address whole? Most end with /v1.
ownkey-fault-json = { $model } does not answer with the JSON that drafts need. Take another model.
ownkey-fault-context = { $model } reads only the end of what it is given. Drafts need some 5,000 tokens: give it more context, or take another model.
ownkey-fault-slow = { $host } takes too long: a draft waits five seconds for it.
ownkey-fault-flooded = { $host } takes no more calls right now. Try again in a minute.
ownkey-fault-down = { $host } has a fault of its own right now. Try again later.
ownkey-fault-refused = { $model } refuses to answer even the test question.
ownkey-told =
    Your own AI key does not work: { $why }

    Until it does, drafts come from your own past answers.
ownkey-remove-sure = Delete the key { $key } of { $host }? After that nothing goes to another AI provider until you agree to it.
ownkey-removed = The key is deleted.

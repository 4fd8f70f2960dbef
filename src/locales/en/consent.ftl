# What the creator agrees to. Whoever changes the meaning of these raises consentTextVersion.
consent-offer =
    AI drafts
    An AI model can suggest answers that sound like you. You read, change and send every one yourself.

    Who gets what is needed for a draft:
    { $about }

    What: the fan’s last messages and facts noted of them, your persona and FAQ, and examples: your past answers with the messages they answered. The same to note facts and to learn how you sound. E-mail addresses, phone and card numbers and @handles are replaced before.

    { $training } Other creators get nothing of it.

    Your fans read this in /privacy, and /noai keeps a fan’s messages out. You can withdraw in /settings at any time. Without AI, drafts come from your own past answers.
consent-about-groq = Groq, a company in the USA with data centres in other countries too. It keeps nothing after answering, unless it looks into errors or abuse.
consent-about-xai = xAI, a company in the USA that may process in other countries too. It keeps everything for 30 days in case of abuse.
consent-about-other = { $name }. Where it runs and what it keeps, you learn from whoever runs this service.
consent-about-own = { $host }, model { $model }, by the key that you gave. Where it runs and what it keeps is up to whoever runs it.
consent-training-none = No model is trained with it.
consent-training-own = Whether a model is trained with it is up to whoever runs that model.
consent-own-model = own model
consent-agree = Agree
consent-not-now = Not now
consent-withdraw = Withdraw
consent-given = AI drafts are on, by { $providers }.
consent-not-given = AI drafts stay off. Drafts come from your own past answers.
consent-withdrawn = AI drafts are off. Nothing goes to an AI provider any more.
consent-changed = This text has changed in the meantime. Please read it again.
consent-is-on =
    AI drafts
    On since { $date }, by { $providers }.

    { $about }

    E-mail addresses, phone and card numbers and @handles are replaced before. A fan keeps out with /noai.
consent-lapsed-providers = AI drafts are off: you agreed to { $before }, and now it would be { $now }. Nothing is sent until you agree again.
consent-lapsed-text = AI drafts are off: what is sent, or what becomes of it, has changed since you agreed. Nothing is sent until you agree again.
consent-lapsed-owner = AI drafts are off: whoever had this bot before agreed, you did not.
consent-not-configured =
    AI drafts
    This service has no AI provider set up. Drafts come from your own past answers and saved replies, and nothing leaves this service.
consent-state-on = on, by { $providers }
consent-state-off = off
consent-state-lapsed = off until you agree again
consent-state-none = no provider is set up

# Fans
consent-fan-out = Done. From now on your messages, old ones too, are kept away from AI providers. What was noted about you before stays with { $name }, and no AI notes anything new; what an AI provider got before is deleted by its own rules. { $name } reads and answers you as before. /yesai takes this back.
consent-fan-out-already = It is so already: no AI provider gets your messages. /yesai takes this back.
consent-fan-back = Done. { $name } may use AI for drafts of answers to you, and to note what you tell. /noai keeps your messages away from it.
consent-fan-back-already = It is so already: nothing keeps your messages away from AI. /noai does.
consent-privacy-fan = AI: { $name } may have answers suggested by an AI model ({ $providers }). It gets the latest messages of a chat, and earlier ones as examples of how { $name } writes; what you tell about yourself may be noted. E-mail addresses and phone numbers are replaced before. A person reads and sends every answer. { $training } /noai keeps your messages away from AI.
consent-privacy-opted-out = AI: your messages are kept away from AI providers, as you asked. What was noted about you before stays with { $name }. /yesai takes this back.

# The creator
consent-card-opted-out = Keeps their messages away from AI (/noai): what is noted stays, AI notes nothing new
consent-privacy-creator-on = AI drafts are on: what a draft needs goes to { $providers }, never that of fans who said /noai. /settings says what, and ends it.
consent-privacy-creator-off = AI drafts are off: nothing goes to an AI provider.

# Buttons. Done is the same word in every language.
button-done = Done
button-back = Back
button-skip = Skip
button-not-yours = This button is not for you.
button-out-of-date = This button is out of date.

# Command menus
command-fan-help = How this works
command-help = How to answer your fans
command-inbox = Who waits for an answer
command-fan = A fan’s card: name, @handle or id
command-search = Find words in messages and notes
command-note = Note something about a fan
command-tag = Tag a fan
command-remind = Remind me about a fan
command-followups = What you meant to come back to
command-replies = Your saved replies
command-persona = How drafts should sound
command-save = Save a message for next time (as a reply)
command-segments = Groups of fans, by what you know
command-insights = Your numbers, in pictures
command-tags = All tags: rename, merge, colour
command-fields = Your own lines on every card
command-import = Bring in notes, tags, fields from a CSV
command-export = Everything of yours as a file
command-settings = Greeting, language, time zone, desk
command-desk = Where fans’ messages arrive
command-delete = Take a sent message back (as a reply)
command-plan = What your plan allows, what is used
command-noai = Keep my messages away from AI
command-privacy = What is kept and who sees it

# Fans
greeting-default =
    Hi { $fan }! This is { $name }.
    Write here as you would to a person. Answers come right in this chat.
greeting-privacy = What you write is kept for { $name } only. /privacy
help-fan =
    Just write. { $name } reads it and answers in this chat.
    /privacy says what is kept and who sees it.
privacy-fan =
    What is kept: the messages of this chat, and the name, @username and language that Telegram shows.

    Why: so that { $name } can read you and answer.

    Who sees it: { $name } and whoever helps with answering. Other fans never do. It is stored encrypted by the service that runs this bot.
command-not-yours = I pass your messages on to { $name }. That command is not for you.

# Claiming a bot
claim-unknown = This link does not work here. Check that it was copied whole, or ask for a new one.
claim-expired = This link has expired. Ask for a new one.
claim-used = This link was used already. If that was not you, ask for a new one.
claim-has-owner = This bot is set up already, so the link does nothing.

# Setup
setup-welcome = This bot is yours now. A few questions, under two minutes. Skip whatever you like; /cancel leaves.
setup-goes-on = Setup goes on here.
setup-step = Step { $step } of { $steps }
setup-first = Finish setup first: answer the question above, or /cancel.
setup-cancelled = Setup left. What you answered so far holds. /start goes through it again, /settings changes one thing.
setup-done =
    All set. Fans’ messages arrive in { $desk }.

    To answer a fan, reply to their message. /help says the rest, /settings changes what you chose.

# Greeting
greeting-question =
    Greeting
    What should fans see when they open this bot? Write it here. Formatting is kept, and { $placeholder } becomes the fan’s name.
greeting-use-standard = Standard greeting
greeting-standard-chosen = Fans get the standard greeting.
greeting-saved = Greeting saved. Fans see it as above.
greeting-empty = That is empty. Write what fans should see.
greeting-too-long = That is too long. { $limit } characters at most, counting room for names.
greeting-text-only = A greeting is text only. Write it as a message.

# Language
language-question =
    Language
    Which language should I speak with you? Fans get the one of their Telegram.
language-saved = I speak English with you.
language-unknown = I do not speak that one. Tap a language below.

# Time zone
zone-question =
    Time zone
    Where is your clock? Tap a city, or type the name of one near you.
zone-saved = Time zone: { $city }. It is { $time } there now.
zone-did-you-mean = I know no “{ $typed }”. Did you mean one of these?
zone-unknown = I know no “{ $typed }”. Type a big city in your time zone, such as Berlin or New York.
zone-type-city = Type the name of a city, or tap one.

# Desk
desk-question =
    Desk
    Fans’ messages arrive in { $desk }. A group with topics gives each fan a topic; it suits many fans or a team.
desk-tap-a-button = Tap one of these buttons.
desk-use-private = This chat
desk-use-group = A group with topics
desk-phrase-private = this chat
desk-phrase-group = the group “{ $title }”
desk-untitled = untitled
desk-is-here = Fans’ messages arrive in this chat.
desk-is-now = Fans’ messages arrive in { $desk }.
desk-group-steps =
    A group as your desk

    1. Create a group.
    2. In its settings, turn on Topics.
    3. Add { $bot } as an administrator with “Manage topics”.
    4. Send /desk there.

    Until then fans’ messages stay where they are now.

# /settings
settings-summary =
    Settings

    Greeting: { $greeting }
    Language: { $language }
    Time zone: { $zone }, { $time } now
    Desk: { $desk }
    AI drafts: { $drafts }
settings-own-greeting = your own
settings-standard-greeting = standard
settings-greeting = Greeting
settings-language = Language
settings-zone = Time zone
settings-desk = Desk
settings-drafts = AI drafts
settings-unchanged = Nothing was changed.
settings-in-private = Settings are in our private chat: send /settings there.
settings-not-yours = Only the creator changes the settings.
nothing-to-cancel = There is nothing to cancel.

# The creator’s help
creator-status = You are set up. Fans’ messages arrive in { $desk }.
help-answering =
    To answer a fan, reply to their message. In a group with topics, just write in the fan’s topic. Edit your answer and the fan’s copy changes too. Tap Draft below a message for replies to choose from.
help-title-answering = Answering
help-commands-answering =
    /inbox who waits, longest or most important first
    /replies saved replies, /save keeps a new one
    /persona how drafts should sound
    /delete as a reply takes an answer back
help-title-fans = Knowing your fans
help-commands-fans =
    /fan Anna the card (or @handle, id)
    /search words in messages, notes, fields, names
    /note and /tag as a reply or after a card
    /tags and /fields what you keep on cards
    /segments groups of fans, by what you know
help-title-ahead = Looking ahead and back
help-commands-ahead =
    /remind Anna tomorrow 18:00 call back
    /followups what is due
    /insights your numbers, in pictures
help-title-bot = This bot
help-commands-owner =
    /settings greeting, language, time zone, desk
    /desk moves the desk to a group and back
    /import notes, tags, fields from a CSV
    /export everything of yours as a file
help-commands-bot =
    /plan what your plan allows, what is used
    /status what waits, what failed, whether all is well
    /privacy what is kept and who sees it
    /help this text
privacy-creator =
    What is kept: your fans’ messages and your answers, each fan’s name, @username and language as Telegram shows them, and your settings.

    Why: so that you can answer, and nothing is lost.

    Who sees it: you and the people who help you answer. A fan sees only what you send them.

    Your data is in an encrypted file of its own, apart from other creators’. Whoever runs this service holds the key.

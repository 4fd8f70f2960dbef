# Persona: how drafts should sound
persona-title = How drafts should sound
persona-empty = Nothing here yet. Say how you sound, and drafts will sound like you. A fan never sees this.
persona-what-for = Drafts follow this. A fan never sees it.
persona-tone = Tone
persona-do = Do
persona-dont = Don’t
persona-language = Languages
persona-emoji = Emoji
persona-fact = Facts
persona-price = Prices
persona-faq = FAQ
persona-faq-count =
    { $count ->
        [0] nothing yet
        [one] { $count } question
       *[other] { $count } questions
    }
persona-more-lines = … and { $count } more
persona-part-empty = Nothing here yet.
persona-fan-language = The fan’s language
persona-emoji-none = None
persona-emoji-few = Few
persona-emoji-many = Many
persona-add = Add
persona-delete = Delete
persona-delete-sure = Yes, delete
persona-deleted = Deleted.

# The guided setup
persona-setup = Guided setup
persona-setup-go-on = Go on with setup ({ $step } of { $steps })
persona-step = Step { $step } of { $steps }: { $part }
persona-now = Now: { $text }
persona-setup-done = That was the last step. This is how drafts should sound:
persona-dash-skips = Reply to this message. A dash (-) skips.
persona-dash-empties = What you write takes the place of what is there. A dash (-) empties it.
persona-kept = { $part }:{ $text }
persona-part-kept = Kept.
persona-skipped = { $part }: skipped.
persona-ask-tone = How do you sound? A sentence or two, at most 300 characters. For example: warm, short, a little cheeky.
persona-ask-do = What should a draft do? One thing a line, at most 10. For example: ask how their day was.
persona-ask-dont = What should a draft never do? One thing a line, at most 10. For example: no politics.
persona-ask-language = Which languages do you answer in? Codes or names, for example: en, es. Or the word fan: then it is the fan’s own.
persona-ask-emoji = How many emoji: none, few or many? Add your favourite ones.
persona-ask-fact = What is true and may be said? One fact a line, at most 20. For example: I stream on Fridays at 8 pm.
persona-ask-price = What does it cost? One line each, at most 20, like this: Video call: 50 EUR
persona-only-text = Please answer with a text.
persona-refused-empty = That was empty. Please write it once more.
persona-refused-too-long = Too long: at most { $longest } characters a line. Please write it shorter.
persona-refused-too-many = That is too much: at most { $most } lines in all. Please choose.
persona-refused-no-price = A line is no price. Please write each like this: Video call: 50 EUR
persona-refused-no-language = I do not know that language. Codes or English names, please: en, es. Or the word fan.
persona-refused-no-emoji = Please write none, few or many, or send your favourite emoji.
persona-refused-known = That is there already. Something else?
persona-refused-changed = This was changed meanwhile. Have another look.
persona-refused-full = No room: the part is full. Remove a line first.

# Questions that fans ask
persona-faq-empty = Write down what fans ask often and what you answer. Drafts answer from it.
persona-faq-how = Tap one to see or change it.
persona-faq-new = New
persona-faq-question = Question
persona-faq-answer = Answer
persona-faq-no-answer = No answer yet: it is not used.
persona-faq-kept = Kept.
persona-faq-alike = This may be the same as: “{ $question }”
persona-ask-question = What do fans ask? Reply to this message, at most 500 characters.
persona-ask-answer = “{ $question }”: what do you answer? Reply to this message, at most 500 characters.
persona-ask-other-answer = What do you answer? Reply to this message, at most 500 characters.
persona-refused-faq-too-long = Too long: at most 500 characters. Please write it shorter.
persona-refused-faq-too-many = You have 100 questions, which is the most. Delete one first.
persona-refused-faq-gone = This question is no longer there.

# Learned from replies
persona-learn = Learn from my replies
persona-learning = Reading your last replies …
persona-learn-too-few =
    { $count ->
        [0] I learn from replies that you wrote yourself: { $least } at least. There are none yet.
        [one] I learn from replies that you wrote yourself: { $least } at least. There is one.
       *[other] I learn from replies that you wrote yourself: { $least } at least. There are { $count }.
    }
persona-learn-nothing =
    { $count ->
        [one] Nothing new in your last reply.
       *[other] Nothing new in your last { $count } replies.
    }
persona-learn-failed = That did not work. Please try again.
persona-learnt =
    { $count ->
        [one] From your last reply
       *[other] From your last { $count } replies
    }
persona-learnt-how = ✓ takes a line over, ✕ leaves it. Nothing else changes.
persona-by-model = Written by AI ({ $provider }), so look closely:
persona-silence-no-consent = This was counted here, nothing left this service. With AI drafts (/settings) a model also reads your replies for tone, facts and prices.
persona-silence-used-up = This was counted here. AI is used up for now (/plan).
persona-silence-unavailable = This was counted here. The AI provider does not answer.
persona-silence-too-few = This was counted here. Too few of your replies may go to an AI.
persona-silence-nothing = This was counted here. The AI found nothing that holds.
persona-instead-of = instead of: { $text }
persona-take-all = ✓ All
persona-habit-words = Most replies have { $from } to { $to } words.
persona-habit-characters = Most replies have { $from } to { $to } characters.
persona-habit-greeting = Often begins with { $words }.
persona-habit-sign-off = Often ends with { $words }.
persona-habit-case = Begins without a capital letter.
persona-habit-full-stop = No full stop at the end.
persona-habit-exclamation = Likes exclamation marks.
persona-habit-no-exclamation = No exclamation marks.

# Deleting all of it
persona-wipe = Delete all
persona-wipe-sure = Delete all of it? Lines: { $lines }, questions: { $entries }.
persona-wipe-really = Really all? It cannot be brought back.
persona-wipe-all = Delete everything
persona-wiped = All of it is deleted.

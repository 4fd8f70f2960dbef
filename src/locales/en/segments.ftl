# Fans that have something in common
segments-title = Your segments
segments-none = None yet. A segment is a group of fans who have something in common, as “VIPs who speak German”. It always has who fits now.
segments-tap-one = Tap one to see who is in it, or to change it.
segments-new = New
segments-resume = ✏️ Go on with what is not saved
segments-draft-new = New segment
segments-empty = Every fan. Add what they must have in common.
segments-everyone = every fan
segments-all-of = All of these:
segments-any-of = At least one of these:
segments-counting = Counting…
segments-count =
    { $count ->
        [0] No fan
        [one] { $count } fan
       *[other] { $count } fans
    }
segments-count-failed = The fans could not be counted. Tap any button to try again.
segments-seen-last =
    { $count ->
        [one] Who was seen last:
       *[other] The { $count } who were seen last:
    }
segments-as-text = As text:
segments-add = ➕ Add
segments-switch-any = One is enough
segments-switch-all = All must hold
segments-preview = 👀 Preview
segments-save = 💾 Save
segments-rename = Rename
segments-delete = Delete
segments-delete-asks = Delete this segment? The fans stay as they are.
segments-delete-sure = Yes, delete
segments-deleted = Deleted. The fans stay as they are.
segments-negate = Turn round (not)
segments-remove = Remove
segments-or-else = … or else
segments-and-also = … and also
segments-which-kind = What is it about?
segments-which-field = Which field?
segments-no-fields = There are no fields yet. Define them with /fields.
segments-no-tags = There are no tags yet. Put one on a fan with /tag.
segments-ask-name = Reply to this message with a name for the segment.
segments-ask-new-name = Reply to this message with the new name.
segments-ask-value = { $what }: reply to this message with the value, for example { $example }
segments-ask-days = { $what }: reply to this message with a number of days, for example { $example }
segments-ask-hours = { $what }: reply to this message with a number of hours, for example { $example }
segments-ask-language = { $what }: reply to this message with the short form of a language, for example { $example }
segments-ask-min = At least …
segments-ask-max = At most …
segments-ask-with = Contains …
segments-ask-begun = Begins with …
segments-ask-exactly = Exactly …
segments-ask-after = After …
segments-ask-before = Before …
segments-ask-days-within = Within … days
segments-ask-days-ago = More than … days ago
segments-ask-other = Other …
segments-answer-unfit = That does not fit. Reply to my question again, for example with { $example }
segments-only-text = Only a text fits here. Reply to my question with words.
segments-saved = Saved as “{ $name }”.
segments-renamed = It is called “{ $name }” now.
segments-was-unsaved = What you had begun was not saved. Send this to have it back:
segments-changed = Somebody saved other conditions here while you were changing it. Now they are:
segments-overwrite = Save mine instead
segments-unreadable = What is stored here cannot be read. It was not changed; nobody is in it. Make a new one.
segments-menu-old = This menu was out of date. Here is how it stands now.
segments-moved-on = You changed it since I asked, so nothing was added. Here is how it stands now.
segments-not-yours = Somebody else is building here. Send /segments to build your own.
segments-refused-empty = There is no name in it. Nothing was saved.
segments-refused-too-long = Names have at most 32 characters. Nothing was saved.
segments-refused-taken = That name is taken. Reply to my question with another one.
segments-refused-full = 200 segments are the most. Delete one first.
segments-refused-plan = Your plan has { $most } segments. Any number: { $plan }, see /plan. What you built stays here to be used.
segments-read-only = 🔒 Your plan has { $most } segments. The oldest can be changed, this one only used. Any number: { $plan }, see /plan.
segments-refused-gone = It is no longer there.
segments-too-many = { $most } conditions are the most.
segments-too-deep = Too many brackets inside each other.

# What a condition is about
segments-kind-stage = Stage
segments-kind-score = Score
segments-kind-in = Messages from them
segments-kind-out = Messages to them
segments-kind-recent = From them in 30 days
segments-kind-tag = Tag
segments-kind-field = Field
segments-kind-reach = Reachable
segments-kind-language = Language
segments-kind-source = Came by link
segments-kind-first = First seen
segments-kind-last = Last seen
segments-kind-waiting = Waits for an answer
segments-kind-followup = Open follow-up
segments-kind-date = Important date
segments-kind-name = Name or @handle
segments-kind-note = Has a note
segments-kind-username = Has a @handle
segments-kind-snoozed = Snoozed
segments-kind-noai = Keeps out of AI (/noai)
segments-kind-summary = Has an AI summary
segments-kind-facts = Has facts

# Conditions in words
segments-is = { $what }: { $value }
segments-is-min = { $what }: { $value } or more
segments-is-max = { $what }: { $value } or less
segments-is-more = { $what }: more than { $value }
segments-is-less = { $what }: less than { $value }
segments-is-from = { $what }: from { $value } on
segments-is-until = { $what }: until { $value }
segments-is-after = { $what }: after { $value }
segments-is-before = { $what }: before { $value }
segments-is-present = { $what }: filled in
segments-is-with = { $what }: contains “{ $value }”
segments-is-begun = { $what }: a word begins with “{ $value }”
segments-is-within = { $what }: at most { $span } ago
segments-is-ago = { $what }: more than { $span } ago
segments-is-due = { $what }: within { $span }
segments-reach-open = Can be written to
segments-reach-blocked = Blocked the bot
segments-not = not: { $what }
segments-and = and
segments-or = or
segments-gone = (deleted)
segments-gone-value = { $value } (no longer a choice)
segments-gone-tag = A tag that this asks for was deleted. No fan has it.
segments-gone-field = A field that this asks for was deleted. It says nothing of anybody.
segments-gone-choice = A choice that this asks for is no longer one of its field.
segments-why-both = Nobody can match: “{ $first }” and “{ $second }” exclude each other.
segments-why-never = Nobody can match: “{ $what }” never holds.
segments-why-gone = So nobody can match.

# The text form
segments-help-hint = By text: /segments stage:vip last>30d – more with /segments help
segments-help = Write conditions side by side if all must hold, “or” between them if one is enough, “not” before one, brackets around several. Names with spaces go in quotes.
segments-unknown-word = I do not know “{ $word }”.
segments-no-tag = There is no tag “{ $word }”.
segments-no-field = There is no field “{ $word }”.
segments-meant = Did you mean “{ $word }”?
segments-meant-messages = Messages from them: { $in }. Messages to them: { $out }.
segments-bad-value = “{ $word }” needs another value. Write it like this: { $example }
segments-bad-stage = There is no such stage. There are: { $stages }
segments-bad-empty = There is no condition in it.
segments-bad-quote = A quotation mark is not closed.
segments-bad-bracket = A bracket has no partner.
segments-bad-end = Something is missing after this.

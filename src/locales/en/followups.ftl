# Follow-ups
followups-how =
    Whom, when and what? For example
    /remind Anna tomorrow 18:00 ask about the trip
    As a reply to a fan’s message or in a fan’s topic the name is not needed.
followups-unknown-fan = Nobody is called “{ $name }”. Try a part of the name, @handle or the Telegram id.
followups-none-of-these = If it is none of these, write more of the name, the @handle or the id.
followups-which-fan = Which one?
followups-made = I will remind you of { $name }: { $date }
followups-skipped = That hour does not exist that day: the clocks go forward. I took the one after it.
followups-none = Nothing to follow up. Use /remind or the card of a fan.
followups-title =
    { $count ->
        [one] One follow-up
       *[other] { $count } follow-ups
    }
followups-signs = ❗ overdue: { $overdue } · ⏰ to come: { $later }
followups-about = ⏰ { $name }
followups-when = Other time
followups-drop = Drop
followups-other = Other time
followups-new = When shall I remind you of { $name }?
followups-1h = 1 hour
followups-3h = 3 hours
followups-tomorrow = Tomorrow 9:00
followups-3d = In 3 days
followups-monday = Next Monday
followups-quiet = Quiet hours
followups-quiet-on = No reminders from { $from } to { $to }; what is due then comes when they end.
followups-quiet-off = There are no quiet hours: reminders come at any time.
followups-many-due = { $count } follow-ups are due.
followups-moved = Moved to { $date }.
followups-only-text = Reply to my question with words.
followups-ask-new =
    Reply to this message with when and what for { $name }, for example
    friday 18:00 ask about the trip
followups-ask-when = Reply to this message with a time: in 3 days, tomorrow 18:00, next monday.
followups-ask-text = What is it about? Reply to this message, or leave it.
followups-done = ✓ Done: { $name }
followups-dropped = Dropped: { $name }
followups-chosen = For { $name }.
followups-list = All follow-ups
followups-button = Follow-up
followups-refused-none = I find no time in it. Write it like “in 3 days”, “tomorrow 18:00” or “next monday”.
followups-refused-past = That time is over. Which one is meant?
followups-refused-too-far = That is more than ten years away.
followups-refused-too-long = At most 500 characters, please. Nothing was changed.
followups-refused-gone = It is no longer open.

# Pictures
insights-title-messages = Messages
insights-title-fans = New fans
insights-title-answers = Response time
insights-title-hours = When fans write
insights-title-stages = Stages of your fans
insights-title-top = Who writes most
insights-title-sources = Where new fans come from
insights-title-drafts = Drafts
insights-from-fans = from fans
insights-from-you = from you
insights-new-fans = { $count ->
    [one] new fan
   *[other] new fans
}
insights-all-fans = { $count ->
    [one] fan in all
   *[other] fans in all
}
insights-against-before = { $days ->
    [7] vs. 7 days before
    [364] vs. year before
   *[other] vs. { $days } days before
}
insights-half-within = half within
insights-most-within = 9 of 10 within
insights-answers = { $count ->
    [one] answer
   *[other] answers
}
insights-busiest = busiest hour
insights-per-day = per day
insights-per-week = per week
insights-per-four-weeks = per 4 weeks
insights-zone = { $city } time
insights-entered = +{ $count }
insights-entered-remark = + new in the stage
insights-no-source = no tagged link
insights-other-sources = others
insights-drafts-as-was = sent as it was
insights-drafts-changed = sent changed
insights-drafts-dismissed = dismissed
insights-drafts-by-hand = answered by hand
insights-drafts-saved = of typing saved
insights-drafts-local = from your replies
insights-drafts-llm = by AI
insights-drafts-row = { $share } of { $count } sent
insights-drafts = { $count ->
    [one] draft
   *[other] drafts
}

# Captions
insights-before = { $days ->
    [7] the week before
    [364] the year before
   *[other] the { $days } days before
}
insights-messages-times = { $times ->
    [2] Fans wrote twice as much as in { $before }.
   *[other] Fans wrote { $times } times as much as in { $before }.
}
insights-messages-more = Fans wrote { $percent } more than in { $before }.
insights-messages-fewer = Fans wrote { $percent } less than in { $before }.
insights-messages-peak = { $count ->
    [one] { $day } was the busiest day: { $count } message.
   *[other] { $day } was the busiest day: { $count } messages.
}
insights-messages-total = { $count ->
    [0] Fans wrote nothing here, but you did.
    [one] Fans wrote { $count } message.
   *[other] Fans wrote { $count } messages.
}
insights-fans-times = { $times ->
    [2] Twice as many new fans as in { $before }.
   *[other] { $times } times as many new fans as in { $before }.
}
insights-fans-more = { $percent } more new fans than in { $before }.
insights-fans-fewer = { $percent } fewer new fans than in { $before }.
insights-fans-peak = The most new fans came on { $day }: { $count }.
insights-fans-total = { $count ->
    [one] { $count } new fan came.
   *[other] { $count } new fans came.
}
insights-answers-faster = You answer faster: half of all answers come within { $median }, before it was { $before }.
insights-answers-slower = Answers take longer: half come within { $median }, before it was { $before }.
insights-answers-half = Half of all answers come within { $median }.
insights-hours-busiest = Your busiest hour: { $weekday }, { $hour }.
insights-stages-vip = { $count ->
    [one] { $count } fan became VIP { $days ->
        [7] in the last 7 days
        [364] in the last year
       *[other] in the last { $days } days
    }.
   *[other] { $count } fans became VIPs { $days ->
        [7] in the last 7 days
        [364] in the last year
       *[other] in the last { $days } days
    }.
}
insights-stages-cooling = { $count ->
    [one] { $count } fan is cooling: a word from you may bring them back.
   *[other] { $count } fans are cooling: a word from you may bring them back.
}
insights-stages-most = The largest group is { $stage }: { $percent } of your fans.
insights-top-share = { $name } wrote { $percent } of all messages.
insights-top-first = { $count ->
    [one] { $name } wrote most: { $count } message.
   *[other] { $name } wrote most: { $count } messages.
}
insights-sources-best = No link brought more new fans than { $source }: { $percent } of all.
insights-drafts-sent = { $count ->
    [one] { $sent ->
        [0] One draft was shown, and it was not sent.
       *[other] One draft was shown, and you sent it { $unchanged ->
            [0] with changes
           *[other] as it was
        }.
    }
   *[other] Of { $count } drafts you sent { $sent }, { $unchanged } of them as they were.
}
insights-drafts-change-words = When you change one, it is mostly a word or two ({ $percent } of the text).
insights-drafts-change-little = When you change one, it is mostly a small part ({ $percent } of the text).
insights-drafts-change-much = When you change one, it is mostly a good part ({ $percent } of the text).
insights-drafts-change-most = When you change one, little of it stays ({ $percent } of the text changes).
insights-drafts-saved-how = About { $time } of typing saved. That is an estimate: what you did not type, at 36 words a minute on a phone, less the time to read the drafts.
insights-drafts-saved-nothing = By our estimate (what you did not type, less the time to read the drafts) they saved no time yet.

# In place of an empty picture
insights-no-messages = { $days ->
    [0] No messages yet. Once fans write, you will see it here.
    [7] No messages in the last 7 days. Try a longer period.
    [364] No messages in the last year. Once fans write, you will see it here.
   *[other] No messages in the last { $days } days. Try a longer period.
}
insights-no-fans = { $days ->
    [0] No fans yet. Share your bot’s link, and you will see here who comes.
    [7] No new fans in the last 7 days. Share your bot’s link, and you will see here who comes.
    [364] No new fans in the last year. Share your bot’s link, and you will see here who comes.
   *[other] No new fans in the last { $days } days. Share your bot’s link, and you will see here who comes.
}
insights-no-answers = { $days ->
    [0] No answers yet.
    [7] No answers in the last 7 days.
    [364] No answers in the last year.
   *[other] No answers in the last { $days } days.
}
insights-no-stages = Nobody has written yet. Stages begin with the first message.
insights-no-sources = No new fan came by a tagged link. Put ?start=src_instagram behind your bot’s link on Instagram, say, and you will see here how many come from there.
insights-no-drafts = { $days ->
    [0] You have used no drafts yet. Tap Draft below a fan’s message to get one.
    [7] You used no drafts in the last 7 days. Tap Draft below a fan’s message to get one.
    [364] You used no drafts in the last year. Tap Draft below a fan’s message to get one.
   *[other] You used no drafts in the last { $days } days. Tap Draft below a fan’s message to get one.
}

# Buttons and answers
insights-button-messages = Messages
insights-button-fans = New fans
insights-button-answers = Response
insights-button-hours = Hours
insights-button-stages = Stages
insights-button-top = Top fans
insights-button-sources = Links
insights-button-drafts = Drafts
insights-button-dark = Dark
insights-button-light = Light
insights-button-all = All time
insights-button-period = { $days ->
    [364] 1 year
   *[other] { $days } days
}
insights-locked =
    { $days ->
        [365] Your plan shows up to a year. Longer: { $plan }, see /plan.
       *[other] Your plan shows up to { $days } days. Longer: { $plan }, see /plan.
    }
insights-failed = This picture could not be drawn. Please try again.

# /status. Retry and Done are the same words in every language.
command-status = What waits, what failed, whether all is well
status-well = All is well.
status-moving = All is well. Something is on its way.
status-attention = { $count ->
    [one] One thing needs you.
   *[other] { $count } things need you.
}
status-unbalanced = These numbers do not add up. Please tell whoever runs this service.
status-messages = From fans: { $count }
status-relayed = { $count } reached you
status-merged = { $count } joined with another message
status-digest = { $count } gathered in your digest
status-on-the-way = { $count } on the way
status-no-desk = { $count } until your desk is open
status-not-relayed = { $count } did not reach you
status-replies = Your answers: { $count }
status-delivered = { $count } delivered
status-failed = { $count } not delivered
status-unknown = { $count } not confirmed by Telegram
status-withdrawn = { $count } taken back
status-erased = { $count } deleted with the fan
status-parked = Could not be handled: { $count }. Kept until they can be.
status-jobs = Some work that this bot does by itself failed for good: { $kinds }. No message is lost by it. Whoever runs this service can try it again.
status-open-replies = Answers not delivered ({ $count })
status-open-relays = Did not reach you ({ $count })
status-open-parked = Could not be handled ({ $count })
status-refresh = Refresh
status-retry-all = Retry all
status-title-replies = Answers that did not arrive
status-title-relays = Messages that did not reach you
status-title-parked = What could not be handled
status-retried = { $count ->
    [0] Nothing is sent again by itself: take them one by one.
    [one] One is tried again.
   *[other] { $count } are tried again.
}
status-settled = Taken off the list.
status-not-listed = That one is no longer on the list.
status-somebody = Somebody
status-kind-message = A message
status-kind-edit = An edited message
status-kind-tap = A tapped button
status-kind-reaction = A reaction
status-kind-other = Something else

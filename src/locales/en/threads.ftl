# Marks on relays
threads-mark-edited = edited
threads-mark-repeated = may be a repeat

# What a message carries, in words
threads-kind-text = A text
threads-kind-photo = A photo
threads-kind-video = A video
threads-kind-voice = A voice message
threads-kind-video-note = A video message
threads-kind-audio = An audio file
threads-kind-document = A file
threads-kind-sticker = A sticker { $emoji }
threads-kind-animation = A GIF
threads-kind-location = A location
threads-kind-venue = A place: { $title }
threads-kind-contact = A contact: { $name }
threads-kind-poll = Poll: { $question }
threads-kind-unsupported = Something that Telegram does not let bots pass on (a story, a gift, paid media or the like)

# Delivery
threads-delivered = Delivered
threads-failed-blocked = Not delivered: { $name } has blocked the bot. Retry when they are back.
threads-failed-gone = Not delivered: the account of { $name } was deleted.
threads-failed-unreachable = Not delivered: Telegram no longer lets the bot write to { $name }.
threads-failed-message-missing = Not delivered to { $name }: your message is no longer here. Please write it again.
threads-failed-cannot-copy = Not delivered to { $name }: Telegram does not let bots pass this on. Please send it another way.
threads-failed-too-long = Not delivered to { $name }: too long for a bot. Please send it in parts.
threads-failed-unknown = Telegram did not confirm this message. { $name } may or may not have it. Retry sends it again.
threads-failed-gave-up = Not delivered to { $name }: Telegram could not be reached for a day.
threads-failed-refused = Not delivered to { $name }: Telegram refused it.
threads-edit-failed = Your edit did not reach { $name }: Telegram refused it. They still see the earlier text.

# Reactions
threads-reaction-custom-fan = { $name } reacted with an emoji that bots cannot show.
threads-reaction-custom-creator = { $name } cannot see this reaction: bots can pass on standard emoji only.
threads-reaction-refused = { $name } cannot see this reaction: Telegram refused it.

# /delete
threads-taken-back = Taken back. { $name } does not see it any more.
threads-taken-back-unsent = Taken back. It had not been delivered.
threads-taken-back-uncertain = It will not be sent again. Telegram never confirmed it, though, so the fan may have it.
threads-take-back-too-late = Too late: Telegram lets bots delete a message within 48 hours only.
threads-take-back-failed = { $name } still sees it: Telegram refused to delete it.
threads-delete-how = To take a message back, answer your own message with /delete.
threads-delete-not-yours = That is a fan’s message. You can take back only your own.
threads-delete-already = You have taken it back already.

# /desk
threads-desk-private = Your desk is here now. Fans’ messages arrive in this chat.
threads-desk-already = Your desk is here already.
threads-desk-here = Your desk is here now. Each fan gets a topic; just write in it to answer.
threads-desk-here-no-pin = Your desk is here now. Each fan gets a topic; just write in it to answer. Let me pin messages too, and the fan’s card stays on top of each topic.
threads-desk-no-forum = This group has no topics yet. Turn on Topics in the group’s settings, then send /desk again.
threads-desk-no-admin = I am not an administrator here yet. Make me one with the right “Manage topics”, then send /desk again.
threads-desk-no-topics-right = I may not manage topics here yet. Give me the right “Manage topics”, then send /desk again.
threads-desk-lost = I can no longer work in your group { $title }. Your desk is back in this chat; nothing is lost. To return, make me an administrator with “Manage topics” there and send /desk in the group.

# Answering
threads-own-topic = { $name } has a topic of their own. Answer there.
threads-card-in-general = { $name } has no topic here yet. The card is in General.
threads-button-general = Card in General
threads-answer-how = To answer a fan, reply to their message: swipe it to the left, or press it and choose Reply.
threads-answer-question = Nothing was sent. If this answers my question here, reply to that question. To answer a fan, reply to their message: swipe it to the left, or press it and choose Reply.
threads-answer-no-relay = I cannot tell which fan this is for, so nothing was sent. Reply to a fan’s message.
threads-answer-cannot-copy = Telegram does not let bots pass this on, so nothing was sent. Please send it another way.
threads-answer-anonymous = Nothing was sent: I cannot see who you are. Turn off “Remain anonymous” in your admin rights to answer from here.
threads-answer-stranger = Nothing was sent: only the owner of this bot can answer fans from here.
threads-unknown-command = I do not know this command, so nothing was sent. /help shows what I know.
threads-unknown-command-near = I do not know this command, so nothing was sent. Did you mean /{ $command }?

# Buttons
threads-tap-done = Done
threads-tap-retry = Sending again
threads-tap-no-retry = There is nothing left to send again.
threads-tap-open = On the way
threads-tap-nothing-waits = Nothing of theirs waits any more.

# The digest of a desk that falls behind
threads-digest-waiting = Fans waiting: { $fans }, messages: { $messages }
threads-digest-why = Telegram slows this chat down, so messages are gathered here. Tap a name to open it; nothing is lost.
threads-digest-messages = messages: { $messages }
threads-digest-new = new
threads-digest-over = Messages arrive one by one again.

# A reply that was chosen, not written, as the desk shows it
threads-sent-head = You to { $name }

# Saved replies
replies-button = Replies
replies-title = Your saved replies. Tap one to see or change it.
replies-empty = No saved replies yet. Save what you say often: reply to one of your messages with /save and a short name, or tap New.
replies-inline-off = To choose one while you type { $bot }, inline mode must be on: /setinline in @BotFather.
replies-new = New
replies-pick = A saved reply for { $name }:
replies-none = No saved replies yet. Write /replies to make one.
replies-preview = { $name } would get:
replies-used =
    { $count ->
        [0] Not sent yet.
        [one] Sent once.
       *[other] Sent { $count } times.
    }
replies-rename = Rename
replies-delete = Delete
replies-delete-sure = Yes, delete
replies-save-how = Reply to the message that you want to keep: /save and a short name.
replies-saved = Saved as “{ $name }”.
replies-renamed = It is called “{ $name }” now.
replies-changed = “{ $name }” was changed.
replies-deleted = Deleted.
replies-ask-name = Reply to this message with a short name for it.
replies-ask-new = Reply to this message with what you want to save: a text, a photo, a voice message … {"{"}first_name{"}"} becomes the fan’s name.
replies-ask-edit = Reply to this message with what it should say from now on.
replies-unknown-placeholders = Nothing will be filled in for { $list }. Known are: {"{"}first_name{"}"}, {"{"}last_name{"}"}, {"{"}name{"}"}, {"{"}username{"}"}.
replies-refused-album = An album cannot be saved. Save one picture.
replies-refused-kind = This kind of message cannot be saved.
replies-refused-empty = A name needs at least one character. Nothing was changed.
replies-refused-too-long = At most 32 characters, please. Nothing was changed.
replies-refused-taken = That name is taken. Nothing was changed.
replies-refused-gone = This saved reply is no longer there.
replies-refused-too-many = You have 200 saved replies, which is the most. Delete one first.
replies-not-sent-already = Already sent.
replies-not-sent-gone = The reply or the fan is no longer there.
replies-not-sent-too-long = Too long with the fan’s name filled in.
replies-sent = Sent to { $name }: { $reply }

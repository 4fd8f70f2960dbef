# Facts and the summary of a fan
facts-of = Facts of { $name }
facts-none = No facts of { $name }
facts-summary = AI summary
facts-said = Said on { $date }:
facts-changed-by-hand = Changed by hand: AI leaves it as it is.
facts-delete = Delete
facts-delete-asks = Delete this? AI will not note it again.
facts-summary-delete-asks = Delete the summary?
facts-wipe = Delete all
facts-wipe-asks = Delete all these facts? AI will not note them again.
facts-sure = Yes, delete
facts-deleted = Deleted.
facts-changed = Changed.
facts-ask = Reply to this message with the fact as it should be. A tap copies it:
facts-ask-summary = Reply to this message with the summary as it should be, two lines at most. A tap copies it:
facts-only-text = Only words can be kept here. Reply to this message with the new text.
facts-refused-too-long = That is too long for a fact: 120 characters at most. Reply to this message with a shorter one.
facts-summary-too-long = That is too long: two lines of 160 characters at most. Reply to this message with a shorter one.
facts-refused-gone = That is not there any more. Nothing was changed.
facts-count =
    { $count ->
        [one] One fact
       *[other] { $count } facts
    }

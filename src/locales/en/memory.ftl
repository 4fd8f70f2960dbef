# What is remembered of fans
memory-no-notes = No notes on { $name } yet.
memory-notes-of = Notes on { $name }
memory-new-note = New note
memory-note-how = Whom is this about? Write /note as a reply to a fan’s message or a card, in a fan’s topic, or after opening a card.
memory-ask-note = Reply to this message with your note on { $name }.
memory-ask-note-edit =
    Reply to this message with the new text. Now it says:

    { $text }
memory-noted = Noted for { $name }.
memory-undo = Undo
memory-undone = The note was taken back.
memory-changed = Changed.
memory-deleted = Deleted.
memory-delete = Delete
memory-delete-sure = Yes, delete
memory-rename = Rename
memory-only-text = Only a text can be kept here. Reply to my question with words.
memory-tag-how = Whom is this about? Write /tag as a reply to a fan’s message or a card, in a fan’s topic, or after opening a card.
memory-ask-tag = Reply to this message with a tag for { $name }. Several with commas between; -tag takes one off.
memory-tagged = { $name } has { $tag } now.
memory-untagged = { $name } no longer has { $tag }.
memory-not-tagged = { $name } did not have “{ $tag }”.
memory-tag-empty = “{ $tag }” is no tag: it is empty.
memory-tag-too-long = “{ $tag }” is too long: a tag has at most 32 characters.
memory-tag-too-many = “{ $tag }” was not made: 500 tags are the most.
memory-tags-of = Tags of { $name }. Tap to put on or take off.
memory-no-tags = No tags yet. Make the first one for { $name }.
memory-new-tag = New tag
memory-tags = Your tags. Tap one to change it.
memory-tags-none = No tags yet. Put the first on a fan: /tag as a reply to a message.
memory-tag =
    { $tag }: { $fans ->
        [0] no fan
        [one] one fan
       *[other] { $fans } fans
    }
memory-tag-delete-asks = Delete it and take it off everyone? Waiting tables give it to nobody, either.
memory-colour = Colour
memory-colour-of = A colour for { $tag }
memory-merge = Merge
memory-merge-of = { $tag } becomes one with …
memory-merge-asks = { $tag } becomes { $into }: whoever has the first gets the second, and the first is gone. This cannot be undone.
memory-merge-sure = Yes, merge
memory-merge-none = There is no other tag to merge { $tag } with.
memory-merged = Merged. Nobody lost a tag.
memory-named = It is called “{ $name }” now.
memory-ask-name = Reply to this message with the name.
memory-ask-choice =
    Reply to this message with the name and the choices, for example
    Size: S, M, L
memory-more-choices = More choices
memory-ask-choices = Reply to this message with the choices to add, commas between.
memory-choices-are = { $name }: { $list }
memory-choice =
    { $field }: “{ $choice }”, { $fans ->
        [0] chosen for nobody
        [one] chosen for one fan
       *[other] chosen for { $fans } fans
    }
memory-choice-delete-asks =
    { $fans ->
        [0] Delete this choice?
        [one] Delete it? “{ $field }” of this fan will be empty.
       *[other] Delete it? “{ $field }” of these { $fans } fans will be empty.
    }
memory-choice-named = { $field }: “{ $was }” is “{ $name }” now, for everyone who has it.
memory-choice-merge-asks =
    { $field }: “{ $choice }” and “{ $into }” become one, “{ $into }”. { $fans ->
        [0] Nobody has “{ $choice }”.
        [one] One fan has “{ $choice }” and gets “{ $into }”.
       *[other] { $fans } fans have “{ $choice }” and get “{ $into }”.
    } Segments and waiting tables that mean “{ $choice }” will mean both. This cannot be undone.
memory-no-fields = No fields yet. Define what you want to know of { $name } and everyone: /fields
memory-fields-of = What you know of { $name }. Tap to change it.
memory-fields = Your fields. Tap one to change it, or add another.
memory-fields-none = Fields hold what you want to know of each fan: a city, a size, a birthday. Which kind shall the first be?
memory-field =
    { $name } ({ $type }): { $fans ->
        [0] filled in for nobody
        [one] filled in for one fan
       *[other] filled in for { $fans } fans
    }
memory-field-delete-asks =
    { $fans ->
        [0] Delete the field?
        [one] Delete the field and what it says of one fan?
       *[other] Delete the field and what it says of { $fans } fans?
    } What waiting tables say for it goes, too.
memory-type-text = text
memory-type-number = number
memory-type-date = date
memory-type-choice = choice
memory-clear = Clear
memory-ask-field = { $field } of { $name }: reply to this message with what to write down.
memory-ask-field-number = { $field } of { $name }: reply to this message with a number.
memory-ask-field-date = { $field } of { $name }: reply to this message with a date, like 12.05.1990.
memory-field-now = Now: { $value }. A dash (–) empties it.
memory-field-cleared = Emptied for { $name }.
memory-field-set = { $field } of { $name }: { $value }
memory-field-made = “{ $name }” was added. It is on every card under Fields.
memory-no-dates = No dates of { $name } yet. You hear of each one every year.
memory-dates-of = Dates of { $name }. Tap one to forget it.
memory-new-date = New date
memory-ask-date =
    Reply to this message with what it is and when, for example
    birthday 12.05.1990
memory-date-kept = { $name }: { $label } on { $date }. I will remind you every year at 9:00.
memory-today = Today
memory-today-line = 🗓 { $name }: { $label }
memory-today-years =
    🗓 { $name }: { $label } ({ $years ->
        [one] one year
       *[other] { $years } years
    })
memory-today-more = … and more.
memory-button-notes = Notes
memory-button-fields = Fields
memory-button-dates = Dates
memory-refused-empty = There is nothing in it. Nothing was changed.
memory-refused-too-long = That is too long: names have at most 32 characters, fields 200, notes 2,000. Nothing was changed.
memory-refused-gone = It is no longer there.
memory-refused-taken = That name is taken. Nothing was changed.
memory-refused-too-many = That is more than there can be. Nothing was changed.
memory-refused-too-many-fields = 30 fields are the most. Delete one first.
memory-refused-too-few = A choice needs at least two possibilities: Size: S, M, L
memory-refused-no-number = That is no number. Write it like 12 or 12.5. Nothing was changed.
memory-refused-no-full-date = I find no date with a year in it. Write it like 12.05.1990 or 12 May 1990. Nothing was changed.
memory-refused-no-date = I find no date in it. Write it like 12.05.1990, 12.05. or 12 May. Nothing was changed.
memory-refused-no-choice = That is none of the choices. Nothing was changed.
memory-refused-no-label = What is it? Write it with the date: birthday 12.05.

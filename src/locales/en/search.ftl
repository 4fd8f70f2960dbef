# /search
search-ask = What are you looking for? Send me the words. Beginnings are enough, from 3 letters on.
search-placeholder = Words
search-no-words = I need letters or digits to look for, like this: /search blue dress
search-found = “{ $words }”, found: { $count }
search-found-many = “{ $words }”, found: { $count } and older ones. Add a word to narrow it down.
search-nothing = Nothing found for “{ $words }”.
search-tip = Try fewer words, or only the beginning of one, from 3 letters on. I look through messages, notes, fields and names.
search-alone = One by one, these are found: { $words }
search-last-seen = Last seen: { $date }
search-note = note
search-field = field
search-you = you
search-more = More
search-failed = The search did not work this time. Please try again.
search-behind = I am still reading the latest messages. Search again in a minute to have them, too.
search-handle-now = @{ $was } is @{ $now } now.
search-handle-gone = @{ $was } has no @handle any more.

# Import
transfer-ask =
    Reply to this message with a table as a file (.csv). Its first row names the columns:
    • id or handle: who is meant
    • notes, tags (commas between)
transfer-ask-fields = • your fields: { $list }
transfer-ask-end = I first tell you what I found. What /export gave you fits, too.
transfer-still-waiting =
    { $count ->
        [one] One row of earlier imports waits for its fan to write.
       *[other] { $count } rows of earlier imports wait for their fans to write.
    }
transfer-waiting-ends = What waits for { $days } days is forgotten.
transfer-forget = Forget what waits
transfer-forget-asks = Forget all of it now? When these people write, nothing of it will be known. What is imported already stays.
transfer-forget-sure = Yes, forget
transfer-forgotten =
    { $count ->
        [0] Nothing waits any more.
        [one] One row is forgotten.
       *[other] { $count } rows are forgotten.
    }
transfer-creator-only = Only the creator can do this.
transfer-looking = I am looking through it. Nothing is changed yet.
transfer-not-fetched = I could not get that file. Please send it again: /import
transfer-refused-no-file = That is not a file. Reply to my question with a table as a file (.csv).
transfer-refused-no-table = That is not a table. I can read CSV files: in Excel, Numbers or Google Sheets save or download your table as CSV.
transfer-refused-spreadsheet = That is a spreadsheet. Save it as “CSV UTF-8”, or in Google Sheets download it as CSV, and send that.
transfer-refused-too-big = That file is too big: 20 MB are the most. Split it and send the parts one after another.
transfer-refused-encoding = I cannot read the letters in this file. Save it as “CSV UTF-8” (Excel: Save as; Google Sheets: Download, CSV) and send it again. Nothing was changed.
transfer-refused-empty = There are no rows in this table. Nothing was changed.
transfer-refused-broken = This table breaks off: somewhere a quotation mark is opened and never closed. Save it as CSV again. Nothing was changed.
transfer-refused-nobody = I cannot tell who is meant: one column must be called id or handle. Nothing was changed.
transfer-refused-nothing = This table tells me nothing I could keep: there is no column notes or tags, and none with the name of a field of yours (/fields). Nothing was changed.
transfer-checked =
    { $rows ->
        [one] One row
       *[other] { $rows } rows
    }
transfer-known = ✓ about your fans: { $count }
transfer-renamed = ↻ of these by an earlier handle: { $count }. First: { $list }
transfer-waiting = ⏳ about people who have not written yet: { $count }. It waits until they do.
transfer-new-tags = 🏷 new tags: { $list }
transfer-tags-no-room = ⚠ There is room for { $room } more tags; the rest would be left out.
transfer-misfits = ⚠ does not fit and would be left out: { $count }. First in row: { $list }
transfer-nobody = ✕ without a usable id or handle: { $count }. First in row: { $list }
transfer-doubtful = ✕ looks like an id or a phone number: { $count }. First in row: { $list }. For ids use a column id, or write #123.
transfer-empty = ○ with nothing to keep: { $count }
transfer-ignored = ○ columns I do not know: { $list }. Make a field of that name first if you want one (/fields).
transfer-nothing-yet = Nothing is changed yet.
transfer-no-use = So there is nothing to bring in. Nothing was changed.
transfer-button-import = Import
transfer-button-cancel = Cancel
transfer-dropped = Cancelled. Nothing was changed.
transfer-running = Importing: { $done } of { $rows }
transfer-tap-running = It is being imported.
transfer-tap-done = It was imported.
transfer-done = Imported. ✓ about your fans: { $count }
transfer-misfits-left = ⚠ left out because it did not fit: { $count }
transfer-stopped = The import had to stop. What is imported stays; send the file again for the rest: /import. Nothing is doubled.

# Export
transfer-exporting = I am putting it together. It comes here as a file.
transfer-exporting-elsewhere = I am putting it together. It comes as a file to our private chat.
transfer-export-running = An export is on its way already.
transfer-export-nobody = There are no fans yet, so there is nothing to export.
transfer-export-failed = The export failed. Please try again: /export
transfer-exported =
    { $fans ->
        [one] One fan
       *[other] { $fans } fans
    }: fans.csv is a table for Excel and the like, fans.jsonl has all that is known of them for programs. drafts.jsonl says what became of drafts and what left the box for them. The rest: messages, segments, saved replies, persona, FAQ, consents.
transfer-exported-part = Part { $part }. More comes.
transfer-exported-last = In { $part } parts; this is the last.
transfer-exported-how = Keep it safe. To bring it back in, send it to /import as it is.

# Answers of "guichet import".

import-done = Imported. New: { $new }. Changed: { $changed }. Unchanged: { $same }.
import-would = Dry run, nothing is written. New: { $new }. Changed: { $changed }. Unchanged: { $same }.
import-wrong = line { $line }, { $field } = "{ $value }": { $remedy }

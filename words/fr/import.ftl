# Réponses de « guichet import ».

import-done = Importé. Nouvelles : { $new }. Modifiées : { $changed }. Inchangées : { $same }.
import-would = Essai, rien n’est écrit. Nouvelles : { $new }. Modifiées : { $changed }. Inchangées : { $same }.
import-wrong = ligne { $line }, { $field } = « { $value } » : { $remedy }

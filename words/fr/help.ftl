# Les articles d’aide (words/fr/help).

help-article = { $title }. { $lead }
help-step = { $text }
help-whole = Lire la page entière
help-choice = Aide : { $title }
help-help = « aide » suivi d’un sujet, par exemple « aide VPN » ou « aide hameçonnage »

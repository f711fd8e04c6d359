# Réponses de « guichet check ».

check-works = { $what } : en ordre
check-fails = { $what } : { $why }
check-database = Base de données
check-mail = Courriel
check-sms = SMS
check-homeserver = Serveur Matrix

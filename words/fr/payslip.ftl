# Bulletins de paie.

payslip-arrived = Votre bulletin de paie ({ $month }) est disponible depuis le { $date }.
payslip-open = Ouvrir le bulletin
payslip-link = Le lien vaut pour vous seul, une fois, jusqu’à { $hour }. Il vous demandera de vous connecter à votre espace.
payslip-expected = Votre bulletin de paie ({ $month }) n’est pas encore arrivé. La paie de ce mois est prévue le { $date } ; le bulletin suit en général sous quelques jours.
payslip-late = Votre bulletin de paie ({ $month }) n’est pas arrivé, alors que la paie était prévue le { $date }. Adressez-vous à votre gestionnaire RH.
payslip-no-date = Votre bulletin de paie ({ $month }) n’est pas arrivé, et je n’ai pas de date prévue pour ce mois.
payslip-unknown = Je n’ai pas ce bulletin de paie dans votre dossier.
payslip-dead-link = Ce lien ne fonctionne plus : il a déjà servi, il a expiré, ou il n’est pas pour vous. Demandez-en un autre, ou ouvrez « Mes documents ».
payslip-help = « ma fiche de paie d’octobre est là ? » : vos bulletins de paie

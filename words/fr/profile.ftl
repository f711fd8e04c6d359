# Le dossier de l’agent : ce qu’il déclare, ce que les ressources humaines valident.

profile-kind-address = adresse personnelle
profile-stage-declared = justificatif à joindre
profile-stage-confirmed = en attente des RH
profile-stage-validated = validé
profile-stage-refused = refusé
profile-stage-withdrawn = retiré
profile-plain = { $value }
profile-none = non renseigné

profile-unknown = Je ne trouve pas ce changement dans votre dossier.
profile-open = Un changement est déjà en cours ({ $kind }) : les ressources humaines ne se sont pas encore prononcées. Pour en déclarer un autre, retirez d’abord celui-ci.
profile-same = Votre dossier l’indique déjà ({ $kind }) : il n’y a rien à changer.
profile-too-many = { $most ->
    [one] Vous avez déjà déclaré un changement de ce type depuis 24 heures. Recommencez demain, ou adressez-vous à votre gestionnaire RH.
   *[other] Vous avez déjà déclaré { $most } changements de ce type depuis 24 heures. Recommencez demain, ou adressez-vous à votre gestionnaire RH.
  }
profile-not-open = Ce changement n’est plus en attente : il a été traité ou retiré entre-temps.
profile-no-reason = Indiquez le motif du refus : l’agent le lira.
profile-bad-street = Il manque le numéro et la rue (100 caractères au plus).
profile-bad-postcode = Le code postal compte cinq chiffres, par exemple 75019. Pour une adresse à l’étranger, adressez-vous à votre gestionnaire RH.
profile-bad-town = Il manque la ville (100 caractères au plus).

profile-to-decide = { $name } a déclaré un changement ({ $kind }). Il attend votre décision dans la console.
profile-to-decide-open = Ouvrir le changement
profile-validated = C’est validé par les ressources humaines ({ $kind }) : { $value }
profile-refused = Les ressources humaines ont refusé votre changement ({ $kind }). Motif : { $reason } Votre dossier reste comme il était.

profile-show = Votre dossier :
profile-show-number = Matricule : { $number }
profile-show-email = Adresse électronique professionnelle : { $email }
profile-show-mobile = Mobile professionnel : { $mobile }
profile-show-supervisor = Responsable : { $name }
profile-show-officer = Gestionnaire RH : { $name }
profile-show-detail = { $label } : { $value }
profile-show-open = Changement en cours ({ $kind }), déclaré le { $date } : { $value }. État : { $stage }.
profile-open-page = Ouvrir « Mon profil »
profile-choice-withdraw = Retirer le changement en cours ({ $kind })
profile-withdrawn = C’est retiré ({ $kind }). Votre dossier reste comme il était.

profile-address-which = Quelle est votre nouvelle adresse ? Écrivez-la en une fois : numéro et rue, code postal, ville. Par exemple : 12 rue des Lilas 75019 Paris
profile-address-rest = { $street } : quel est le code postal, et quelle est la ville ?
profile-address-preview = Votre nouvelle adresse, pas encore enregistrée : { $new }
profile-address-before = Adresse actuelle : { $old }
profile-address-first = Aucune adresse n’est connue ici jusqu’à présent.
profile-choice-send = Envoyer aux ressources humaines
profile-choice-drop = Abandonner
profile-address-again = J’attends votre réponse : envoyer cette adresse aux ressources humaines ?
profile-declared = C’est envoyé aux ressources humaines ({ $kind }) : { $value } Le changement compte quand elles l’ont validé ; vous recevrez leur décision ici.
profile-card-separate = Un changement d’adresse ne renouvelle pas la carte professionnelle : c’est une demande à part.
profile-choice-card = Demander une nouvelle carte professionnelle
profile-card = Une carte perdue, volée, abîmée ou périmée se remplace sur demande ; les ressources humaines vous répondent ici.
profile-phone = Votre numéro professionnel enregistré : { $mobile }. Il reçoit vos codes de connexion : un nouveau numéro s’enregistre donc par téléphone, auprès de l’assistance informatique, qui vérifie d’abord que c’est bien vous. Appelez { $desk }.
profile-help = « mon profil », « j’ai déménagé » : votre dossier et ses changements

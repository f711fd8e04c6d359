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
profile-validated = C’est validé par les ressources humaines ({ $kind }) : { $value }.
profile-refused = Les ressources humaines ont refusé votre changement ({ $kind }). Votre dossier reste comme il était. Motif : { $reason }

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
profile-declared = C’est envoyé aux ressources humaines ({ $kind }) : { $value }. Le changement compte quand elles l’ont validé ; vous recevrez leur décision ici.
profile-card-separate = Un changement d’adresse ne renouvelle pas la carte professionnelle : c’est une demande à part.
profile-choice-card = Demander une nouvelle carte professionnelle
profile-card = Une carte perdue, volée, abîmée ou périmée se remplace sur demande ; les ressources humaines vous répondent ici.
profile-phone = Votre numéro professionnel enregistré : { $mobile }. Il reçoit vos codes de connexion : un nouveau numéro s’enregistre donc par téléphone, auprès de l’assistance informatique, qui vérifie d’abord que c’est bien vous. Appelez { $desk }.
profile-help = « mon profil », « j’ai déménagé », « changer mon RIB » : votre dossier et ses changements

profile-kind-bank = coordonnées bancaires
profile-kind-family = situation familiale
profile-label-address = Adresse personnelle
profile-label-bank = Compte bancaire
profile-label-family = Dernier événement familial déclaré
profile-bank-masked = IBAN { $country }, terminé par { $last }
profile-family-birth = naissance
profile-family-adoption = adoption
profile-family-marriage = mariage
profile-family-pacs = Pacs
profile-family-divorce = divorce
profile-family-separation = séparation
profile-family-death = décès du conjoint
profile-family-value = { $event }, le { $date }
profile-again = J’attends votre réponse : envoyer ceci aux ressources humaines ?

profile-bank = Vos coordonnées bancaires ne se donnent jamais dans une conversation. Saisissez le nouvel IBAN et joignez le RIB dans votre espace, qui vous redemandera votre mot de passe.
profile-bank-effect = Validé par les ressources humaines avant le { $closes_on }, un changement vaut à partir de la paie de { $month } ; sinon, à partir de celle de { $later }.
profile-bank-open = Changer mes coordonnées bancaires
profile-bank-bad = Cet IBAN n’est pas possible : comparez-le avec votre RIB, lettre par lettre.
profile-bank-declared = De nouvelles coordonnées bancaires ont été déclarées pour votre paie le { $at } : { $value }. Elles attendent les ressources humaines. Si ce n’est pas vous, choisissez :
profile-bank-declared-mail-subject = { $city } : nouvelles coordonnées bancaires déclarées
profile-bank-declared-mail-body = Bonjour { $name },

    De nouvelles coordonnées bancaires ont été déclarées pour votre paie le { $at } : { $value }.
    Elles attendent la validation des ressources humaines.

    Si vous n’en êtes pas à l’origine, appelez tout de suite { $desk } : rien n’est encore changé.
profile-bank-declared-sms = { $city } : de nouvelles coordonnées bancaires sont déclarées pour votre paie. Si ce n’est pas vous, appelez { $desk }.
profile-bank-validated = Vos nouvelles coordonnées bancaires sont validées : { $value }. Elles valent à partir de la paie de { $month }. Si ce n’est pas vous, choisissez :
profile-bank-validated-mail-subject = { $city } : nouvelles coordonnées bancaires validées
profile-bank-validated-mail-body = Bonjour { $name },

    Vos nouvelles coordonnées bancaires ont été validées le { $at } : { $value }.
    Elles valent à partir de la paie de { $month }.

    Si vous n’en êtes pas à l’origine, appelez tout de suite { $desk } et votre gestionnaire RH.
profile-bank-validated-sms = { $city } : vos nouvelles coordonnées bancaires valent à partir de la paie de { $month }. Si ce n’est pas vous, appelez { $desk }.
profile-reported = L’agent a signalé quelque chose de suspect, et la demande { $reference } n’a pas encore de réponse. Ces coordonnées ne peuvent pas être validées avant.

profile-family-which = Que s’est-il passé ?
profile-family-which-day = À quelle date ? Par exemple : le 3 mars 2026
profile-family-preview = À déclarer, pas encore enregistré : { $value }
profile-family-proof = Un justificatif sera nécessaire, à joindre dans votre espace : PDF, JPEG ou PNG, { $most } Mo au plus.
profile-future = Cette date est à venir : déclarez l’événement une fois qu’il a eu lieu.
profile-declared-unproven = C’est noté ({ $kind }) : { $value }. Il manque le justificatif : les ressources humaines ne se prononcent qu’avec lui. Joignez-le dans votre espace.
profile-proof-open = Joindre le justificatif

profile-proof-empty = Joignez un justificatif : ce fichier est absent ou vide.
profile-proof-too-large = Ce fichier est trop lourd. Photographiez ou numérisez dans une qualité plus basse.
profile-proof-format = Ce fichier n’est ni un PDF, ni une image JPEG ou PNG. Enregistrez-le dans l’un de ces formats.
profile-proof-name = Le nom de ce fichier ne correspond pas à son contenu. Renommez-le simplement, par exemple rib.pdf ou rib.jpg.
profile-proof-broken = Ce fichier est incomplet ou endommagé. Enregistrez-le à nouveau, puis recommencez.
profile-proof-hidden = Ce fichier contient autre chose qu’une page ou une image (un programme, une page web, une pièce jointe). Imprimez-le en PDF ou photographiez-le.
profile-proof-encrypted = Ce PDF est protégé par un mot de passe. Enregistrez-en une copie sans protection.
profile-proof-pixels = Cette image est démesurée. Photographiez ou numérisez dans une définition plus basse.

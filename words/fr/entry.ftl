# L’entrée et la sortie, communes aux deux sites.

entry-sign-in-title = Se connecter
entry-username = Identifiant
entry-username-hint = De la forme prenom.nom
entry-username-missing = Saisissez votre identifiant.
entry-password = Mot de passe { $intranet }
entry-password-missing = Saisissez un mot de passe.
entry-sign-in-button = Se connecter
entry-forgotten = Mot de passe oublié
entry-create = Créer mon compte
entry-refused-title = Connexion refusée
entry-refused-typing = Vérifiez l’identifiant, puis les majuscules du mot de passe.
entry-refused-forgotten = Si vous avez oublié le mot de passe, demandez un lien pour en choisir un autre.
entry-refused-locked = Après { $failures } essais manqués de suite, le compte est verrouillé : attendre ne suffit pas, { $desk } doit le déverrouiller.
entry-help-title = Vous n’arrivez pas à vous connecter ?
entry-help = Demandez « pourquoi je n’arrive pas à me connecter » au guichet, dans votre messagerie : il vous dit la cause, qui peut y remédier, et transmet la demande. Votre mot de passe ne vous sera jamais demandé dans une conversation.
entry-start-again = Recommencer depuis le début

entry-second-title = Votre mot de passe { $verifier }
entry-second-lead = Seconde étape : votre mot de passe { $intranet } est juste. { $verifier } vérifie maintenant que c’est bien vous, avec un mot de passe différent.
entry-second-password = Mot de passe { $verifier }
entry-second-forgotten = Mot de passe { $verifier } oublié
entry-second-remembered = Sur un appareil que vous avez déjà utilisé, il est redemandé tous les { $days } jours.

entry-factor-title = Votre code à usage unique
entry-factor-lead = Ouvrez votre application d’authentification et recopiez le code affiché pour Guichet.
entry-code = Code à six chiffres
entry-code-hint = Il change toutes les 30 secondes et ne sert qu’une fois.
entry-factor-button = Continuer

entry-sms-title = Le code reçu par SMS
entry-sms-sent = Un code à huit chiffres a été envoyé au { $number }, { $at }. Il vaut { $minutes } minutes et ne sert qu’une fois.
entry-sms-too-soon = Aucun code n’est en route pour cette connexion : un autre vient d’être envoyé au { $number }. Vous pourrez en demander un { $at }.
entry-sms-old = Le dernier code envoyé au { $number } n’est plus valable. Demandez-en un autre.
entry-sms-exhausted = Aucun code n’est envoyé : il y en a déjà eu { $count } en 24 heures vers le { $number }, c’est le maximum. Le prochain pourra partir { $at }. D’ici là, connectez-vous depuis le réseau interne ou le VPN si votre profil le permet.
entry-sms-code = Code à huit chiffres
entry-sms-code-hint = Les espaces ne comptent pas.
entry-sms-help-title = Le code n’arrive pas ?
entry-sms-help-phone = Le { $number } est-il bien votre téléphone professionnel, et reçoit-il des SMS ? Si le numéro a changé, votre gestionnaire RH ou votre correspondant informatique le fait corriger.
entry-sms-help-wait = Un SMS peut mettre une minute. Chaque nouveau code remplace le précédent : un par minute, { $count } par jour.
entry-sms-help-bot = Sinon, écrivez « je ne reçois pas le code » au guichet, dans votre messagerie : il vous guide et transmet la demande.
entry-sms-resend = Envoyer un autre code

entry-enrol-title = Associer une application d’authentification
entry-enrol-lead = Cette connexion demande un code à usage unique. Associez maintenant l’application de votre téléphone professionnel.
entry-enrol-scan-title = 1. Ajouter le compte dans l’application
entry-enrol-scan = Scannez ce code avec l’application.
entry-enrol-qr = Code à scanner ; la même clé est écrite dessous
entry-enrol-manual = Ou saisissez cette clé :
entry-enrol-check-title = 2. Vérifier
entry-enrol-button = Vérifier et continuer

entry-new-title = Choisissez votre mot de passe { $account }
entry-new-lead = Le mot de passe { $account } saisi est provisoire, ou sa durée de validité est passée. Choisissez le vôtre pour continuer. Votre compte n’est pas verrouillé.
entry-new-password = Nouveau mot de passe
entry-repeat-password = Le même, une seconde fois
entry-password-rules = Au moins { $min } caractères, dont une majuscule, un chiffre et un caractère spécial ; ou au moins { $free } caractères de votre choix. Ni votre nom, ni celui de la ville ou d’un de ses portails, ni l’un de vos { $last } derniers mots de passe.
entry-password-differs = Les deux saisies sont différentes. Saisissez deux fois le même mot de passe.
entry-strength = Solidité
entry-strength-words = très faible|faible|moyenne|bonne|très bonne
entry-check-length = { $min } caractères ou plus
entry-check-upper = une majuscule
entry-check-digit = un chiffre
entry-check-special = un caractère spécial
entry-check-city = ni la ville, ni un de ses portails
entry-check-repeat = deux fois le même
entry-check-met = – respecté
entry-check-unmet = – pas encore
entry-check-later = Votre nom, les mots de passe courants et vos anciens mots de passe sont vérifiés à l’enregistrement.
entry-new-button = Enregistrer ce mot de passe

entry-recovery-title = Vos codes de secours
entry-recovery-lead = L’application est associée. Si un jour elle n’est pas à portée, chacun de ces codes la remplace une fois. Ils ne seront plus jamais affichés : imprimez-les ou notez-les, et gardez-les loin de votre téléphone.
entry-recovery-list = Codes de secours
entry-recovery-next = C’est noté, continuer
entry-factor-without = Sans l’application : un code de secours
entry-recovery = Code de secours
entry-recovery-hint = L’un des dix codes donnés avec l’application ; chacun sert une fois.
entry-recovery-button = Utiliser ce code
entry-refused-locked-awhile = Après { $failures } essais manqués de suite, le compte est verrouillé pour un temps, plus long à chaque fois ; { $desk } peut le déverrouiller avant.

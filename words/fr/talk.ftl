# Le guichet : accueil, aide, ce qui n’est pas compris.

talk-yes = Oui
talk-no = Non
talk-confirm = Confirmez-vous ?
talk-more = Pour en savoir plus :
talk-open = Ouvrir
talk-quote = Vous avez écrit : « { $text } ».

talk-welcome = Bonjour { $name }. Je suis Guichet, l’assistant automatique de la { $city } pour vos accès et vos congés. Je ne suis pas une personne. Écrivez « aide » pour savoir ce que je sais faire.
talk-welcome-stranger = Bonjour. Je suis Guichet, l’assistant automatique de la { $city }. Je ne sais pas encore qui vous êtes : reliez votre adresse de messagerie depuis votre espace agent, rubrique « Sécurité », ou demandez à votre correspondant informatique.
talk-who-are-you = Je ne peux pas répondre : je ne sais pas qui vous êtes. Reliez votre adresse de messagerie depuis votre espace agent, rubrique « Sécurité », ou demandez à votre correspondant informatique.
talk-greeting = Bonjour { $name }. Que puis-je faire pour vous ? Écrivez « aide » pour la liste.
talk-help = Voici ce que je sais faire, { $name }. Écrivez comme vous parlez :
talk-help-language = « english please » : je vous réponds en anglais
talk-not-understood = Je n’ai pas compris. Écrivez « aide » pour savoir ce que je sais faire.
talk-nothing-offered = Cette réponse ne correspond à aucune question en cours. Écrivez « aide » pour savoir ce que je sais faire.
talk-nothing-to-cancel = Rien n’est en cours : il n’y a rien à annuler.
talk-nothing-to-confirm = Rien n’attend votre accord en ce moment.
talk-cancelled = C’est annulé. Rien n’a été enregistré.
talk-language-set = C’est noté : je vous réponds en français.
talk-which-language = Je parle français et anglais. Écrivez « français » ou « english ».
talk-other-person = Je ne donne aucune information sur une autre personne. Je peux répondre sur votre propre dossier.
talk-injection = Je ne peux pas faire cela.
talk-telework = Le télétravail n’est pas un congé : je ne l’enregistre pas. Voyez avec votre responsable.
talk-strike = La grève n’est pas un congé : je n’enregistre rien à ce sujet. Votre gestionnaire RH peut vous répondre.
talk-elsewhere = Cela ne relève pas de ce guichet. Écrivez « aide » pour savoir ce que je sais faire.
talk-denied = Vous n’avez pas le droit de faire cela. Si c’est une erreur, contactez { $desk }.

talk-not-here-company = Je ne parle de votre dossier que dans une conversation directe entre vous et moi. Une autre personne est présente ou invitée ici : ouvrez une conversation directe avec moi.
talk-not-here-unencrypted = Cette conversation n’est pas chiffrée : je ne peux pas y parler de votre dossier. Ouvrez avec moi une conversation directe chiffrée.
talk-not-here-open = D’autres personnes pourraient lire cette conversation ou y entrer : je ne peux pas y parler de votre dossier. Ouvrez avec moi une conversation directe chiffrée.
talk-unencrypted = Votre message est arrivé sans chiffrement : je n’en ai pas tenu compte. Renvoyez-le depuis une application qui chiffre les messages.
talk-attachment = Je ne lis pas encore les fichiers, les images ni les messages vocaux. Écrivez-moi en quelques mots.
talk-undecryptable = Je n’ai pas pu déchiffrer l’un de vos messages. Envoyez-le de nouveau, s’il vous plaît.
talk-late = Réponse à votre message de { $hour } :
talk-lapsed = Vous n’avez rien écrit depuis un moment : la demande en cours est abandonnée, rien n’a été enregistré. Vous pouvez recommencer quand vous voulez.
talk-repeat = Vous avez écrit, { $hour } : « { $text } ». Faut-il le faire maintenant ?
talk-incident = Une erreur de notre côté m’empêche de vous répondre. Rien n’a été enregistré. Si vous contactez { $desk }, donnez le code { $incident }.

talk-secret = Votre message contenait { $kind }. Ne l’envoyez jamais ici : je ne vous le demanderai jamais. Je ne l’ai ni lu ni conservé.
talk-secret-redacted = Je l’ai effacé de la conversation. Si c’est un mot de passe, changez-le dès maintenant.
talk-secret-delete-it = Supprimez ce message de la conversation. Si c’est un mot de passe, changez-le dès maintenant.
talk-secret-password = ce qui ressemble à un mot de passe
talk-secret-code = ce qui ressemble à un code d’accès
talk-secret-token = ce qui ressemble à un jeton d’accès
talk-secret-private-key = ce qui ressemble à une clé privée
talk-secret-iban = un numéro de compte bancaire
talk-secret-nir = un numéro de sécurité sociale

talk-key-changed = Votre identité de chiffrement a changé : je ne peux plus être sûr que c’est vous, et le lien avec votre compte d’agent est rompu. Je ne réponds plus ici sur votre dossier. Reliez cette adresse de nouveau depuis votre espace agent, rubrique « Sécurité ». Si vous n’avez rien changé, prévenez tout de suite { $desk }.
talk-stranger-other-server = Votre adresse appartient à un autre serveur de messagerie ({ $server }) : je ne peux pas la relier à un agent de la { $city }. Écrivez-moi depuis la messagerie de la ville.
talk-stranger-look-alike = Votre adresse de messagerie contient un caractère qui peut passer pour un autre : je ne peux la relier à personne. Écrivez-moi depuis une adresse ordinaire.
talk-tapped = Une réaction ne suffit pas pour cela. Écrivez « oui » pour le faire.

# Ce que le guichet comprend et ne fait pas encore.
talk-not-yet-reminders = Je ne sais pas encore régler les rappels ici. Rien n’a changé.
talk-not-yet-tasks = Je n’ai pas encore de tableau de bord. « Mes demandes » et « mes demandes à valider » montrent ce qui est en cours pour les congés.
talk-not-yet-person = Je ne sais pas encore vous mettre en relation avec une personne. Pour un problème d’accès, écrivez « pourquoi je ne peux pas me connecter » : je peux prévenir le support. Pour le reste, adressez-vous à votre gestionnaire RH.
talk-secret-iban-instead = Pour changer vos coordonnées bancaires, écrivez « changer mon RIB » : je vous donne le lien vers votre espace.

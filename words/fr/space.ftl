# L’espace de l’agent, sur le web.

space-home-nav = Accueil
space-documents-nav = Mes documents
space-leave-nav = Mes congés
space-security-nav = Sécurité

space-lead = Avec votre compte { $intranet }.

space-forgotten-title = Mot de passe oublié
space-forgotten-lead = Un lien pour choisir un nouveau mot de passe est envoyé à votre adresse professionnelle, jamais ailleurs.
space-forgotten-which = Quel compte est bloqué ?
space-forgotten-intraparis = { $intranet }
space-forgotten-intraparis-hint = Le mot de passe demandé en premier, avec votre identifiant.
space-forgotten-moncompteparisien = { $verifier }
space-forgotten-moncompteparisien-hint = Le second mot de passe, qui vérifie votre identité. Son circuit est séparé : le changer ne change pas l’autre.
space-forgotten-who = Identifiant ou matricule
space-forgotten-email = Adresse électronique professionnelle
space-forgotten-email-hint = Celle que connaît la direction des ressources humaines
space-forgotten-button = Recevoir le lien
space-forgotten-done-title = Demande enregistrée
space-forgotten-done = Si ces informations correspondent à un compte, un lien part maintenant vers l’adresse professionnelle de ce compte.
space-forgotten-done-sender = Expéditeur du message : { $from }
space-forgotten-done-valid = Le lien sert une seule fois et reste valable { $minutes } minutes.
space-forgotten-done-subject = Objet du message : « { $subject } »
space-forgotten-done-spam = S’il n’arrive pas, cherchez cet expéditeur et cet objet dans le courrier indésirable avant de recommencer : { $mails } messages partent par heure, pas davantage.
space-forgotten-done-limits = Un nouveau mot de passe ne déverrouille pas un compte et ne réactive pas un compte désactivé.

space-reset-title = Nouveau mot de passe { $account }
space-reset-lead = Ce lien ne change que le mot de passe { $account }. Toutes vos autres sessions seront fermées.
space-reset-dead-title = Ce lien ne sert plus
space-reset-dead = Il a déjà servi, il a expiré ou un lien plus récent l’a remplacé. Demandez-en un autre.
space-reset-again = Recevoir un nouveau lien
space-reset-done-title = Mot de passe { $account } enregistré
space-reset-done = Vos autres sessions sont fermées. Vous pouvez vous connecter avec le nouveau mot de passe.

space-create-title = Créer mon compte
space-create-lead = Un lien pour créer le compte et choisir son mot de passe est envoyé à votre adresse professionnelle, jamais ailleurs. Chacun des deux comptes se crée à part.
space-create-which = Quel compte voulez-vous créer ?
space-create-which-missing = Indiquez lequel des deux comptes vous voulez créer.
space-create-who = Matricule
space-create-button = Recevoir le lien
space-create-done = Si ces informations correspondent à un agent, un message part maintenant vers son adresse professionnelle : le lien, ou ce qui empêche de créer le compte.
space-create-done-limits = Pas encore d’adresse professionnelle, ou pas d’accès ? Votre correspondant informatique, ou les ressources humaines si vous venez d’arriver, vous remet un mot de passe temporaire en personne.
space-created-title = Créer votre compte { $account }
space-created-lead = Choisissez le mot de passe de votre compte { $account }. Le compte est créé quand vous l’enregistrez.
space-created-done-title = Compte { $account } créé
space-created-done = Vous pouvez vous connecter quand vos deux comptes sont créés.

space-forgotten-back = Revenir à la connexion
space-forgotten-which-missing = Indiquez lequel des deux comptes est bloqué.
space-forgotten-name-missing = Saisissez votre identifiant ou votre matricule.
space-forgotten-email-missing = Saisissez votre adresse professionnelle.

space-home-title = Bonjour { $name }
space-home-accounts = Vos deux comptes
space-home-hint-intraparis = Le premier mot de passe, avec votre identifiant.
space-home-hint-moncompteparisien = Le second mot de passe, qui vérifie votre identité.
space-home-ask = Envoyer la demande au support
space-home-tickets = Vos demandes au support
space-home-no-tickets = Vous n’avez aucune demande en cours.
space-home-opened = du { $at }

space-leave-lead = Tant qu’une demande n’est pas validée, le congé n’est pas accordé. Pour en poser un, écrivez au guichet dans votre messagerie.
space-leave-balances = Soldes
space-leave-why = D’où viennent ces soldes
space-leave-remind = Relancer pour la demande n° { $number }
space-leave-requests = Demandes
space-leave-none = Vous n’avez fait aucune demande.
space-leave-withdraw = Retirer la demande n° { $number }
space-leave-decisions = Demandes de mon équipe à décider
space-leave-submitted = En attente
space-leave-validated = Validée
space-leave-refused = Refusée
space-leave-withdrawn = Retirée
space-leave-lapsed = Non accordée

space-decisions-title = Congés à décider
space-decisions-lead = L’agent est informé de votre décision aussitôt. Un refus doit être motivé.
space-decisions-reason = Motif du refus
space-decisions-reason-hint = Inutile pour valider ; obligatoire pour refuser.
space-decisions-validate = Valider la demande n° { $number }
space-decisions-fresh = Vos dernières décisions
space-decisions-undo = Annuler la décision sur la demande n° { $number }
space-decisions-delegate = Qui décide à ma place
space-decisions-delegate-lead = Pendant ces dates, cette personne décide avec vous. Elle ne décide jamais de ses propres congés.
space-decisions-delegate-who = Identifiant de la personne
space-decisions-delegate-first = Premier jour
space-decisions-delegate-last = Dernier jour
space-decisions-delegate-do = Confier mes décisions
space-decisions-delegate-end = Mettre fin à la suppléance de { $name }
space-decisions-refuse = Refuser la demande n° { $number }

space-security-sessions = Sessions ouvertes
space-security-since = Ouverte le { $at }.
space-security-seen = Utilisée le { $at }.
space-security-here = Cette session
space-security-close = Fermer
space-place-internal = Poste interne
space-place-vpn = VPN
space-place-mobile_portal = Portail mobile
space-security-passwords = Vos deux mots de passe
space-security-password = En changer un ferme toutes vos autres sessions.
space-security-chat = Messagerie
space-security-chat-linked = Le guichet vous répond à cette adresse, et à elle seule :
space-security-chat-none = Aucune adresse de messagerie n’est reliée à votre compte.

space-password-title = Changer le mot de passe { $account }
space-password-lead = Vos autres sessions seront fermées.
space-password-old = Mot de passe { $account } actuel
space-password-old-wrong = Le mot de passe actuel ne convient pas. Les essais manqués sont comptés comme à la connexion.

space-documents-lead = Vos bulletins de paie, tels que la direction des ressources humaines les a déposés.
space-payslips = Bulletins de paie
space-payslips-none = Aucun bulletin n’est encore arrivé dans votre dossier.
space-payslip-arrived = Arrivé le { $at }
space-payslip-download = Télécharger
space-payslip-size = (PDF, { $size } Ko)
space-payslip-file = bulletin-{ $month }
space-payslip-title = Bulletin de paie de { $month }
space-payslip-once = Ce lien sert une fois. Le bulletin reste ensuite dans « Mes documents ».

space-applications-nav = Mes applications
space-applications-lead = Vous êtes ici par ce canal : { $channel }. Ce qui s’ouvre dépend du canal.
space-applications-channels = Les trois canaux

space-chat-manage = Relier ou délier
space-chat-lead = L’assistant vous répond dans une messagerie quand votre adresse est reliée à votre compte.
space-chat-linked = Adresse reliée
space-chat-since = Reliée le { $at }.
space-chat-held = Par sécurité, les documents, le profil et la vérification d’identité y seront possibles à partir de : { $until }.
space-chat-end = Délier cette adresse
space-chat-new = Relier une adresse
space-chat-address = Adresse de messagerie
space-chat-address-hint = Elle s’écrit ainsi : @prénom.nom:serveur. Elle remplace l’adresse reliée.
space-chat-address-missing = Indiquez l’adresse de messagerie.
space-chat-start-button = Envoyer un code à cette adresse
space-chat-code-title = Entrer le code
space-chat-code-sent = Un code est envoyé à { $address }, dans une conversation directe avec l’assistant : acceptez-la si elle est nouvelle.
space-chat-code-until = Il vaut jusqu’au { $until }, dans cette session seulement.
space-chat-code = Code à huit chiffres
space-chat-code-button = Relier cette adresse
space-security-factors = Double authentification
space-security-enrol = Associer une application
space-security-recovery = Nouveaux codes de secours
space-prove-title = Confirmez que c’est bien vous
space-prove-lead = Avant de toucher à la double authentification, donnez de nouveau votre mot de passe.
space-prove-code = Code de l’application, ou code de secours
space-recovery-title = Nouveaux codes de secours
space-recovery-lead = Dix nouveaux codes remplacent ceux d’avant, qui ne vaudront plus rien. Ils seront affichés une seule fois.
space-recovery-button = Créer les codes
space-security-activate-lead = Vous pouvez demander qu’un second facteur vous soit demandé partout. Votre correspondant informatique l’accorde.
space-security-activate = Demander la double authentification
space-prove-sms = Un code par SMS est demandé aussi : il part au { $number }.
space-prove-sms-send = M’envoyer le code

space-help-nav = Aide
space-help-lead = Des réponses courtes aux questions les plus posées. Ces pages ne demandent pas de se connecter.
space-help-search = De quoi s’agit-il ?
space-help-find = Chercher
space-help-none = Aucun article ne parle de « { $words } ». Voici tous les articles.
space-help-all = Tous les articles
space-help-found = Articles trouvés

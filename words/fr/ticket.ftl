# Les demandes auxquelles quelqu’un doit répondre.

ticket-kind-unlock = déverrouillage
ticket-kind-reactivation = réactivation
ticket-kind-security = sécurité
ticket-kind-vpn = accès au VPN
ticket-kind-vpn-help = panne du VPN
ticket-status-open = en attente
ticket-status-done = acceptée
ticket-status-refused = refusée

ticket-opened = Votre demande n° { $reference } est enregistrée : { $kind } du compte { $circuit }. Vous recevrez la réponse ici.
ticket-opened-plain = Votre demande n° { $reference } est enregistrée : { $kind }. Vous recevrez la réponse ici.
ticket-not-open = Cette demande n’est plus en attente.
ticket-refused = Votre demande n° { $reference } ({ $kind }) est refusée. Motif : { $why }
ticket-answered = Votre demande n° { $reference } ({ $kind }) est traitée. Réponse : { $text }
ticket-lift-instead = Cette demande s’accorde par l’action qu’elle demande, pas par une réponse.
ticket-not-me = C’est noté. Vos sessions sont fermées, vos appareils sont oubliés, et la demande n° { $reference } est ouverte auprès de l’assistance informatique. Vous pouvez aussi verrouiller vos comptes dès maintenant.
ticket-choice-lock-self = Verrouiller mes comptes
ticket-kind-second-factor = double authentification
ticket-kind-factor-help = code non reçu
ticket-has-second-factor = La double authentification vaut déjà pour ce compte : il n’y a rien à demander.
ticket-second-factor-granted = La double authentification vous est accordée. Un second facteur vous sera demandé à chaque connexion, sur tous les canaux. Depuis le réseau interne ou le VPN, associez une application d’authentification dans « Sécurité » ; sinon, un code vous est envoyé par SMS.

# La console du support, des ressources humaines et des auditeurs.

console-lead = Réservé aux agents habilités. Un code à usage unique est toujours demandé.
console-search-nav = Recherche
console-queue-nav = File d’attente
console-log-nav = Journal
console-outbox-nav = Courrier de la démonstration

console-search-title = Trouver un agent
console-search-label = Nom, identifiant, matricule, adresse ou téléphone
console-search-hint = Les débuts de mots suffisent. Un seul résultat ouvre directement la fiche.
console-search-button = Rechercher
console-search-found = { $count ->
    [0] Aucun résultat
    [one] { $count } agent
   *[other] { $count } agents
}
console-search-none = Aucun agent de votre périmètre ne correspond. Vérifiez l’orthographe, ou cherchez par matricule.
console-search-more = D’autres agents correspondent : précisez la recherche.

console-age-minutes = { $count } min
console-age-hours = { $count } h
console-age-days = { $count } j
console-queue-lead = Les demandes ouvertes, de la plus ancienne à la plus récente. Vert : moins d’une heure. Orange : moins de quatre heures. Rouge : au-delà.
console-queue-none = Aucune demande n’attend.

console-agent-diagnosis = Diagnostic
console-agent-diagnosis-hint = Tel que l’agent le lit.
console-agent-fine = Rien ne s’oppose à la connexion.
console-agent-identity = Identité
console-agent-number = Matricule
console-agent-username = Identifiant
console-agent-email = Adresse
console-agent-mobile = Mobile
console-agent-no-mobile = Aucun numéro enregistré
console-agent-chat = Messagerie
console-agent-no-chat = Aucune adresse reliée
console-agent-since = Depuis le { $at }
console-agent-tickets = Demandes
console-agent-no-tickets = Aucune demande.
console-agent-sessions = Sessions ouvertes
console-agent-no-sessions = Aucune session ouverte.
console-agent-timeline = Chronologie
console-agent-no-timeline = Rien n’a encore été consigné.

console-reason = Motif
console-reason-hint = Consigné au journal avec votre nom.
console-reason-missing = Indiquez le motif.
console-reason-called = Agent rappelé au numéro connu
console-reason-seen = Agent vu au guichet
console-reason-ticket = Demande reçue par le guichet
console-do-unlock = Déverrouiller { $account }
console-do-reactivate = Réactiver { $account }
console-do-reset = Envoyer un lien de réinitialisation { $account }
console-do-sessions = Fermer toutes les sessions
console-do-refuse = Refuser la demande { $reference }
console-done-unlocked = Le compte est déverrouillé. L’agent en est informé, ses demandes correspondantes sont closes.
console-done-reactivated = Le compte est réactivé. L’agent en est informé, ses demandes correspondantes sont closes.
console-done-agreed = Votre accord est enregistré. Le compte sera réactivé quand l’autre partie aura donné le sien.
console-done-reset = Un lien part vers l’adresse professionnelle de l’agent. Personne d’autre ne le reçoit.
console-done-sessions = Toutes les sessions de l’agent sont fermées.
console-done-refused = La demande est refusée. L’agent en est informé avec votre motif.

console-log-lead = Décisions, consultations de données personnelles et refus, du plus récent au plus ancien. Rien ne peut y être modifié.
console-log-at = Date
console-log-who = Qui
console-log-what = Acte
console-log-whom = Agent concerné
console-log-why = Motif
console-log-facts = Détails
console-log-older = Plus ancien
console-actor-nobody = Personne non identifiée
console-actor-person = Agent
console-actor-system = Guichet
console-actor-operator = Exploitant
console-door-chat = messagerie
console-door-space = espace agent
console-door-console = console

console-outbox-lead = Aucun message de la démonstration ne sort de cet ordinateur : les voici.
console-outbox-none = Aucun message n’est encore parti.
console-outbox-to = À

console-did-account-lock = Compte verrouillé
console-did-account-lock_self = Comptes verrouillés par l’agent
console-did-account-unlock = Compte déverrouillé
console-did-account-deactivate = Compte désactivé
console-did-account-reactivate = Compte réactivé
console-did-account-agree_to_reactivate = Accord donné à la réactivation
console-did-account-end_sessions = Toutes les sessions fermées
console-did-diagnosis-see = Diagnostic consulté
console-did-factor-enrol = Application d’authentification associée
console-did-factor-provision = Application d’authentification reprise
console-did-leave-entitle = Droits à congé enregistrés
console-did-leave-look = Demande de congé consultée
console-did-leave-waiting = Demande de congé vue par le responsable
console-did-leave-request = Congé demandé
console-did-leave-validate = Congé validé
console-did-leave-refuse = Congé refusé
console-did-leave-withdraw = Demande de congé retirée
console-did-log-read = Journal consulté
console-did-password-provision = Premier mot de passe enregistré
console-did-password-set = Mot de passe choisi
console-did-password-start_reset = Lien de réinitialisation demandé
console-did-password-send_link = Lien de réinitialisation envoyé par le support
console-did-people-grant = Rôle attribué
console-did-people-import = Agent importé
console-did-people-link = Adresse de messagerie reliée
console-did-people-look = Fiche consultée
console-did-people-search = Recherche d’agents
console-did-session-alarm = Alerte : nombreux comptes visés
console-did-session-factor = Code refusé
console-did-session-open = Connexion
console-did-session-revoke = Session fermée
console-did-session-sign_in = Connexion refusée
console-did-session-sign_out = Déconnexion
console-did-ticket-open = Demande ouverte
console-did-ticket-close = Demande satisfaite
console-did-ticket-refuse = Demande refusée
console-did-ticket-not_me = « Ce n’était pas moi »

console-fact-circuit = Compte :
console-fact-channel = Canal :
console-fact-origin = Origine :
console-fact-site = Site :
console-fact-factor = Second facteur :
console-fact-because = Cause :
console-fact-reach = Portée :
console-fact-reference = Référence :
console-fact-kind = Objet :
console-fact-link = Lien envoyé :
console-fact-found = Résultats :
console-fact-number = Numéro :
console-fact-temporary = Provisoire :
console-fact-year = Année :
console-fact-role = Rôle :
console-fact-address = Adresse :
console-fact-proven_by = Preuve :
console-fact-how = Manière :
console-fact-deactivated_for = Cause de désactivation :

console-value-true = oui
console-value-false = non
console-value-wrong = mot de passe inexact
console-value-limit = limite d’essais atteinte
console-value-unknown_devices = appareils inconnus
console-value-everywhere = partout
console-value-console = console
console-value-space = espace agent
console-value-unlock = déverrouillage
console-value-reactivation = réactivation
console-value-security = sécurité

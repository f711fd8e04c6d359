# Les deux comptes, leur état, et ce qui le change.

account-circuit-intraparis = { $intranet }
account-circuit-moncompteparisien = { $verifier }

account-state-not-created = pas encore créé
account-state-awaiting-first-sign-in = en attente de la première connexion
account-state-active = actif
account-state-password-expired = mot de passe expiré
account-state-locked-unknown-devices = verrouillé pour les appareils inconnus
account-state-locked-everywhere = verrouillé
account-state-locked-by-agent = verrouillé par l’agent
account-state-deactivated-inactivity = désactivé pour inactivité
account-state-deactivated-change-of-assignment = désactivé après un changement d’affectation
account-state-deactivated-administrative = désactivé par décision administrative

account-why-inactivity = inactivité prolongée
account-why-change-of-assignment = changement d’affectation
account-why-administrative = décision administrative

account-lifter-nobody = personne
account-lifter-agent = vous-même
account-lifter-it-contact = votre correspondant informatique
account-lifter-it-support = { $desk }
account-lifter-hr = les ressources humaines
account-lifter-it-admin-and-hr = un administrateur informatique et les ressources humaines, ensemble

account-denied = Vous n’avez pas le droit de faire cela.
account-no-agent = Cet agent n’existe pas.
account-no-reason = Un motif est nécessaire. Indiquez-le, puis recommencez.
account-same-person = Vous avez déjà donné l’accord de l’autre service. Une autre personne doit donner celui-ci.
account-misfit-not-created = Ce compte n’est pas encore créé.
account-misfit-deactivated = Ce compte est désactivé ({ $why }). Il doit d’abord être réactivé par { $lifter }.
account-misfit-already-so = Le compte est déjà dans cet état. Rien n’a été changé.
account-misfit-lifted-by = Cette désactivation est levée par { $lifter }.

account-unlocked = Votre compte { $circuit } est déverrouillé. Vous pouvez vous connecter.
account-reactivated = Votre compte { $circuit } est réactivé. Vous pouvez vous connecter.
account-reactivated-awaiting = Votre compte { $circuit } est réactivé. À la première connexion, vous choisirez un mot de passe personnel.
account-reactivated-still-locked = Votre compte { $circuit } est réactivé, mais il reste verrouillé. Demandez aussi son déverrouillage.
account-deactivated = Votre compte { $circuit } est désactivé : { $why }. Seul peut le réactiver : { $lifter }.
account-closes-request = Cela répond à votre demande n° { $reference }.
account-locked-by-agent = Vos comptes sont verrouillés et vos sessions sont fermées. Après vérification, { $desk } pourra les déverrouiller.
account-sessions-ended = L’assistance informatique a fermé toutes vos sessions { $circuit }. Reconnectez-vous quand vous en avez besoin.

account-alert-unknown-devices = Votre compte { $circuit } est verrouillé pour les appareils inconnus, après plusieurs échecs de connexion. Dernier essai : { $at }, canal : { $channel }. Les appareils depuis lesquels vous vous êtes déjà connecté, s’il y en a, ne sont pas touchés. Pour les autres, { $desk } doit déverrouiller le compte ; attendre ne suffit pas.{ $folded ->
    [0] {""}
    [one] {" "}Une autre alerte a été regroupée dans ce message.
   *[other] {" "}{ $folded } autres alertes ont été regroupées dans ce message.
}
account-alert-everywhere = Votre compte { $circuit } est verrouillé après plusieurs échecs de connexion. Dernier essai : { $at }, canal : { $channel }. Vos sessions sont fermées. Attendre ne suffit pas : seul { $desk } peut le déverrouiller.{ $folded ->
    [0] {""}
    [one] {" "}Une autre alerte a été regroupée dans ce message.
   *[other] {" "}{ $folded } autres alertes ont été regroupées dans ce message.
}
account-choice-not-me = Ce n’était pas moi
account-choice-request = Demander le déverrouillage

account-alert-mail-unknown-devices-subject = { $city } : votre compte { $circuit } est verrouillé pour les appareils inconnus
account-alert-mail-unknown-devices-body =
    Bonjour { $name },

    Votre compte { $circuit } est verrouillé pour les appareils inconnus, après plusieurs échecs de connexion.
    Dernier essai : { $at }, canal : { $channel }.

    Les appareils depuis lesquels vous vous êtes déjà connecté, s’il y en a, ne sont pas touchés. Pour les autres, { $desk } doit déverrouiller le compte ; attendre ne suffit pas.

    Si ces essais ne viennent pas de vous, répondez « Ce n’était pas moi » à l’assistant, ou signalez-le à l’assistance informatique.

    Ce message ne contient aucun lien et ne demande aucun mot de passe.
account-alert-mail-everywhere-subject = { $city } : votre compte { $circuit } est verrouillé
account-alert-mail-everywhere-body =
    Bonjour { $name },

    Votre compte { $circuit } est verrouillé après plusieurs échecs de connexion.
    Dernier essai : { $at }, canal : { $channel }.

    Vos sessions sont fermées. Attendre ne suffit pas : seul { $desk } peut déverrouiller le compte.

    Si ces essais ne viennent pas de vous, répondez « Ce n’était pas moi » à l’assistant, ou signalez-le à l’assistance informatique.

    Ce message ne contient aucun lien et ne demande aucun mot de passe.

account-dormant = Vous ne vous êtes pas connecté depuis longtemps. Sans connexion de votre part, ce qui suit sera désactivé. Il suffit de vous connecter une fois avant cette date.
account-dormant-item = Compte { $circuit } : le { $on }.
account-dormant-mail-subject = { $city } : connectez-vous pour garder vos accès
account-dormant-mail-body =
    Bonjour { $name },

    Vous ne vous êtes pas connecté depuis longtemps. Sans connexion de votre part, ces comptes seront désactivés :
    { $accounts }

    Il suffit de vous connecter une fois avant cette date :
    { $space }

    Après cette date, { $desk } devra réactiver vos comptes.

account-deactivated-mail-subject = { $city } : votre compte { $circuit } est désactivé
account-deactivated-mail-body =
    Bonjour { $name },

    Votre compte { $circuit } est désactivé : { $why }.
    Seul peut le réactiver : { $lifter }. Vous pouvez le demander à l’assistant.

account-barred-locked = Votre compte est verrouillé. Ici, je peux vous dire ce qui bloque, demander le déverrouillage et gérer vos congés. Le reste reviendra quand { $desk } aura déverrouillé le compte.
account-barred-reported = Vous avez verrouillé votre compte après un signalement. Ici, je peux vous dire ce qui bloque et demander le déverrouillage. Le reste reviendra après la vérification par { $desk }.
account-barred-deactivated = Votre compte est désactivé ({ $why }). Ici, je peux vous dire ce qui bloque et demander la réactivation. Peut la décider : { $lifter }.
account-barred-left = Cette conversation n’est plus reliée à un compte d’agent. Je ne peux plus y répondre sur un dossier.
account-barred-fresh = Cette conversation vient d’être reliée à votre compte. Par sécurité, les documents, le profil et la vérification d’identité y seront possibles à partir de : { $until }. D’ici là, ils sont dans votre espace agent.
account-other-number = Ce n’est pas le matricule de cet agent. Rien n’a été fait.

account-alert-unknown-devices-until = Votre compte { $circuit } est verrouillé pour les appareils inconnus, après plusieurs échecs de connexion. Dernier essai : { $at }, canal : { $channel }. Les appareils depuis lesquels vous vous êtes déjà connecté, s’il y en a, ne sont pas touchés. Les autres pourront se connecter de nouveau à partir de : { $until } ; { $desk } peut déverrouiller le compte avant.{ $folded ->
    [0] {""}
    [one] {" "}Une autre alerte a été regroupée dans ce message.
   *[other] {" "}{ $folded } autres alertes ont été regroupées dans ce message.
}
account-alert-everywhere-until = Votre compte { $circuit } est verrouillé après plusieurs échecs de connexion. Dernier essai : { $at }, canal : { $channel }. Vos sessions sont fermées. Vous pourrez vous connecter de nouveau à partir de : { $until } ; { $desk } peut déverrouiller le compte avant.{ $folded ->
    [0] {""}
    [one] {" "}Une autre alerte a été regroupée dans ce message.
   *[other] {" "}{ $folded } autres alertes ont été regroupées dans ce message.
}

account-alert-mail-unknown-devices-until-subject = { $city } : votre compte { $circuit } est verrouillé pour les appareils inconnus
account-alert-mail-unknown-devices-until-body =
    Bonjour { $name },

    Votre compte { $circuit } est verrouillé pour les appareils inconnus, après plusieurs échecs de connexion.
    Dernier essai : { $at }, canal : { $channel }.

    Les appareils depuis lesquels vous vous êtes déjà connecté, s’il y en a, ne sont pas touchés. Les autres pourront se connecter de nouveau à partir de : { $until }. Avant, { $desk } peut déverrouiller le compte.

    Si ces essais ne viennent pas de vous, répondez « Ce n’était pas moi » à l’assistant, ou prévenez l’assistance informatique.

    Ce message ne contient aucun lien et ne demande aucun mot de passe.
account-alert-mail-everywhere-until-subject = { $city } : votre compte { $circuit } est verrouillé
account-alert-mail-everywhere-until-body =
    Bonjour { $name },

    Votre compte { $circuit } est verrouillé après plusieurs échecs de connexion.
    Dernier essai : { $at }, canal : { $channel }.

    Vos sessions sont fermées. Vous pourrez vous connecter de nouveau à partir de : { $until }. Avant, { $desk } peut déverrouiller le compte.

    Si ces essais ne viennent pas de vous, répondez « Ce n’était pas moi » à l’assistant, ou prévenez l’assistance informatique.

    Ce message ne contient aucun lien et ne demande aucun mot de passe.


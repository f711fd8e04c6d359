# Les adresses de messagerie reliées aux agents.

people-linked = Bonjour { $name }. Cette conversation est reliée à votre compte d’agent. Vous pouvez dès maintenant demander ce qui bloque votre connexion et gérer vos congés. Les documents, le profil et la vérification d’identité par téléphone seront possibles ici à partir de : { $until }.
people-link-replaced = Cette conversation n’est plus reliée à votre compte d’agent : l’adresse { $address } l’a remplacée. Si ce n’est pas vous, prévenez tout de suite { $desk }.
people-unlinked = C’est fait : cette conversation n’est plus reliée à votre compte d’agent. Pour la relier de nouveau, ouvrez votre espace agent, rubrique « Sécurité ».
people-unlinked-by-support = L’assistance informatique a mis fin au lien entre cette conversation et votre compte d’agent. Pour la relier de nouveau, ouvrez votre espace agent, rubrique « Sécurité ».
people-key-changed = L’adresse { $address }, reliée à { $name }, présente une autre identité de chiffrement. Le lien est rompu. Vérifiez avec l’agent que c’est bien lui.

people-no-reason = Un motif est nécessaire. Indiquez-le, puis recommencez.
people-no-agent = Cet agent n’existe pas.
people-not-linked = Aucune adresse de messagerie n’est reliée.
people-already-linked = Cette adresse est déjà reliée à votre compte.
people-address-taken = Cette adresse ne peut pas être reliée à votre compte. Si elle est à vous, contactez { $desk }.

people-mail-linked-subject = { $city } : une adresse de messagerie est reliée à votre compte
people-mail-linked-body =
    Bonjour { $name },

    L’adresse de messagerie { $address } est reliée à votre compte d’agent depuis le { $at }. L’assistant répond désormais à cette adresse pour vous.

    Si ce n’est pas vous, prévenez tout de suite { $desk }.

    Ce message ne contient aucun lien et ne demande aucun mot de passe.
people-mail-unlinked-subject = { $city } : une adresse de messagerie n’est plus reliée à votre compte
people-mail-unlinked-body =
    Bonjour { $name },

    L’adresse de messagerie { $address } n’est plus reliée à votre compte d’agent depuis le { $at }.

    Si vous n’avez rien demandé, prévenez { $desk }.

    Ce message ne contient aucun lien et ne demande aucun mot de passe.
people-mail-key-changed-subject = { $city } : le lien avec votre messagerie est rompu
people-mail-key-changed-body =
    Bonjour { $name },

    L’adresse de messagerie { $address }, reliée à votre compte d’agent, a présenté le { $at } une autre identité de chiffrement. L’assistant ne lui répond plus sur votre dossier.

    Si vous avez réinitialisé votre identité de messagerie, reliez l’adresse de nouveau depuis votre espace agent, rubrique « Sécurité ». Sinon, quelqu’un se sert peut-être de votre messagerie : prévenez tout de suite { $desk }.

    Ce message ne contient aucun lien et ne demande aucun mot de passe.

# Ce que l’assistance fait sur un appel, et pour quoi il faut vérifier que c’est bien l’agent (CO6).

people-act-unlock = déverrouiller le compte { $circuit }
people-act-reactivate = réactiver le compte { $circuit }
people-act-send-link = envoyer un lien pour le mot de passe { $circuit }
people-act-new-password = faire changer le mot de passe { $circuit }
people-act-temporary = remettre un mot de passe provisoire { $circuit }
people-act-reset-factor = réinitialiser le second facteur
people-act-change-number = changer le numéro de portable professionnel
people-act-end-sessions = fermer toutes les sessions
people-act-lift-restriction = lever la restriction d’une application
people-act-grant-vpn = accorder l’accès VPN
people-act-link-chat = donner un code pour relier une messagerie
people-act-unlink-chat = rompre le lien avec la messagerie

people-unproven = L’identité de l’agent doit d’abord être vérifiée pour cette action : { $act }. Ouvrez « Vérifier l’appelant ».
people-unproven-held = L’identité a été vérifiée en personne, mais le profil est sensible : cette action attend jusqu’au { $until } ({ $act }).

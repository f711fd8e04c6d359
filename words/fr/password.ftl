# Les mots de passe : règles, changement, lien de réinitialisation.

password-rule-too-short = Il est trop court.
password-rule-too-long = Il est trop long.
password-rule-no-upper = Il manque une majuscule.
password-rule-no-digit = Il manque un chiffre.
password-rule-no-special = Il manque un caractère spécial.
password-rule-holds-name = Il contient votre nom ou votre identifiant.
password-rule-common = Il est trop facile à deviner : beaucoup de personnes l’utilisent.
password-rule-used-before = Vous l’avez déjà utilisé récemment.

password-changed = Votre mot de passe { $circuit } a été changé, { $at }. Toutes vos autres sessions sont fermées.
password-changed-still-locked = Votre mot de passe { $circuit } a été changé, { $at }. Le compte reste verrouillé : demandez son déverrouillage.

password-too-many-links = Aucun lien n’est parti : cet agent en a déjà reçu plusieurs dans l’heure. Réessayez plus tard.

password-mail-intraparis-subject = { $city } : votre lien pour le mot de passe { $intranet }
password-mail-intraparis-body =
    Bonjour { $name },

    Ce lien sert à choisir un nouveau mot de passe { $circuit }, celui de la première étape de connexion :

    { $link }

    Il est valable { $minutes } minutes et une seule fois. Il ne change ni votre mot de passe { $verifier }, ni un verrouillage du compte.

    Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.
password-mail-moncompteparisien-subject = { $city } : votre lien pour le mot de passe { $verifier }
password-mail-moncompteparisien-body =
    Bonjour { $name },

    Ce lien sert à choisir un nouveau mot de passe { $circuit }, celui de la deuxième étape de connexion :

    { $link }

    Il est valable { $minutes } minutes et une seule fois. Il ne change ni votre mot de passe { $intranet }, ni un verrouillage du compte.

    Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.
password-mail-no-link-subject = { $city } : pas de lien pour votre compte { $circuit }
password-mail-no-link-body =
    Bonjour { $name },

    Vous avez demandé un lien pour le mot de passe { $circuit }. Aucun lien n’est envoyé, car ce compte est { $state }.

    Un nouveau mot de passe n’y changerait rien. Peut agir : { $lifter }.

    Si vous n’avez rien demandé, ne faites rien.
password-rule-holds-city = Il contient le nom de la ville ou d’un de ses portails : c’est ce qu’on essaie en premier.

password-account-created = Votre compte { $circuit } est créé, { $at }, avec le mot de passe que vous venez de choisir.
password-temporary-issued = Un mot de passe temporaire { $circuit } vient de vous être remis, { $at }. Il est valable jusqu’au { $until } et sert seulement à choisir votre mot de passe personnel. Vos sessions sont fermées.

password-mail-create-intraparis-subject = { $city } : votre lien pour créer le compte { $intranet }
password-mail-create-intraparis-body =
    Bonjour { $name },

    Ce lien sert à créer votre compte { $intranet } et à choisir son mot de passe, celui de la première étape de connexion :

    { $link }

    Il est valable { $minutes } minutes et une seule fois. Votre compte { $verifier } se crée à part, avec un autre lien.

    Si vous n’avez rien demandé, ne faites rien : aucun compte n’est créé.
password-mail-create-moncompteparisien-subject = { $city } : votre lien pour créer le compte { $verifier }
password-mail-create-moncompteparisien-body =
    Bonjour { $name },

    Ce lien sert à créer votre compte { $verifier } et à choisir son mot de passe, celui de la deuxième étape de connexion :

    { $link }

    Il est valable { $minutes } minutes et une seule fois. Votre compte { $intranet } se crée à part, avec un autre lien.

    Si vous n’avez rien demandé, ne faites rien : aucun compte n’est créé.
password-mail-exists-subject = { $city } : votre compte { $circuit } existe déjà
password-mail-exists-body =
    Bonjour { $name },

    Vous avez demandé à créer votre compte { $circuit }. Il existe déjà, et rien n’a été changé : il est { $state }. Peut agir : { $lifter }.

    Si vous en avez oublié le mot de passe, demandez un lien sur la page « Mot de passe oublié » de { $page }.

    Si vous n’avez rien demandé, ne faites rien.
password-mail-not-created-subject = { $city } : votre compte { $circuit } n’est pas encore créé
password-mail-not-created-body =
    Bonjour { $name },

    Vous avez demandé un lien pour le mot de passe { $circuit }. Aucun lien n’est envoyé, car ce compte n’est pas encore créé.

    Créez-le sur la page « Créer mon compte » de { $page }, ou écrivez « créer mon compte » à l’assistant.

    Si vous n’avez rien demandé, ne faites rien.
password-mail-temporary-subject = { $city } : un mot de passe temporaire { $circuit } a été remis
password-mail-temporary-body =
    Bonjour { $name },

    Un mot de passe temporaire pour votre compte { $circuit } a été remis, { $at }. Il est valable jusqu’au { $until } et sert seulement à choisir votre mot de passe personnel. Vos sessions sont fermées.

    Si ce n’était pas vous, prévenez tout de suite { $desk }.

    Ce message ne contient aucun lien et ne demande aucun mot de passe.

password-expiring = Un mot de passe arrive à la fin de sa validité. Rien n’est verrouillé à cette date : la page de connexion vous en demandera un nouveau. Vous pouvez le changer dès maintenant dans votre espace, rubrique « Sécurité ».
password-expiring-today = Mot de passe { $circuit } : aujourd’hui, { $on }.
password-expiring-tomorrow = Mot de passe { $circuit } : demain, { $on }.
password-expiring-later = Mot de passe { $circuit } : dans { $days } jours, le { $on }.
password-expiring-past = Mot de passe { $circuit } : depuis le { $on }.
password-expiring-page = Changer mon mot de passe
password-mail-expiring-subject = { $city } : votre mot de passe arrive à la fin de sa validité
password-mail-expiring-body =
    Bonjour { $name },

    Ces mots de passe arrivent à la fin de leur validité :
    { $passwords }

    Vous pouvez les changer dès maintenant dans votre espace, rubrique « Sécurité » :
    { $space }

    Rien n’est verrouillé à cette date : la page de connexion vous demandera un nouveau mot de passe. Personne ne vous le demandera par message.
password-forced = L’assistance informatique a demandé que votre mot de passe { $circuit } soit changé. Vos sessions sont fermées : à votre prochaine connexion, la page vous fera choisir un nouveau mot de passe. Si vous n’avez rien demandé, dites-le :

# La seconde étape : l’application d’authentification.

factor-enrolled = Une application d’authentification est maintenant liée à votre compte. Ses codes vous seront demandés à chaque connexion.
factor-sms = Guichet : { $code } est votre code de connexion. Il vaut { $minutes } minutes. Ne le donnez à personne.

factor-profile-ordinary = profil ordinaire
factor-profile-executive = dirigeant
factor-profile-extended-rights = droits étendus sur des applications
factor-profile-social-data = données sociales

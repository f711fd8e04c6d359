# La seconde étape : l’application d’authentification.

factor-enrolled = Une application d’authentification est maintenant liée à votre compte. Ses codes vous seront demandés à chaque connexion.

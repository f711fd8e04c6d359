# La seconde étape : l’application d’authentification.

factor-enrolled = Une application d’authentification est maintenant liée à votre compte. Ses codes vous seront demandés à chaque connexion.
factor-sms = Guichet : { $code } est votre code de connexion. Il vaut { $minutes } minutes. Ne le donnez à personne.

factor-profile-ordinary = profil ordinaire
factor-profile-executive = dirigeant
factor-profile-extended-rights = droits étendus sur des applications
factor-profile-social-data = données sociales

factor-rule-sensitive = Votre profil est sensible ({ $profile }) : un code par SMS, puis une application d’authentification sont demandés à chaque connexion, sur tous les canaux.
factor-rule-voluntary = Vous avez choisi la double authentification : un second facteur vous est demandé à chaque connexion, sur tous les canaux.
factor-rule-ordinary = Un second facteur vous est demandé sur le portail mobile. Sur le réseau interne et le VPN, votre mot de passe suffit, sauf si une application est associée.
factor-has-number = Codes par SMS : au { $number }
factor-has-no-number = Codes par SMS : aucun mobile professionnel utilisable n’est enregistré ; votre gestionnaire RH ou votre correspondant informatique peut le faire enregistrer
factor-has-app = Application d’authentification : associée
factor-has-no-app = Application d’authentification : aucune
factor-has-recovery = Codes de secours : { $left ->
    [0] plus aucun
    [one] un seul
   *[other] { $left }
}
factor-recovery-used = Un code de secours vient de servir à la place de votre application d’authentification. { $left ->
    [0] Il ne vous en reste aucun
    [one] Il vous en reste un
   *[other] Il vous en reste { $left }
} : faites-en d’autres dans « Sécurité ».

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

factor-help = « je ne reçois pas le code », « ma sécurité » : la double authentification
factor-choice-lost = Je ne reçois pas le code
factor-choice-help = Demander de l’aide
factor-choice-activate = Demander la double authentification
factor-ask-theirs = Le code part vers le { $number }. Est-ce bien votre téléphone professionnel ?
factor-not-theirs = Ce numéro doit donc être corrigé : aucun code n’ira ailleurs avant. Votre gestionnaire RH ou votre correspondant informatique le fait enregistrer. Faut-il leur transmettre une demande maintenant ?
factor-ask-alive = Est-il allumé, a-t-il du réseau, et reçoit-il d’autres SMS ?
factor-not-alive = Tant que ce téléphone ne reçoit pas de SMS, aucun code ne vous parviendra. Sur le réseau interne ou le VPN, un profil ordinaire se connecte sans code. Faut-il transmettre une demande à l’assistance informatique ?
factor-ask-resend = Un SMS peut mettre une minute. Faut-il envoyer un autre code ? Il remplacera le précédent.
factor-resent = Un autre code est parti ; lui seul compte, pour la connexion qui l’attend. L’avez-vous reçu ?
factor-too-soon = Un code vient de partir ; un autre pourra être envoyé { $at }. Faudra-t-il en envoyer un ? Répondez oui à ce moment-là.
factor-exhausted = Le nombre de codes par jour est atteint : le prochain pourra partir { $at }. Personne ne peut avancer cette heure. Sur le réseau interne ou le VPN, un profil ordinaire se connecte sans code. Faut-il transmettre une demande à l’assistance informatique ?
factor-no-sign-in = Aucune connexion n’attend de code en ce moment. Connectez-vous avec votre mot de passe : un code partira aussitôt. S’il n’arrive pas, écrivez-moi alors de nouveau.
factor-no-number = Aucun mobile professionnel utilisable n’est enregistré pour vous : aucun code ne peut partir. Votre gestionnaire RH ou votre correspondant informatique fait enregistrer votre numéro. Faut-il leur transmettre une demande maintenant ?
factor-arrived = Parfait. Recopiez-le sur la page de connexion, et nulle part ailleurs.
factor-ask-ticket = Faut-il transmettre une demande à l’assistance informatique ?
factor-activate-sure = Avec la double authentification, un second facteur vous sera demandé à chaque connexion, sur tous les canaux. Votre correspondant informatique l’accorde. Transmettre la demande ?

# La conversation sur les accès.

access-which = Quel mot de passe est en cause ? Les deux comptes sont distincts, chacun a son mot de passe et son lien.
access-which-intraparis = { $intranet } : le mot de passe demandé en premier, avec votre identifiant
access-which-moncompteparisien = { $verifier } : le mot de passe demandé en second, pour vérifier que c'est vous
access-which-name = Pour un lien { $circuit }, écrivez votre numéro d'agent ou votre identifiant (prénom.nom).
access-which-email = Écrivez maintenant votre adresse électronique professionnelle.
access-link-sent = Si ces indications correspondent à un compte, un lien pour le mot de passe { $circuit } vient de partir vers l'adresse professionnelle que connaissent les ressources humaines, et nulle part ailleurs. Il vaut { $minutes } minutes et une seule fois. Expéditeur : { $from }. S'il n'arrive pas, regardez dans les courriers indésirables. Ce lien ne lève ni un verrouillage, ni une désactivation.
access-lock-sure = Verrouiller vos deux comptes maintenant ? Vos sessions seront fermées, et seule l'assistance informatique pourra les déverrouiller.
access-help-diagnose = « pourquoi je ne peux pas me connecter ? » : ce qui bloque, et qui peut le lever
access-help-unlock = « débloquer mon compte » : une demande à l'assistance informatique
access-help-reset = « mot de passe oublié » : un lien vers votre adresse professionnelle

# La conversation sur les accès.

access-which = Quel mot de passe est en cause ? Les deux comptes sont distincts, chacun a son mot de passe et son lien.
access-which-intraparis = { $intranet } : le mot de passe demandé en premier, avec votre identifiant
access-which-moncompteparisien = { $verifier } : le mot de passe demandé en second, pour vérifier que c’est vous
access-which-name = Pour un lien { $circuit }, écrivez votre numéro d’agent ou votre identifiant (prénom.nom).
access-which-email = Écrivez maintenant votre adresse électronique professionnelle.
access-link-sent = Si ces indications correspondent à un compte, un lien pour le mot de passe { $circuit } vient de partir vers l’adresse professionnelle que connaissent les ressources humaines, et nulle part ailleurs. Il vaut { $minutes } minutes et une seule fois. Expéditeur : { $from }. Objet : « { $subject } ». S’il n’arrive pas, regardez dans les courriers indésirables avant de recommencer : { $mails } messages partent par heure, pas davantage. Ce lien ne lève ni un verrouillage, ni une désactivation.
access-creation-sent = Si ces indications correspondent à un agent, un message vient de partir vers l’adresse professionnelle que connaissent les ressources humaines, et nulle part ailleurs : le lien pour créer le compte { $circuit }, ou ce qui empêche de le créer. Le lien vaut { $minutes } minutes et une seule fois. Expéditeur : { $from }. Objet : « { $subject } ». S’il n’arrive pas, regardez dans les courriers indésirables avant de recommencer : { $mails } messages partent par heure, pas davantage.
access-create-which = Quel compte voulez-vous créer ? Les deux comptes sont distincts, chacun a son mot de passe et son lien.
access-create-name = Pour créer le compte { $circuit }, écrivez votre matricule.
access-lock-sure = Verrouiller vos deux comptes maintenant ? Vos sessions seront fermées, et seule l’assistance informatique pourra les déverrouiller.
access-help-diagnose = « pourquoi je ne peux pas me connecter ? » : ce qui bloque, et qui peut le lever
access-help-unlock = « débloquer mon compte » : une demande à l’assistance informatique
access-help-create = « créer mon compte » : un lien vers votre adresse professionnelle
access-help-reset = « mot de passe oublié » : un lien vers votre adresse professionnelle
access-help-report = « j’ai cliqué sur un lien suspect » : un signalement à l’assistance informatique, vos sessions fermées tout de suite
access-unlink-sure = Mettre fin au lien entre cette conversation et votre compte d’agent ? Je ne pourrai plus rien vous dire ici sur votre dossier.
access-link-in-space = Pour relier une autre adresse de messagerie, ouvrez votre espace agent, rubrique « Sécurité » : votre mot de passe y est demandé. Pour délier cette conversation, écrivez « délier ».
access-link-how = Je ne sais pas encore qui vous êtes. Si vous pouvez vous connecter à votre espace agent, reliez cette adresse dans la rubrique « Sécurité ». Sinon, votre correspondant informatique peut vous donner un code après vous avoir vu : écrivez-le ici, seul. Je peux aussi en envoyer un à votre adresse professionnelle.
access-link-by-mail = Recevoir un code par courriel
access-link-name = Écrivez votre numéro d’agent ou votre identifiant (prénom.nom).
access-link-code-sent = Si ces indications correspondent à un agent, un code vient de partir vers l’adresse professionnelle que connaissent les ressources humaines, et nulle part ailleurs. Il vaut { $minutes } minutes et une seule fois. Expéditeur : { $from }. Écrivez-le ici, seul. S’il n’arrive pas, regardez dans les courriers indésirables.
access-link-code-wrong = Ce code ne convient pas : il est faux, il a déjà servi, il n’est plus valable, ou les essais du jour sont épuisés. Demandez-en un autre à votre correspondant informatique, ou écrivez « relier » pour en recevoir un par courriel.

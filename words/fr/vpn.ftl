# L’aide au VPN, pas à pas.

vpn-version = Première étape, la version. Ouvrez le client VPN, menu « À propos » : il faut la version { $vpn_version } ou plus récente. Qu’affiche-t-il ?
vpn-choice-recent = { $vpn_version } ou plus récent
vpn-choice-old = Une version plus ancienne
vpn-choice-unseen = Je ne trouve pas, ou le client n’est pas installé
vpn-reinstall = Deuxième étape : désinstallez le client VPN, puis réinstallez-le depuis { $vpn_source }. Ne redémarrez pas encore. Le VPN se connecte-t-il ?
vpn-reinstall-old = Cette version ne se connecte plus. Deuxième étape : désinstallez le client VPN, puis réinstallez-le depuis { $vpn_source }. Le VPN se connecte-t-il ?
vpn-restart = Troisième étape : redémarrez complètement le poste (menu Redémarrer, pas la mise en veille), puis essayez de nouveau. Le VPN se connecte-t-il ?
vpn-choice-works = Oui, il se connecte
vpn-choice-fails = Non, toujours pas
vpn-works = Très bien. Si cela recommence, écrivez « le VPN ne marche pas ».
vpn-failed = Ces étapes n’ont pas suffi : la suite revient à l’assistance informatique, qui voit ce que vous avez déjà essayé. En attendant, les applications s’ouvrent sur un poste du réseau interne : { $place }, { $hours }.
vpn-missing = L’accès au VPN ne vous est pas accordé : c’est sans doute pourquoi il refuse la connexion. Peut l’accorder : { $desk }.
vpn-missing-requested = L’accès au VPN ne vous est pas encore accordé : c’est sans doute pourquoi il refuse la connexion. Votre demande n° { $reference } est en cours.
vpn-tried-recent = Version du client vérifiée : à jour
vpn-tried-old = Version du client vérifiée : trop ancienne
vpn-tried-unseen = Version du client : introuvable
vpn-tried-reinstall = Client désinstallé puis réinstallé
vpn-tried-restart = Poste redémarré
vpn-help = « le VPN ne marche pas » : les vérifications dans l’ordre, puis une demande à l’assistance informatique
vpn-help-request = « je voudrais un accès VPN » : une demande à l’assistance informatique

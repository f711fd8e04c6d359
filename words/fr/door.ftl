# Ce que la porte dit elle-même : la page, la langue, les refus.

door-site = Guichet
door-space = Espace agent
door-console = Console
door-skip = Aller au contenu
door-nav = Rubriques
door-sign-out = Se déconnecter
door-other-language = English
door-demo = Démonstration : ville et agents fictifs.
door-demo-mail = Lire les messages envoyés
door-home = Revenir à l’accueil
door-errors = Des informations sont à corriger
door-incident = Indiquez ce code d’incident à { $desk } :
door-error-title = Erreur :

door-channel = Vous passez par :
door-channel-internal = poste interne
door-channel-vpn = VPN
door-channel-mobile_portal = portail mobile

door-continue-title = Continuer
door-continue = Vous arrivez d’un autre site ou d’une messagerie. Continuez pour ouvrir la page demandée.
door-continue-button = Continuer

door-not-found-title = Page introuvable
door-not-found = Cette page n’existe pas, ou elle n’est pas pour vous. Vérifiez l’adresse, ou repartez de l’accueil.
door-method-title = Page introuvable
door-method = Cette adresse ne s’ouvre pas de cette façon. Repartez de l’accueil.
door-stale-title = Formulaire périmé
door-stale = Rien n’a été fait : ce formulaire a été ouvert trop longtemps, ou dans une autre session. Rouvrez la page et recommencez.
door-garbled-title = Formulaire illisible
door-garbled = Rien n’a été fait : ce formulaire n’a pas pu être lu. Rouvrez la page et recommencez.
door-too-large-title = Envoi trop volumineux
door-too-large = Rien n’a été fait : cet envoi dépasse la taille d’un formulaire. Rouvrez la page et recommencez.
door-elsewhere-title = Console fermée depuis l’extérieur
door-elsewhere = La console s’ouvre depuis un poste interne ou par le VPN, pas depuis le portail mobile. Connectez-vous au VPN, puis rechargez cette page.
door-denied-title = Accès refusé
door-denied = Votre rôle ne permet pas cette action. Rien n’a été changé.
door-refused-title = La demande n’a pas été faite
door-busy-title = Le service est très demandé
door-busy = Votre demande n’a pas pu être traitée à temps. Réessayez dans quelques secondes.
door-fault-title = Une erreur s’est produite
door-fault = La faute n’est pas la vôtre : le service n’a pas pu répondre. Réessayez dans quelques minutes.

door-accessibility-link = Accessibilité : non conforme
door-accessibility-title = Déclaration d’accessibilité
door-accessibility-state = Ce site n’a pas encore été audité au regard du RGAA 4.1. Il est donc déclaré non conforme.
door-accessibility-done-title = Ce qui est déjà fait
door-accessibility-done = Toutes les pages s’utilisent au clavier et avec un lecteur d’écran, sans script, en clair ou en sombre, sur un téléphone et agrandies à 400 %. Aucune information ne tient à la couleur seule.
door-accessibility-report-title = Signaler une difficulté
door-accessibility-report = Si une page vous est inaccessible, adressez-vous à { $desk }, qui vous indique une autre voie et transmet le défaut.
door-accessibility-appeal-title = Voie de recours
door-accessibility-appeal = Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits, en ligne sur defenseurdesdroits.fr ou par courrier gratuit, sans affranchir : Défenseur des droits, Libre réponse 71120, 75342 Paris Cedex 07.

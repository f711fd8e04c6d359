# Les canaux d’accès, et les applications qui s’ouvrent sur chacun.

channel-internal = poste du réseau interne
channel-vpn = VPN
channel-mobile-portal = portail mobile

channel-opening-full = toutes les fonctions
channel-opening-reduced = fonctions réduites
channel-opening-closed = ne s’ouvre pas

channel-verdict-opens = s’ouvre
channel-verdict-reduced = fonctions réduites
channel-verdict-closed = ne s’ouvre pas
channel-verdict-restricted = accès restreint
channel-verdict-no-vpn = VPN non accordé

channel-limit-internal = réseau interne seulement
channel-limit-vpn = VPN seulement
channel-limit-internal-or-vpn = réseau interne ou VPN seulement

channel-here-opens = { $application } s’ouvre par ce canal ({ $channel }), avec toutes ses fonctions. Si elle refuse de s’ouvrir, la cause est ailleurs : demandez « pourquoi je ne peux pas me connecter ? ».
channel-here-reduced = { $application } s’ouvre par ce canal ({ $channel }), mais avec des fonctions réduites : un menu qui manque n’y est pas. C’est ainsi pour tout le monde.
channel-here-closed = { $application } ne s’ouvre pas par ce canal ({ $channel }). C’est ainsi pour tout le monde : votre compte n’est pas en cause, et personne ne peut lever cette limite. Changez de canal.
channel-here-restricted = { $application } ne s’ouvre pas pour vous par ce canal ({ $channel }) : l’assistance informatique a limité votre accès ({ $limit }). Motif : { $why }. Peut lever cette restriction : { $desk }.
channel-here-no-vpn = { $application } s’ouvre par le VPN, mais l’accès au VPN ne vous est pas accordé. Peut l’accorder : { $desk }.
channel-anywhere = { $application } : voici les canaux qui conviennent.
channel-restriction = Restriction sur votre profil : { $limit }. Motif : { $why }. Peut la lever : { $desk }.

channel-scope-full = toutes les fonctions
channel-scope-reduced = fonctions réduites
channel-way-internal = Poste du réseau interne, { $scope } : { $place }, { $hours }.
channel-way-vpn = VPN, { $scope } : depuis un portable professionnel, client { $vpn_version } ou plus récent.
channel-way-vpn-missing = VPN, { $scope } : il faut d’abord que l’assistance informatique vous l’accorde.
channel-way-vpn-requested = VPN, { $scope } : dès qu’il vous sera accordé ; votre demande n° { $reference } est en cours.
channel-way-mobile-portal = Portail mobile, { $scope } : { $portal }, depuis tout navigateur, avec un code en plus du mot de passe.
channel-way-none = Aucun canal ne convient aujourd’hui. Adressez-vous à { $desk }.
channel-reach = Une fois connecté : { $reach }.
channel-choice-vpn = Demander l’accès au VPN

channel-three = Trois canaux mènent à { $intranet } et aux applications :
channel-three-internal = Poste du réseau interne, { $place } : toutes les applications, { $hours }.
channel-three-vpn = VPN, depuis un portable professionnel : toutes les applications, de chez vous aussi. Il vous est accordé. Client { $vpn_version } ou plus récent, à installer depuis { $vpn_source }.
channel-three-vpn-missing = VPN, depuis un portable professionnel : toutes les applications, de chez vous aussi. Il ne vous est pas encore accordé : l’assistance informatique peut le faire.
channel-three-vpn-requested = VPN, depuis un portable professionnel : toutes les applications, de chez vous aussi. Votre demande n° { $reference } est en cours.
channel-three-mobile-portal = Portail mobile, { $portal } : depuis tout navigateur et tout téléphone, avec un code en plus du mot de passe. La messagerie et certaines applications seulement.

channel-which-channel = Par quel canal voulez-vous ouvrir { $application } ?
channel-choice-internal = Sur un poste du réseau interne
channel-choice-vpn-laptop = Par le VPN, sur un portable professionnel
channel-choice-mobile-portal = Par le portail mobile, sur un téléphone ou un ordinateur personnel
channel-which-application = De quelle application s’agit-il ?
channel-which-again = Je n’ai pas reconnu cette application. Choisissez-la dans la liste, ou écrivez son nom.
channel-application = { $application }
channel-no-catalogue = Le catalogue des applications est encore vide. Adressez-vous à { $desk }.
channel-help = « pourquoi je ne peux pas ouvrir une application d’ici ? » : les canaux qui conviennent

channel-restricted = L’assistance informatique a limité votre accès à { $application } : { $limit }. Motif : { $why }. Si cela vous empêche de travailler, adressez-vous à { $desk }.
channel-lifted = La restriction sur { $application } est levée. Motif : { $why }
channel-vpn-granted = L’accès au VPN vous est accordé.
channel-vpn-answers = C’est la réponse à votre demande n° { $reference }.
channel-vpn-install = Il faut le client { $vpn_version } ou plus récent, à installer depuis { $vpn_source } sur votre portable professionnel.
channel-vpn-barred = L’accès au VPN vous est retiré. Motif : { $why }. Pour en parler : { $desk }.
channel-vpn-granted-already = L’accès au VPN est déjà accordé : aucune demande n’est nécessaire.
channel-ordinary-profile = Une restriction limite des droits étendus, et le profil de cet agent est ordinaire : il n’y a rien à limiter. Le catalogue dit déjà par quels canaux chaque application s’ouvre.
channel-no-application = Cette application n’est pas au catalogue.
channel-nothing-to-lift = Il n’y a rien à retirer : c’est déjà fait.

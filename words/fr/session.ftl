# La connexion, et ce qui peut la refuser.

session-denied = Vous n’avez pas le droit de faire cela.
session-not-recognised = La connexion n’a pas abouti. L’identifiant ou le mot de passe n’est pas reconnu, ou le compte est verrouillé après plusieurs échecs. L’assistant peut vous dire ce qui bloque, et { $desk } peut déverrouiller un compte.
session-busy = Beaucoup de personnes se connectent en ce moment. Recommencez dans quelques secondes ; cet essai n’a pas été compté.
session-wrong-channel = La console s’ouvre seulement depuis le réseau interne ou le VPN.
session-wrong-second = Le mot de passe { $verifier } n’est pas juste. Ce n’est pas le mot de passe { $intranet }. Après plusieurs échecs de suite, votre compte { $verifier } est verrouillé.
session-missing = Votre mot de passe est juste, mais votre compte { $circuit } n’est pas encore créé : il manque pour vous connecter. Créez-le sur la page « Créer mon compte », avec votre matricule et votre adresse professionnelle.
session-standing-until = Votre mot de passe est juste, mais le compte { $circuit } est { $state }, jusqu’au { $until }. Reconnectez-vous après ; avant, peut agir : { $lifter }.
session-standing = Votre mot de passe est juste, mais le compte { $circuit } est { $state }. Peut agir : { $lifter }.
session-temporary-lapsed = Votre mot de passe temporaire { $circuit } n’est plus valable. Demandez un lien « mot de passe oublié », ou un autre mot de passe temporaire. Peut le donner : { $desk }.
session-not-staff = Votre compte n’a aucun rôle dans la console. Utilisez l’espace des agents.
session-wrong-code = Ce code n’est pas juste, ou il a déjà servi. Attendez le code suivant, puis recommencez.
session-wrong-sms = Ce code n’est pas juste, ou il n’est plus valable. Seul le dernier code reçu pour cette connexion compte.
session-lacks-either = Votre mot de passe est juste, mais le portail mobile demande un second facteur et vous n’en avez pas : aucun mobile professionnel utilisable n’est enregistré, aucune application d’authentification n’est associée. Faites enregistrer votre numéro par votre gestionnaire RH ou votre correspondant informatique ; ou, depuis le réseau interne ou le VPN, demandez la double authentification dans « Sécurité » et associez une application.
session-lacks-number = Votre mot de passe est juste, mais votre profil demande toujours un code par SMS, et aucun mobile professionnel utilisable n’est enregistré pour vous. Faites enregistrer votre numéro par votre gestionnaire RH ou votre correspondant informatique, puis reconnectez-vous.
session-lacks-app = Votre mot de passe est juste, mais votre profil demande aussi une application d’authentification, et vous n’en avez pas encore. Connectez-vous une fois depuis le réseau interne ou le VPN : elle vous sera proposée après le code par SMS. Ensuite, le portail mobile s’ouvrira.
session-already-enrolled = Une application d’authentification est déjà liée à votre compte. Peut la remplacer : { $desk }.
session-over = Votre session est terminée. Reconnectez-vous.
session-password-broken = Ce mot de passe ne convient pas.
session-dead-link = Ce lien n’est plus valable : il a déjà servi, il a été remplacé ou il a expiré. Demandez-en un autre.

session-alarm = Des échecs de connexion sur au moins { $names } noms différents viennent de la même adresse, { $origin }, en { $minutes } minutes. Vérifiez d’où ils viennent.

session-link-malformed = Ce n’est pas une adresse de messagerie. Elle s’écrit ainsi : @prénom.nom:serveur.
session-link-look-alike = L’adresse contient un caractère qui peut passer pour un autre : « { $odd } ». Une telle adresse ne peut pas être reliée.
session-link-other-server = L’adresse appartient à un autre serveur, { $server }. Seules les adresses de la messagerie de la ville peuvent être reliées.
session-link-too-many-codes = Trop de codes ont été demandés. Recommencez dans une heure.
session-link-no-code = Aucun code n’est attendu ici : il n’est plus valable, ou les essais sont épuisés. Demandez-en un autre.
session-link-wrong-code = Ce code n’est pas le bon. Vérifiez-le, puis recommencez.
session-link-code = Code pour relier cette adresse au compte d’agent de { $name } : { $code }
    Saisissez-le sur la page « Messagerie » de votre espace agent, nulle part ailleurs. Il vaut jusqu’au { $until }. Si vous n’avez rien demandé, ne le donnez à personne.
session-mail-link-code-subject = { $city } : votre code pour relier votre messagerie
session-mail-link-code-body =
    Bonjour { $name },

    Quelqu’un, sans doute vous, veut relier une adresse de messagerie à votre compte d’agent. Le code est :

    { $code }

    Écrivez-le dans votre conversation avec l’assistant, nulle part ailleurs. Il vaut jusqu’au { $until }.

    Si vous n’avez rien demandé, ne le donnez à personne : ni à un collègue, ni à l’assistance. Sans lui, rien ne se passe.
session-mail-link-issued-subject = { $city } : un code pour relier une messagerie a été remis
session-mail-link-issued-body =
    Bonjour { $name },

    Un code pour relier une adresse de messagerie à votre compte d’agent vient d’être remis par l’assistance informatique, qui vous a vu en personne.

    Si ce n’était pas vous, prévenez tout de suite { $desk }.

    Ce message ne contient aucun lien et ne demande aucun mot de passe.
session-not-proved = Donnez d’abord de nouveau votre mot de passe.
session-not-from-here = Une application d’authentification s’associe depuis le réseau interne ou le VPN seulement.
session-not-granted = Aucune application n’est prévue pour votre profil. Demandez d’abord la double authentification ; votre correspondant informatique l’accorde.
session-no-app = Aucune application d’authentification n’est associée à votre compte : il n’y a pas de codes de secours.

session-caller-no-way = Aucun code ne peut partir par ce moyen pour cette action : il faut une messagerie ou un numéro assez ancien, qui ne soit pas ce que l’on remplace. Sinon, le contact informatique vérifie l’identité en personne.
session-caller-too-many-codes = Trop de codes ont été demandés pour cet agent. Recommencez dans une heure.
session-caller-too-many-texts = Trop de codes sont partis par SMS vers cet agent depuis hier. Envoyez-le dans sa messagerie, ou faites vérifier son identité en personne.
session-caller-no-code = Aucun code n’est attendu ici : il n’est plus valable, les essais sont épuisés, ou l’agent a répondu qu’il n’appelait pas. Demandez-en un autre.
session-caller-wrong-code = Ce n’est pas le bon code. Faites-le relire, puis recommencez.
session-caller-code = { $officer }, de l’assistance informatique, demande à vérifier que c’est bien vous qui appelez. Action : { $act }. Demande n° { $reference }.
    Seulement si c’est *vous* qui avez appelé, lisez-lui ce code : { $code }
    Il est valable jusqu’au { $until }. Si vous n’avez pas appelé, ne le donnez à personne et choisissez :
session-caller-did-not-call = Je n’ai pas appelé
session-caller-sms = Guichet : { $officer } demande ce code pour { $act } (demande { $reference }). Seulement si c’est VOUS qui avez appelé, lisez-le : { $code }. Sinon ne le donnez pas et prévenez { $desk }.

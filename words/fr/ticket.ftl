# Les demandes auxquelles quelqu’un doit répondre.

ticket-kind-unlock = déverrouillage
ticket-kind-reactivation = réactivation
ticket-kind-security = sécurité
ticket-kind-vpn = accès au VPN
ticket-kind-vpn-help = panne du VPN
ticket-status-open = en attente
ticket-status-done = acceptée
ticket-status-refused = refusée

ticket-opened = Votre demande n° { $reference } est enregistrée : { $kind } du compte { $circuit }. Vous recevrez la réponse ici.
ticket-opened-plain = Votre demande n° { $reference } est enregistrée : { $kind }. Vous recevrez la réponse ici.
ticket-not-open = Cette demande n’est plus en attente.
ticket-refused = Votre demande n° { $reference } ({ $kind }) est refusée. Motif : { $why }
ticket-answered = Votre demande n° { $reference } ({ $kind }) est traitée. Réponse : { $text }
ticket-lift-instead = Cette demande s’accorde par l’action qu’elle demande, pas par une réponse.
ticket-not-me = C’est noté. Vos sessions sont fermées, vos appareils sont oubliés, et la demande n° { $reference } est ouverte auprès de l’assistance informatique. Vous pouvez aussi verrouiller vos comptes dès maintenant.
ticket-choice-lock-self = Verrouiller mes comptes
ticket-kind-second-factor = double authentification
ticket-kind-factor-help = code non reçu
ticket-has-second-factor = La double authentification vaut déjà pour ce compte : il n’y a rien à demander.
ticket-second-factor-granted = La double authentification vous est accordée. Un second facteur vous sera demandé à chaque connexion, sur tous les canaux. Depuis le réseau interne ou le VPN, associez une application d’authentification dans « Sécurité » ; sinon, un code vous est envoyé par SMS.
ticket-kind-call = appel à l’assistance
ticket-cause-did-not-call = L’agent a répondu qu’il n’avait pas appelé l’assistance.
ticket-did-not-call = C’est noté : vous n’avez pas appelé. La vérification est annulée, rien ne peut plus être fait avec ce code ({ $act }). La demande de sécurité n° { $reference } est ouverte. Vous pouvez aussi verrouiller vos comptes tout de suite.
ticket-did-not-call-late = C’est noté : vous n’avez pas appelé. L’action était déjà faite ({ $act }, par { $officer }). La demande de sécurité n° { $reference } est ouverte : on va l’examiner. Verrouillez vos comptes tout de suite si vous n’en êtes pas à l’origine.
ticket-did-not-call-alarm = { $name } n’a pas appelé l’assistance, alors que { $officer } vérifiait un appel ({ $act }). La demande de sécurité n° { $reference } est ouverte.
ticket-caller-seen = { $officer } déclare vous avoir vu en personne et avoir vérifié votre identité. Action : { $act }. Demande n° { $reference }. Une seconde personne doit encore confirmer. Si ce n’était pas vous, choisissez :
ticket-caller-seen-mail-subject = { $city } : votre identité a été vérifiée en personne
ticket-caller-seen-mail-body =
    Bonjour { $name },

    { $officer } déclare vous avoir vu en personne et avoir vérifié votre identité.
    Action : { $act }. Demande n° { $reference }.

    Une seconde personne doit encore confirmer. Si ce n’était pas vous, répondez « Je n’ai pas appelé » à l’assistant, ou prévenez tout de suite { $desk }.

    Ce message ne contient aucun lien et ne demande aucun mot de passe.
ticket-caller-seen-sms = Guichet : { $officer } déclare vous avoir vu en personne pour { $act } (demande { $reference }). Si ce n’était pas vous, prévenez tout de suite { $desk }.
ticket-caller-seconded = Votre identité, vérifiée en personne par { $officer }, est confirmée par une seconde personne. Action : { $act }. Demande n° { $reference }. Elle est possible à partir du { $from }. Si ce n’était pas vous, choisissez :
ticket-caller-seconded-mail-subject = { $city } : la vérification de votre identité est confirmée
ticket-caller-seconded-mail-body =
    Bonjour { $name },

    Votre identité, vérifiée en personne par { $officer }, est confirmée par une seconde personne.
    Action : { $act }. Demande n° { $reference }. Elle est possible à partir du { $from }.

    Si ce n’était pas vous, répondez « Je n’ai pas appelé » à l’assistant, ou prévenez tout de suite { $desk }.

    Ce message ne contient aucun lien et ne demande aucun mot de passe.
ticket-caller-seconded-sms = Guichet : votre identité, vérifiée en personne, est confirmée pour { $act } (demande { $reference }), possible à partir du { $from }. Si ce n’était pas vous, prévenez tout de suite { $desk }.
ticket-cause-key-changed = L’adresse de messagerie de l’agent a présenté une autre identité de chiffrement.
ticket-no-app = Aucune application d’authentification n’est associée à ce compte : il n’y a rien à réinitialiser. Un numéro se change.
ticket-bad-number = Ce numéro ne peut pas recevoir de code : indiquez un numéro de portable français, par exemple 06 12 34 56 78.
ticket-factor-reset = L’assistance informatique a réinitialisé votre second facteur : votre application d’authentification et ses codes de secours ne valent plus rien. Vos sessions sont fermées. À votre prochaine connexion depuis le réseau interne ou le VPN, vous pourrez en associer une autre si votre profil le demande. Si vous n’avez rien demandé, dites-le :
ticket-factor-reset-mail-subject = { $city } : votre second facteur a été réinitialisé
ticket-factor-reset-mail-body =
    Bonjour { $name },

    L’assistance informatique a réinitialisé votre second facteur le { $at } : votre application d’authentification et ses codes de secours ne valent plus rien. Vos sessions sont fermées.

    Si vous n’avez rien demandé, répondez « Ce n’était pas moi » à l’assistant, ou prévenez tout de suite { $desk }.

    Ce message ne contient aucun lien et ne demande aucun mot de passe.
ticket-factor-reset-sms = Guichet : votre second facteur a été réinitialisé par l’assistance. Si vous n’avez rien demandé, prévenez tout de suite { $desk }.
ticket-number-changed = L’assistance informatique a changé votre numéro de portable professionnel. Les codes de connexion y partent désormais ; vos sessions sont fermées. Si vous n’avez rien demandé, dites-le :
ticket-number-changed-mail-subject = { $city } : votre numéro de portable a été changé
ticket-number-changed-mail-body =
    Bonjour { $name },

    L’assistance informatique a changé votre numéro de portable professionnel le { $at }. Les codes de connexion y partent désormais ; vos sessions sont fermées.

    Si vous n’avez rien demandé, répondez « Ce n’était pas moi » à l’assistant, ou prévenez tout de suite { $desk }.

    Ce message ne contient aucun lien et ne demande aucun mot de passe.
ticket-number-changed-sms = Guichet : le numéro de portable professionnel de { $name } a été changé. Si vous n’avez rien demandé, prévenez tout de suite { $desk }.
ticket-kind-card = carte professionnelle

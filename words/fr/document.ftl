# Documents : attestations demandées aux ressources humaines, et ce qui arrive dans « Mes documents ».

document-offer = { $name } : { $days ->
    [one] { $days } jour ouvré
   *[other] { $days } jours ouvrés
}, soit vers le { $due }
document-which = Quel document vous faut-il ? Le délai est celui de votre direction.
document-ask-purpose = Pour quel usage ?
document-ask-language = Dans quelle langue ?
document-ask-date = À quelle date votre contrat se termine-t-il ? Écrivez par exemple « 31 mars ».
document-confirm = Demande de document : { $name }. Délai de votre direction : { $days ->
    [one] { $days } jour ouvré
   *[other] { $days } jours ouvrés
}, soit vers le { $due }. Rien n’est encore envoyé.
document-requested = Votre demande { $reference } est enregistrée : { $name }. Les ressources humaines l’ont reçue ; le document devrait être là le { $due }. Vous serez prévenu ici.
document-not-stored = Rien n’a été demandé.
document-for-purpose = Usage : { $purpose }
document-in-language = Langue : { $language }
document-about-day = Fin de contrat : { $day }
document-lang-fr = français
document-lang-en = anglais
document-purpose-housing = logement
document-purpose-bank = banque
document-purpose-childcare = crèche ou école
document-purpose-visa = visa ou démarche à l’étranger
document-purpose-retirement = retraite
document-purpose-other = autre usage

document-list = Vos demandes de documents :
document-list-none = Vous n’avez demandé aucun document.
document-is-submitted = { $reference } ({ $name }) : en cours, attendu le { $due }.
document-is-asked = { $reference } ({ $name }) : une question vous est posée : « { $question } ».
document-is-delivered = { $reference } ({ $name }) : remis le { $at }, dans « Mes documents ».
document-is-refused = { $reference } ({ $name }) : refusé le { $at }. Motif : { $why }
document-is-withdrawn = { $reference } ({ $name }) : retiré le { $at }.
document-stage-submitted = en cours
document-stage-asked = question posée
document-stage-delivered = remis
document-stage-refused = refusé
document-stage-withdrawn = retiré
document-late = Le délai annoncé est dépassé : adressez-vous à votre gestionnaire RH, avec la référence.

document-choice-new = Demander un document
document-choice-withdraw = Retirer { $reference }
document-choice-reply = Répondre à la question
document-choice-reply-to = Répondre pour { $reference }
document-choice-open = Ouvrir le document
document-choice-open-of = Ouvrir { $reference }
document-withdraw-sure = Retirer la demande { $reference } ? Le document ne sera pas établi.
document-withdrawn = La demande { $reference } ({ $name }) est retirée.
document-write-reply = Écrivez votre réponse à la question sur { $reference }, en un message.
document-send-reply = Envoyer cette réponse aux ressources humaines, pour { $reference } ? « { $text } »
document-replied = Votre réponse est transmise. La demande { $reference } est de nouveau en cours.
document-link = Votre document : { $name }. Le lien vaut pour vous seul, une fois, jusqu’à { $hour }. Il vous demandera de vous connecter à votre espace.
document-open = Ouvrir le document

document-ready = Un document est prêt : demande { $reference } ({ $name }). Il est dans « Mes documents ».
document-ready-mail-subject = Un document est prêt
document-ready-mail-body =
    Bonjour { $name },

    Le document que vous avez demandé ({ $reference }) est prêt. Il vous attend dans votre espace agent, rubrique « Mes documents ». Connectez-vous comme d’habitude, sans suivre de lien.

    Guichet, { $city }
document-arrived = Un document est arrivé dans « Mes documents » : { $name }.
document-arrived-mail-subject = Un document est arrivé
document-arrived-mail-body =
    Bonjour { $name },

    Un document est arrivé dans votre espace agent, rubrique « Mes documents ». Connectez-vous comme d’habitude, sans suivre de lien.

    Guichet, { $city }
document-asked = Les ressources humaines ont une question sur votre demande { $reference } ({ $name }) : « { $question } »
document-asked-mail-subject = Une question sur votre demande { $reference }
document-asked-mail-body =
    Bonjour { $name },

    Les ressources humaines ont une question sur votre demande de document { $reference }. Elle vous attend dans votre messagerie et dans votre espace agent, rubrique « Mes documents ».

    Guichet, { $city }
document-refused = Votre demande { $reference } ({ $name }) est refusée. Motif : { $why } Vous pouvez la renouveler, ou vous adresser à votre gestionnaire RH.
document-refused-mail-subject = Réponse à votre demande { $reference }
document-refused-mail-body =
    Bonjour { $name },

    Votre demande de document { $reference } a reçu une réponse. Elle vous attend dans votre messagerie et dans votre espace agent, rubrique « Mes documents ».

    Guichet, { $city }

document-no-kind = Ce document ne se demande pas ici. Choisissez-en un dans la liste, ou adressez-vous à votre gestionnaire RH.
document-missing-purpose = Indiquez l’usage du document. Rien n’a été demandé.
document-missing-language = Indiquez la langue du document. Rien n’a été demandé.
document-missing-date = Indiquez la date, jour, mois et année. Rien n’a été demandé.
document-bad-day = Le { $day } est trop loin pour être la bonne date. Vérifiez l’année. Rien n’a été demandé.
document-asked-already = Vous avez déjà demandé ce document, sous la référence { $reference }. Rien n’a été demandé de plus.
document-not-open = Il n’y a pas de demande ouverte à ce numéro. Écrivez « mes demandes de documents » pour la liste.
document-nothing-asked = Aucune question n’attend de réponse sur cette demande.
document-no-words = Écrivez quelques mots. Rien n’a été enregistré.
document-not-pdf = Le fichier n’est pas un PDF entier. Enregistrez le document au format PDF, puis joignez-le de nouveau. Rien n’a été remis.
document-too-large = Le fichier dépasse { $size } Mo. Réduisez-le, puis joignez-le de nouveau. Rien n’a été remis.
document-unknown = Je n’ai pas ce document dans votre dossier.
document-dead-link = Ce lien ne fonctionne plus : il a déjà servi, il a expiré, ou il n’est pas pour vous. Demandez-en un autre, ou ouvrez « Mes documents ».
document-help = « il me faut une attestation employeur », « où en est mon attestation ? » : vos documents RH

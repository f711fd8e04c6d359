# Congés : soldes, demandes, décisions.

leave-kind-annual = congé annuel
leave-kind-rtt = RTT
leave-kinds-annual = Congés annuels
leave-kinds-rtt = RTT

leave-period-day = le { $from }
leave-period-morning = le { $from } (matin)
leave-period-afternoon = le { $from } (après-midi)
leave-period-days = du { $from } au { $to }
leave-period-from-noon = du { $from } (après-midi) au { $to }
leave-period-until-noon = du { $from } au { $to } (matin)
leave-period-noon-to-noon = du { $from } (après-midi) au { $to } (matin)

leave-balance = Vos soldes au { $today } :
leave-balance-item = { $kind } { $year } : il vous reste { $left } (droits : { $entitled } ; validés : { $validated } ; en attente : { $pending }).
leave-talk-other-balance = Je ne suis ici que les congés annuels et les RTT. Pour les autres compteurs, votre gestionnaire RH peut vous répondre.
leave-help-balance = « solde » : vos congés et vos RTT restants ; « pourquoi ce solde ? » : leur calcul
leave-balance-none = Vos droits à congé ne sont pas encore enregistrés. Votre gestionnaire RH peut les faire enregistrer.

leave-preview = Votre demande, pas encore envoyée : { $days } de { $kind }, { $period }.
leave-preview-left = Solde de { $kind } { $year } : { $before } avant, { $after } après.
leave-preview-supervisor = La décision appartiendra à { $supervisor }.
leave-skipped = Le { $date } n’est pas décompté : { $why }.
leave-bridge = jour accordé par l’employeur

leave-requested = Votre demande n° { $number } est enregistrée : { $days } de { $kind }, { $period }. Elle n’est pas encore accordée : { $supervisor } doit la valider. Vous recevrez ici sa décision.
leave-supervisor-unknown = votre responsable

leave-asked = Demande n° { $number } : { $name } souhaite { $days } de { $kind }, { $period }. Cette demande attend votre décision. Répondez « valider { $number } », ou « refuser { $number } » suivi du motif.
leave-choice-validate = Valider
leave-choice-refuse = Refuser

leave-told-validated = Votre demande n° { $number } est validée : { $days } de { $kind }, { $period }. Ce congé vous est accordé.
leave-told-refused = Votre demande n° { $number } est refusée : { $days } de { $kind }, { $period }. Motif : { $reason }. Vous pouvez demander d’autres dates, ou en parler avec votre responsable ou votre gestionnaire RH. Vous pouvez aussi contester ce refus dans les deux mois, auprès de l’administration ou du tribunal administratif.
leave-told-withdrawn = { $name } a retiré sa demande n° { $number } : { $days } de { $kind }, { $period }. Vous n’avez plus à la traiter.

leave-decided-validated = La demande n° { $number } ({ $name }) est validée : { $days } de { $kind }, { $period }. Un message lui est envoyé.
leave-decided-refused = La demande n° { $number } ({ $name }) est refusée : { $days } de { $kind }, { $period }. Un message lui est envoyé, avec votre motif.
leave-withdrawn = Votre demande n° { $number } est retirée : { $days } de { $kind }, { $period }. Un message est envoyé à votre responsable.

leave-list = Vos demandes :
leave-list-none = Vous n’avez pas fait de demande de congé. Pour en faire une, écrivez par exemple « congé du 16 au 20 mars ».
leave-list-submitted = N° { $number } : { $days } de { $kind }, { $period }. Pas encore accordée : { $supervisor } doit la valider.
leave-list-validated = N° { $number } : { $days } de { $kind }, { $period }. Validée.
leave-list-refused = N° { $number } : { $days } de { $kind }, { $period }. Refusée. Motif : { $reason }.
leave-list-withdrawn = N° { $number } : { $days } de { $kind }, { $period }. Retirée par vous.
leave-list-lapsed = N° { $number } : { $days } de { $kind }, { $period }. Non accordée : le congé devait commencer et aucune décision n’a été prise.

leave-waiting = Ces demandes attendent votre décision. Choisissez celle que vous voulez valider, ou répondez « refuser » suivi du numéro de la demande et du motif.
leave-waiting-none = Aucune demande n’attend votre décision.
leave-waiting-item = N° { $number } : { $name }, { $days } de { $kind }, { $period }.

leave-no-end-before-start = La date de fin est avant la date de début. Indiquez-moi les deux dates, par exemple « du 16 au 20 mars ».
leave-no-nothing-between = De l’après-midi au matin du même jour, il n’y a rien à prendre. Indiquez-moi le matin, l’après-midi ou la journée.
leave-no-past = Je ne peux pas enregistrer cette demande : le { $from } est passé. Votre responsable ou votre gestionnaire RH peut régulariser une absence passée.
leave-no-worked-day = Il n’y a rien à décompter { $period } : vous n’avez aucune demi-journée de travail à cette date. Aucune demande n’est nécessaire.
leave-no-too-long = Je ne peux pas enregistrer cette demande : elle vous absenterait { $days } jours de suite, repos compris. La limite est de { $limit } jours. Choisissez une période plus courte.
leave-no-too-long-joined = Je ne peux pas enregistrer cette demande : avec vos autres demandes qui la touchent, elle vous absenterait { $days } jours de suite, repos compris. La limite est de { $limit } jours. Choisissez d’autres dates.
leave-no-overlap-validated = Vous avez déjà un congé validé sur ces dates : demande n° { $number }, { $period }. Choisissez d’autres dates, ou écrivez « modifier ma demande { $number } ».
leave-no-overlap-submitted = Vous avez déjà une demande en attente sur ces dates : n° { $number }, { $period }. Pour la remplacer, écrivez « modifier ma demande { $number } ».
leave-no-entitlement = Vos droits { $year } ({ $kind }) ne sont pas encore enregistrés. Votre gestionnaire RH peut les faire enregistrer.
leave-no-balance = Votre solde ne suffit pas : cette demande compte { $cost } de { $kind } pour { $year }, et il vous reste { $left }. Choisissez une période plus courte ou un autre type de congé.
leave-no-supervisor = Je ne peux pas envoyer votre demande : aucun responsable n’est enregistré pour vous. Votre gestionnaire RH peut le corriger.
leave-no-such-request = Je ne trouve pas de demande n° { $number }. Écrivez « mes demandes » pour voir les vôtres, ou « à valider » pour celles qui attendent votre décision.
leave-no-already-validated = La demande n° { $number } est déjà validée, depuis le { $at }. Rien n’a été changé. Pour revenir sur ce congé, l’agent et son responsable doivent s’accorder.
leave-no-already-refused = La demande n° { $number } a déjà été refusée, le { $at }. Rien n’a été changé. Une nouvelle demande peut être faite.
leave-no-already-withdrawn = La demande n° { $number } a été retirée par l’agent le { $at }. Rien n’a été changé.
leave-no-lapsed = La demande n° { $number } n’a pas été décidée avant la date de début du congé : elle n’est pas accordée et ne peut plus l’être. Votre gestionnaire RH peut régulariser la situation.
leave-no-reason = Un refus doit être motivé. Indiquez le motif, par exemple « deux collègues sont déjà absents cette semaine-là ».
leave-no-vague-reason = Ce motif est trop général. Indiquez le fait précis qui empêche ce congé, par exemple « deux collègues sont déjà absents cette semaine-là ».
leave-no-long-reason = Ce motif est trop long : 500 caractères au plus. Résumez le fait précis qui empêche ce congé.
leave-no-right = Vous ne pouvez pas faire cela : une demande n’est vue que par son auteur et son responsable, elle n’est décidée que par ce responsable, et personne ne décide de sa propre demande.

leave-help-request = « congé du 16 au 20 mars » : demander un congé
leave-help-status = « mes demandes » : où elles en sont ; « modifier ma demande 142 », « annuler ma demande 142 »
leave-help-decide = « à valider » : les demandes qui attendent votre décision

leave-choice-send = Envoyer la demande
leave-choice-drop = Abandonner

leave-talk-which-dates = Pour quelles dates ? Par exemple « du 16 au 20 mars » ou « lundi après-midi ».
leave-talk-which-start = À partir de quel jour, jusqu’au { $end } ?
leave-talk-which-end = Jusqu’à quel jour, à partir du { $start } ?
leave-talk-which-day = De quel jour s’agit-il ?
leave-talk-day = { $day }
leave-talk-which-half = Le matin ou l’après-midi ?
leave-talk-morning = Le matin
leave-talk-afternoon = L’après-midi
leave-talk-second = Une demande couvre une seule période. Voici la première. Faites ensuite une autre demande pour l’autre période, { $period }.
leave-talk-other-kind = Je n’enregistre ici que les congés annuels et les RTT. Pour une autre absence, adressez-vous à votre gestionnaire RH.
leave-talk-again-request = Votre demande n’est pas encore envoyée. Voulez-vous l’envoyer ? Vous pouvez aussi me donner d’autres dates.
leave-talk-dropped = C’est abandonné. Aucune demande n’a été envoyée.

leave-talk-validate = Demande n° { $number } ({ $name }) : { $days } de { $kind }, { $period }. Voulez-vous la valider ?
leave-talk-refuse = Demande n° { $number } ({ $name }) : { $days } de { $kind }, { $period }. Voulez-vous la refuser pour ce motif : { $reason } ?
leave-talk-why = Demande n° { $number } ({ $name }) : { $days } de { $kind }, { $period }. Pour quel motif la refusez-vous ? Il lui sera communiqué. Écrivez « annuler » pour ne pas décider maintenant.
leave-talk-again-decision = La demande n° { $number } attend toujours votre décision. Confirmez-vous ?
leave-talk-undecided = Rien n’est décidé. La demande n° { $number } attend toujours votre décision.

leave-talk-withdraw = Votre demande n° { $number } : { $days } de { $kind }, { $period }. Voulez-vous la retirer ?
leave-talk-which-one = Laquelle voulez-vous retirer ?
leave-talk-one = N° { $number } : { $days } de { $kind }, { $period }
leave-talk-again-withdrawal = Faut-il retirer votre demande n° { $number } ?
leave-talk-kept = Votre demande n° { $number } est conservée. Elle attend toujours une décision.
leave-talk-none-to-withdraw = Je ne trouve ni demande en attente ni congé à venir que vous puissiez annuler. Écrivez « mes demandes » pour voir où elles en sont.

leave-holiday-new-year = jour de l’An
leave-holiday-good-friday = Vendredi saint
leave-holiday-easter-monday = lundi de Pâques
leave-holiday-labour = fête du Travail
leave-holiday-victory = victoire de 1945
leave-holiday-ascension = Ascension
leave-holiday-whit-monday = lundi de Pentecôte
leave-holiday-bastille = fête nationale
leave-holiday-assumption = Assomption
leave-holiday-all-saints = Toussaint
leave-holiday-armistice = armistice de 1918
leave-holiday-christmas = Noël
leave-holiday-saint-stephen = Saint-Étienne
leave-holiday-abolition = commémoration de l’abolition de l’esclavage

leave-can-be-undone = Vous pouvez annuler cette décision pendant { $minutes } minutes.
leave-choice-undo = Annuler cette décision
leave-told-may-change = Votre responsable peut encore revenir sur sa décision pendant { $minutes } minutes.
leave-undone = La décision sur la demande n° { $number } ({ $name }) est annulée : la demande attend de nouveau votre réponse. Un message lui est envoyé.
leave-told-undone = La décision sur votre demande n° { $number } est annulée : { $days } de { $kind }, { $period }. Votre demande attend de nouveau une réponse ; ce congé ne vous est pas accordé pour l’instant.
leave-no-undo = La décision sur la demande n° { $number } ne peut plus être annulée : seule la personne qui l’a prise le peut, pendant { $minutes } minutes.
leave-talk-none-to-undo = Aucune de vos décisions ne peut encore être annulée.
leave-talk-which-decision = Quelle décision voulez-vous annuler ?

leave-counted = { $days } : { $scheduled } de travail, moins { $less }.
leave-less-day = le { $date } ({ $why })
leave-less-part = le { $date } ({ $why } : { $days })
leave-less-comma = { $before }, { $next }
leave-less-and = { $before } et { $last }

leave-why = { $kind } { $year } : pourquoi il vous reste { $left }.
leave-why-rule = { $days } de droits : { $weeks } fois vos { $weekly } de travail par semaine ({ $source }).
leave-why-recorded = { $days } de droits, enregistrés par les ressources humaines.
leave-why-validated = Moins { $days } : demande n° { $number }, { $period }, validée.
leave-why-submitted = Moins { $days } : demande n° { $number }, { $period }, en attente de décision.
leave-why-left = Reste : { $days }.
leave-why-split = { $taken } de congé hors de la période du 1er mai au 31 octobre : { $days } de fractionnement, à ajouter à vos droits { $year }.
leave-why-until = À prendre au plus tard le { $until } ; au-delà, un report demande une autorisation.

leave-told-unvalidated = Votre demande n° { $number } n’est pas validée : { $days } de { $kind }, { $period }. Le congé commence { $working ->
    [1] au prochain jour travaillé
   *[other] dans { $working } jours ouvrés
} et il n’est pas accordé : { $supervisor } doit encore le valider. Sans validation, votre absence ne serait pas autorisée.
leave-choice-remind = Relancer la personne qui décide
leave-told-lapsed = Votre demande n° { $number } n’a pas été décidée avant le début du congé : { $days } de { $kind }, { $period }. Ce congé n’est pas accordé. Parlez-en à votre responsable ou à votre gestionnaire RH.
leave-chased = Rappel : { $name } attend votre décision sur la demande n° { $number }, { $days } de { $kind }, { $period }. Répondez « valider { $number } », ou « refuser { $number } » suivi du motif.
leave-reminded = Un rappel est envoyé à { $supervisor } pour votre demande n° { $number }. Elle n’est toujours pas accordée. La date de ce rappel est conservée : écrivez « où en est ma demande { $number } » pour la retrouver.
leave-no-second-reminder = Un rappel a déjà été envoyé aujourd’hui pour la demande n° { $number }. Vous pourrez en envoyer un autre demain.
leave-trace-warned = Le { $at } : un message vous a dit que cette demande n’était pas validée.
leave-trace-reminded = Le { $at } : vous avez fait envoyer un rappel.

leave-told-delegated = { $name } vous confie ses décisions sur les congés, du { $first } au { $last }. Écrivez « à valider » pour voir les demandes qui attendent.
leave-told-in-place = Décision prise par { $by }, à la place de { $supervisor }.
leave-escalated = La demande n° { $number } de { $name } attend depuis plusieurs jours une décision de { $supervisor } : { $days } de { $kind }, { $period }. Vous pouvez décider aussi. Répondez « valider { $number } », ou « refuser { $number } » suivi du motif.
leave-told-escalated = Votre demande n° { $number } n’a pas encore reçu de décision : { $days } de { $kind }, { $period }. Elle n’est pas accordée. { $above } peut maintenant décider aussi.
leave-trace-escalated = Le { $at } : la demande a été transmise au niveau supérieur.
leave-delegation = { $delegate } décide avec vous du { $first } au { $last }.
leave-no-colleague = Je ne trouve pas de collègue avec l’identifiant « { $name } ». Indiquez celui d’une autre personne, par exemple prenom.nom.
leave-no-closed-chain = { $name } vous a déjà confié ses propres décisions sur ces dates. Choisissez une autre personne ou d’autres dates.

leave-cancelled-days = l’annulation de { $days }
leave-period-instead = { $period }, à la place de la demande n° { $number } ({ $old })
leave-period-of = { $period } (demande n° { $number })
leave-old-stands = Tant que cette demande n’est pas validée, la demande n° { $number } reste valable telle quelle.
leave-list-replaced = N° { $number } : { $days } de { $kind }, { $period }. Remplacée par une autre demande validée.
leave-list-cancelled = N° { $number } : { $days } de { $kind }, { $period }. Annulée avec l’accord de votre responsable.
leave-list-lapsed-cancel = N° { $number } : { $days } de { $kind }, { $period }. Sans réponse avant le début du congé : le congé est maintenu.
leave-told-validated-cancel = Votre demande n° { $number } est acceptée : { $days } de { $kind }, { $period }. Ce congé est annulé et les jours sont rendus à votre solde.
leave-told-refused-cancel = Votre demande n° { $number } est refusée : { $days } de { $kind }, { $period }. Motif : { $reason }. Vous pouvez en parler avec votre responsable ou votre gestionnaire RH.
leave-told-undone-cancel = La décision sur votre demande n° { $number } est annulée : { $days } de { $kind }, { $period }. Votre demande attend de nouveau une réponse ; le congé reste posé pour l’instant.
leave-told-unvalidated-cancel = Votre demande n° { $number } n’a pas encore de réponse : { $days } de { $kind }, { $period }. Le congé commence { $working ->
    [1] au prochain jour travaillé
   *[other] dans { $working } jours ouvrés
}. Sans réponse avant cette date, il est maintenu : { $supervisor } doit encore décider.
leave-told-lapsed-cancel = Votre demande n° { $number } n’a pas eu de réponse avant le début du congé : { $days } de { $kind }, { $period }. Le congé n’est pas annulé. Parlez-en à votre responsable ou à votre gestionnaire RH.
leave-told-may-change-in-place = { $by } peut encore revenir sur cette décision pendant { $minutes } minutes.
leave-no-already-replaced = La demande n° { $number } a été remplacée par une autre, qui est validée. Écrivez « mes demandes » pour voir laquelle.
leave-no-already-cancelled = La demande n° { $number } a déjà été annulée. Vous pouvez faire une nouvelle demande.
leave-no-begun = Le congé n° { $number } a commencé le { $from } ou commence aujourd’hui : il ne peut plus être changé ni annulé ici. Pour un retour anticipé, parlez-en à votre responsable ; votre gestionnaire RH peut régulariser les jours.
leave-no-linked = La demande n° { $by }, qui porte sur la demande n° { $number }, attend une décision. Il faut d’abord qu’elle soit décidée, ou retirée par son auteur (« annuler ma demande { $by } »).
leave-no-change = Ces dates et ce type de congé sont déjà ceux de la demande n° { $number } : il n’y a rien à changer. Indiquez d’autres dates, ou écrivez « annuler » pour en rester là.
leave-no-spent = La décision sur la demande n° { $number } ne peut plus être annulée : les jours qu’elle avait libérés ont été utilisés depuis.
leave-talk-new-dates = Votre demande n° { $number } : { $days } de { $kind }, { $period }. Quelles sont les nouvelles dates ? Par exemple « du 16 au 18 mars » ou « jusqu’à jeudi ».
leave-talk-which-change = Laquelle voulez-vous changer ?
leave-talk-none-to-change = Je ne trouve pas de congé à venir que vous puissiez changer. Écrivez « mes demandes » pour voir où elles en sont.
leave-talk-cancel = Votre congé n° { $number } est validé : { $days } de { $kind }, { $period }. Son annulation demande l’accord de { $supervisor }. Voulez-vous la demander ? Le congé reste posé jusqu’à sa réponse.
leave-talk-again-cancel = Faut-il demander l’annulation de votre congé n° { $number } ?
leave-talk-still-granted = Votre congé n° { $number } est conservé tel qu’il est validé.
leave-help-team = « qui est absent la semaine prochaine ? » : les absences de votre équipe
leave-team = Absences dans votre équipe { $period } :
leave-team-none = Personne de votre équipe n’est absent { $period }, d’après les congés validés ici.
leave-team-dates = { $name }, { $period }
leave-team-morning = { $name } (matin)
leave-team-afternoon = { $name } (après-midi)
leave-team-who = { $who }
leave-team-who-kind = { $who } : { $kind }
leave-team-who-waits = { $who } : { $kind }, pas encore validé
leave-team-more = Autres absences : { $more }. La page « Mon équipe » de votre espace les montre toutes.
leave-short = Attention : si ce congé est accordé, il restera { $present } présents sur { $members } dans l’équipe le { $day } ; le minimum prévu est de { $minimum }.

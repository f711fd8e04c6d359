# Ce que la démonstration dit dans le terminal.

demo-progress = { $what } : { $seconds } s
demo-installing = Installation de Synapse 1.163.2 depuis PyPI (la première fois seulement)
demo-starting = Démarrage de Synapse
demo-registering = Ouverture des comptes Matrix
demo-loading = Installation de la ville
demo-building = Construction du client web Hydrogen depuis npm (la première fois seulement)
demo-no-client = aucun, celui du terminal le remplace ({ $why })
demo-connecting = Connexion de l’assistant
demo-stopping = Arrêt de Synapse
demo-welcome =
    Guichet est ouvert. Ctrl-C pour fermer ; tout est dans le dossier { $folder }.

    Espace des agents   { $space }
    Console             { $console }
    Serveur Matrix      { $homeserver }
    Assistant           { $bot }
    Client web          { $client }

    Le mot de passe de chacun, partout : { $password }
      amina.diallo      agente, direction des affaires scolaires
      claire.moreau     sa responsable
      karim.benali      support informatique
      salome.brun       nouvelle agente : ce mot de passe est à remplacer, et le second compte à créer

    Trois choses à essayer :
    1. Demander un congé : dans le client web, en amina.diallo, dans un nouveau salon chiffré où vous invitez { $bot } ;
       ou dans un terminal, { $program } chat --as amina.diallo{ $other }
       « solde », puis « je voudrais poser lundi prochain ». Dans un autre terminal, --as claire.moreau le valide.
    2. Se bloquer : dans l’espace, amina.diallo et trois fois un mauvais mot de passe.
       Puis demander à l’assistant « pourquoi je n’arrive pas à me connecter ? »
    3. La débloquer : dans la console, karim.benali ; l’assistant prévient Amina aussitôt.
       Son code : { $program } code --as karim.benali{ $other }

demo-payslip-title = Bulletin de paie – { $month }
demo-payslip-employer = Employeur
demo-payslip-agent = Agent
demo-payslip-number = Matricule
demo-payslip-paid-on = Payé le
demo-payslip-gross = Traitement brut
demo-payslip-withheld = Cotisations
demo-payslip-net = Net à payer
demo-payslip-fiction = Ville et personnes fictives.

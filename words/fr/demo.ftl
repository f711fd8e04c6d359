# Ce que la démonstration dit dans le terminal.

demo-progress = { $what } : { $seconds } s
demo-installing = Installation de Synapse 1.163.2 depuis PyPI (la première fois seulement)
demo-starting = Démarrage de Synapse
demo-registering = Ouverture des comptes Matrix
demo-loading = Installation de la ville
demo-connecting = Connexion de l’assistant
demo-stopping = Arrêt de Synapse
demo-welcome =
    Guichet est ouvert. Ctrl-C pour fermer ; tout est dans le dossier { $folder }.

    Serveur Matrix    { $homeserver }
    Assistant         { $bot }
    Espace agent      { $space }
    Console           { $console }

    Mot de passe de chacun : { $password }
      amina.diallo     agente
      claire.moreau    sa responsable
      karim.benali     support informatique

demo-payslip-title = Bulletin de paie – { $month }
demo-payslip-employer = Employeur
demo-payslip-agent = Agent
demo-payslip-number = Matricule
demo-payslip-paid-on = Payé le
demo-payslip-gross = Traitement brut
demo-payslip-withheld = Cotisations
demo-payslip-net = Net à payer
demo-payslip-fiction = Ville et personnes fictives.

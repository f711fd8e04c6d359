# Les annonces de l’assistance informatique.

announcement-said = Annonce de { $desk } : { $text }
announcement-no-text = Écrivez le texte en français : c’est lui que tous liront s’il n’y en a pas d’autre.
announcement-too-long = Ce texte a { $length } caractères, et { $limit } au plus se lisent d’un coup d’œil. Raccourcissez-le, ou renvoyez à une page d’aide.
announcement-nobody = Personne de ce public n’a de messagerie liée : rien ne serait lu. Choisissez un autre public.
